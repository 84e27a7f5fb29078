"""The plan in words: what, how much, when, why, and the cues that matter most."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tl_analyzer.advice.plan_item import PlanItem
from tl_analyzer.advice.wording import measurement
from tl_analyzer.finding import Flag
from tl_analyzer.reference import Reference
from tl_analyzer.report.audience import ATHLETE, Reader
from tl_analyzer.report.citations import short_citation
from tl_analyzer.report.wording import PROSE, clean, dated, number, sentence

#: Cues of an exercise that are shown; `tl explain` has them all. [1]
_CUES = 2


class PlanEntry(NamedTuple):
    """One piece of advice."""

    title: str
    tags: str
    dose: str
    when: str
    why: str
    cues: tuple[str, ...]
    answers: str
    source: str


def plan_entries(
    plan: Iterable[PlanItem],
    flags: Iterable[Flag],
    bibliography: Mapping[str, Reference],
    reader: Reader = ATHLETE,
) -> tuple[PlanEntry, ...]:
    """Put the plan into words.

    Parameters
    ----------
    plan : iterable of PlanItem
        The plan.
    flags : iterable of Flag
        The flags it answers; a measurement that stands there is not said again.
    bibliography : mapping of str to Reference
        Sources by key.
    reader : Reader
        To whom it is said. Cues are what is said to the athlete, whoever reads them.
    """
    by_code = {flag.code: flag for flag in flags}
    met: set[str] = set()
    entries = []
    for item in plan:
        answered = [by_code[code] for code in item.because if code in by_code]
        entries.append(
            PlanEntry(
                title=_title(item, reader),
                tags=", ".join(_tags(item)),
                dose=reader.said(clean(item.dose, PROSE)),
                when=reader.said(clean(item.when, PROSE)),
                why=sentence(reader.said(dated(clean(_reason(item.why, answered), PROSE)))),
                cues=() if item.key in met else tuple(clean(c, PROSE) for c in item.cues[:_CUES]),
                answers=", ".join(clean(code) for code in item.because),
                source=short_citation(item.reference, bibliography) if item.reference else "",
            )
        )
        met.add(item.key)
    return tuple(entries)


def _title(item: PlanItem, reader: Reader) -> str:
    title = reader.said(clean(item.exercise))
    return f"{title} (from {clean(item.added_by)})" if item.added_by else title


def _tags(item: PlanItem) -> list[str]:
    tags = [str(item.purpose)]
    if item.minutes:
        tags.append(f"{number(item.minutes)} min")
    if item.per_week:
        tags.append(f"{item.per_week} x a week")
    return tags


def _reason(why: str, answered: Iterable[Flag]) -> str:
    """Leave out the bracket with the measurement of a flag: it stands beside the flag."""
    for flag in answered:
        bracket = f" ({measurement(flag.because[0])})"
        if bracket in why:
            return why.replace(bracket, "", 1)
    return why
