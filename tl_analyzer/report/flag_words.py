"""Flags in words: what was measured, when, against which mark, and what clears it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from tl_analyzer.finding import Evidence, Flag, Severity
from tl_analyzer.reference import Reference
from tl_analyzer.report.audience import ATHLETE, Reader
from tl_analyzer.report.citations import short_citations
from tl_analyzer.report.wording import PROSE, clean, dated, moment, number, quantity, sentence, some

#: Sessions of one fact that are named before the rest is only counted. [1]
_SESSIONS = 3

#: Nothing stands beside any flag.
NO_REMARKS: Mapping[str, str] = MappingProxyType({})


class EvidenceEntry(NamedTuple):
    """One measured fact: when (perhaps at several times), what, and the sessions behind it."""

    when: tuple[str, ...]
    statement: str
    sessions: str


class FlagEntry(NamedTuple):
    """One flag.

    Attributes
    ----------
    severity : Severity
        How much it matters.
    code, title : str
        Which flag it is.
    confidence : str
        How sure it is, and by whose rule if that is not a shipped one.
    evidence : tuple of EvidenceEntry
        What was measured, the most telling first.
    clears_when, summary : str
        What would make it go away, and the rule in one sentence.
    sources : str
        Where its marks come from, short.
    decisive : str
        The number that decided, and its mark.
    remark : str
        Why it is back although somebody had put it aside; mostly empty.
    """

    severity: Severity
    code: str
    title: str
    confidence: str
    evidence: tuple[EvidenceEntry, ...]
    clears_when: str
    sources: str
    summary: str
    decisive: str
    remark: str = ""


def flag_entries(
    flags: Iterable[Flag],
    bibliography: Mapping[str, Reference],
    reader: Reader = ATHLETE,
    remarks: Mapping[str, str] = NO_REMARKS,
) -> tuple[FlagEntry, ...]:
    """Put flags into words, the most severe first.

    Parameters
    ----------
    flags : iterable of Flag
        The flags.
    bibliography : mapping of str to Reference
        Sources by key.
    reader : Reader
        To whom it is said.
    remarks : mapping of str to str
        What stands beside a flag, by its code.
    """
    return tuple(
        FlagEntry(
            severity=flag.severity,
            code=clean(flag.code),
            title=clean(flag.title),
            confidence=_confidence(flag),
            evidence=_evidence(flag.because),
            clears_when=sentence(reader.said(dated(clean(flag.clears_when, PROSE)))),
            sources=short_citations(flag.references, bibliography),
            summary=sentence(reader.said(clean(flag.summary, PROSE))),
            decisive=_decisive(flag.because[0]),
            remark=remarks.get(flag.code, ""),
        )
        for flag in sorted(flags, key=lambda flag: -flag.severity.rank)
    )


def _confidence(flag: Flag) -> str:
    doubt = ": may as well lie below the mark" if flag.straddles else ""
    # What a reader takes for a finding of this program is said to be somebody else's.
    added = f", by a rule of {clean(flag.added_by)}" if flag.added_by else ""
    return f"{flag.confidence} confidence{doubt}{added}"


def tally(flags: Iterable[Flag]) -> str:
    """Count flags by severity: ``2 red, 1 info``."""
    levels = [flag.severity for flag in flags]
    counts = [f"{n} {level}" for level in reversed(Severity) if (n := levels.count(level))]
    return ", ".join(counts) or "none"


def _evidence(facts: Iterable[Evidence]) -> tuple[EvidenceEntry, ...]:
    """Say every fact; the same fact at several times is said once, with all its times."""
    said: dict[tuple[str, str], EvidenceEntry] = {}
    for fact in facts:
        entry = _fact(fact)
        same = said.get((entry.statement, entry.sessions))
        said[entry.statement, entry.sessions] = (
            entry if same is None else same._replace(when=(*same.when, *entry.when))
        )
    return tuple(said.values())


def _decisive(fact: Evidence) -> str:
    mark = "" if fact.threshold is None else f" (mark {number(fact.threshold)})"
    return f"{quantity(fact.value, fact.unit)}{mark}"


def _fact(fact: Evidence) -> EvidenceEntry:
    remarks = []
    if fact.low is not None and fact.high is not None and fact.low != fact.high:
        remarks.append(f"range {number(fact.low)} to {number(fact.high)}")
    if fact.threshold is not None:
        remarks.append(f"mark {number(fact.threshold)}")
    aside = f" ({', '.join(remarks)})" if remarks else ""
    measured = f"{dated(clean(fact.measure))}: {quantity(fact.value, fact.unit)}"
    when = moment(fact.when)
    sessions = [dated(clean(name)) for name in fact.sessions]
    if all(name.startswith(f"{when} ") for name in sessions):
        # The time stands beside the fact already: its sessions are not dated twice.
        sessions = [name.removeprefix(f"{when} ") for name in sessions]
    return EvidenceEntry(
        when=(when,), statement=f"{measured}{aside}", sessions=some(sessions, _SESSIONS, "; ")
    )
