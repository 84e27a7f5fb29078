"""The report in words, before any layout: what every format for people says, said once.

A format decides where things stand and what they look like. What is said, in which order, with
how many digits, and that foreign text is harmless, is decided here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tl_analyzer.advice.plan_item import PlanItem
from tl_analyzer.finding import Evidence, Flag, Severity
from tl_analyzer.reference import Reference
from tl_analyzer.report.coverage_words import Fact, coverage_facts
from tl_analyzer.report.problem_groups import ProblemGroup, problem_groups
from tl_analyzer.report.weekly_report import ChannelReport, Referral, WeeklyReport
from tl_analyzer.report.wording import (
    clean,
    moment,
    number,
    quantity,
    sentence,
    week_days,
)

#: What the numbers are, and are not. Stands under every report.
DISCLAIMER = (
    "Exposure relative to your own history - not a diagnosis, not an injury probability. "
    "Pain that is new, spreads or worries you belongs in front of a clinician."
)

#: Longest text of our own catalogue or rules that a report repeats. [characters]
_PROSE = 600

_ASSUMPTION = "assumption"


@dataclass(frozen=True, slots=True)
class ReferralEntry:
    """The box that comes before everything else."""

    title: str
    message: str
    signs: str
    because: str


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """One measured fact: when, what, and the sessions it comes from."""

    when: str
    statement: str
    sessions: str


@dataclass(frozen=True, slots=True)
class FlagEntry:
    """One flag."""

    severity: Severity
    code: str
    title: str
    confidence: str
    evidence: tuple[EvidenceEntry, ...]
    clears_when: str
    sources: str


@dataclass(frozen=True, slots=True)
class ChannelEntry:
    """One channel of exposure against the athlete's usual.

    Attributes
    ----------
    name : str
        Its name.
    amount, usual, spread, daily, known : str
        This week, the usual week, the range, the seven days, and how the data are known.
    compared : str
        This week against usual, in words.
    ratio : float or None
        The same as a number, for a bar; infinite over a usual of zero, None without a usual. [1]
    trend : tuple of float or None
        The weeks before, oldest first, then this one; None where the log has a gap.
    details : tuple of str
        Further measures.
    """

    name: str
    amount: str
    usual: str
    spread: str
    daily: str
    known: str
    compared: str
    ratio: float | None
    trend: tuple[float | None, ...]
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """One piece of advice."""

    title: str
    tags: str
    dose: str
    when: str
    why: str
    cues: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Page:
    """A weekly report in words."""

    title: str
    subtitle: str
    headline: str
    referral: ReferralEntry | None
    tally: str
    flags: tuple[FlagEntry, ...]
    channels: tuple[ChannelEntry, ...]
    plan: tuple[PlanEntry, ...]
    plan_note: str
    coverage: tuple[Fact, ...]
    problems: tuple[ProblemGroup, ...]
    sources: tuple[tuple[str, str], ...]
    disclaimer: str
    version: str


def page(report: WeeklyReport, bibliography: Mapping[str, Reference]) -> Page:
    """Put a report into words.

    Parameters
    ----------
    report : WeeklyReport
        The report value; nothing else is looked at.
    bibliography : mapping of str to Reference
        Citations for the keys the report names.
    """
    named = clean(report.athlete.name)
    who = f"{named} ({clean(report.athlete.id)})" if named else clean(report.athlete.id)
    flags = sorted(report.flags, key=lambda flag: -flag.severity.rank)
    return Page(
        title=f"Week {clean(report.week)}: {week_days(report.week)}",
        subtitle=f"{who} · {clean(report.timezone)} · as of {moment(report.as_of, year=True)}",
        headline=sentence(clean(report.headline, _PROSE)),
        referral=_referral(report.referral),
        tally=_tally(report.flags),
        flags=tuple(_flag(flag, bibliography) for flag in flags),
        channels=tuple(
            _channel(name, getattr(report.channels, name))
            for name in ("hinge", "overhead", "flexion", "rotation")
        ),
        plan=tuple(_plan(item, bibliography) for item in report.plan),
        plan_note=_plan_note(report),
        coverage=coverage_facts(report.coverage),
        problems=problem_groups(report.diagnostics),
        sources=_sources(report, bibliography),
        disclaimer=DISCLAIMER,
        version=(
            f"report schema {clean(report.schema_version)},"
            f" parameters {clean(report.parameter_version) or 'without a version'}"
        ),
    )


def _referral(referral: Referral | None) -> ReferralEntry | None:
    if referral is None:
        return None
    titles = {"emergency": "EMERGENCY: get help today", "clinician": "SEE A CLINICIAN FIRST"}
    return ReferralEntry(
        title=titles[referral.level],
        message=sentence(clean(referral.message, _PROSE)),
        signs=", ".join(clean(sign).replace("_", " ") for sign in referral.signs),
        because=", ".join(clean(code) for code in referral.because),
    )


def _tally(flags: tuple[Flag, ...]) -> str:
    counts = [
        f"{n} {level}"
        for level in reversed(Severity)
        if (n := sum(flag.severity is level for flag in flags))
    ]
    return ", ".join(counts) or "none"


def _flag(flag: Flag, bibliography: Mapping[str, Reference]) -> FlagEntry:
    return FlagEntry(
        severity=flag.severity,
        code=clean(flag.code),
        title=clean(flag.name).replace("-", " "),
        confidence=f"{flag.confidence} confidence",
        evidence=tuple(_evidence(fact) for fact in flag.because),
        clears_when=sentence(clean(flag.clears_when, _PROSE)),
        sources="; ".join(_short(key, bibliography) for key in flag.references),
    )


def _evidence(fact: Evidence) -> EvidenceEntry:
    remarks = []
    if fact.low is not None and fact.high is not None and fact.low != fact.high:
        remarks.append(f"range {number(fact.low)} to {number(fact.high)}")
    if fact.threshold is not None:
        remarks.append(f"threshold {quantity(fact.threshold, fact.unit)}")
    aside = f" ({', '.join(remarks)})" if remarks else ""
    return EvidenceEntry(
        when=moment(fact.when),
        statement=f"{clean(fact.measure)}: {quantity(fact.value, fact.unit)}{aside}",
        sessions="; ".join(clean(name) for name in fact.sessions),
    )


def _channel(name: str, channel: ChannelReport) -> ChannelEntry:
    low, high = channel.range
    days = zip(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"), channel.daily, strict=False)
    ratio = _ratio(channel)
    return ChannelEntry(
        name=name.capitalize(),
        amount=quantity(channel.this_week, channel.unit),
        usual="not known yet" if channel.usual is None else quantity(channel.usual, channel.unit),
        spread="" if low == high else f"{number(low)} to {number(high)}",
        daily=" · ".join(f"{label} {number(value)}" for label, value in days if value)
        or "no exposure on any day",
        known=clean(channel.quality),
        compared=_compared(channel.this_week, ratio),
        ratio=ratio,
        trend=channel.trend,
        details=tuple(
            f"{clean(label).replace('_', ' ')}: "
            + (number(value) if isinstance(value, int | float) else clean(value))
            for label, value in channel.details.items()
        ),
    )


def _ratio(channel: ChannelReport) -> float | None:
    if channel.usual is None:
        return None
    if channel.usual == 0:
        return float("inf") if channel.this_week else 1.0
    return channel.this_week / channel.usual


def _compared(this_week: float, ratio: float | None) -> str:
    if ratio is None:
        return "no usual yet"
    if ratio == float("inf"):
        return "usual is none"
    return "as usual: none" if this_week == 0 == ratio - 1.0 else f"{number(ratio)} x usual"


def _plan(item: PlanItem, bibliography: Mapping[str, Reference]) -> PlanEntry:
    tags = [str(item.purpose)]
    if item.minutes:
        tags.append(f"{number(item.minutes)} min")
    if item.per_week:
        tags.append(f"{item.per_week} x a week")
    because = ", ".join(clean(code) for code in item.because)
    why = sentence(clean(item.why, _PROSE))
    return PlanEntry(
        title=clean(item.exercise),
        tags=", ".join(tags),
        dose=clean(item.dose, _PROSE),
        when=clean(item.when, _PROSE),
        why=f"{why} [{because}]" if because else why,
        cues=tuple(clean(cue, _PROSE) for cue in item.cues),
        source=_short(item.reference, bibliography),
    )


def _plan_note(report: WeeklyReport) -> str:
    if report.plan:
        return ""
    if report.referral is not None:
        return "No exercises are suggested before this has been examined."
    return "Nothing needs adding this week."


def _short(key: str, bibliography: Mapping[str, Reference]) -> str:
    if key == _ASSUMPTION:
        return "assumption of this project"
    return clean(key) if key in bibliography else f"{clean(key)} (not in the bibliography)"


def _sources(
    report: WeeklyReport, bibliography: Mapping[str, Reference]
) -> tuple[tuple[str, str], ...]:
    cited = [key for flag in report.flags for key in flag.references]
    cited += [item.reference for item in report.plan if item.reference]
    return tuple(
        (key, sentence(f"{bibliography[key].citation} {bibliography[key].where}"))
        for key in dict.fromkeys(cited)
        if key in bibliography and key != _ASSUMPTION
    )
