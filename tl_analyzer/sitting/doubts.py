"""What of the merge the athlete should know: contradictions, and sums that do not agree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from tl_analyzer.local_days import day_at
from tl_analyzer.log import DailyTotal, DayMeasure, Problem, ProblemKind
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.seats import Seats
from tl_analyzer.sitting.spans import Span
from tl_analyzer.sitting.stretches import Stretch, Stretches


@dataclass(frozen=True)
class _Contradiction:
    minutes: float
    days: int
    first: Stretch


def doubts(
    stretches: Stretches,
    sitting: Seats,
    totals: Iterable[DailyTotal],
    within: Span,
    zone: str,
    parameters: Parameters,
) -> Iterator[Problem]:
    """Yield what of some days should be said.

    Parameters
    ----------
    stretches : Stretches
        The merged line.
    sitting : Seats
        Its sitting.
    totals : iterable of DailyTotal
        What devices summed themselves.
    within : Span
        The days to speak of. [s]
    zone : str
        In which days are cut.
    parameters : Parameters
        How far sums may lie apart.
    """
    for words, found in sorted(_contradictions(stretches, within, zone).items()):
        sources = " and ".join(dict.fromkeys(e.source for e in found.first.verdict.evidence))
        yield Problem(
            file=sources,
            found=f"{words}: {found.minutes:.0f} min on {found.days} days",
            expected="sources that agree",
            hint="The order of the merge decided; what is uncertain widens the range.",
            kind=ProblemKind.NOTE,
            code="sitting-contradiction",
        )
    yield from _sums(sitting, totals, within, zone, parameters)


def _contradictions(stretches: Stretches, within: Span, zone: str) -> dict[str, _Contradiction]:
    held: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in stretches.contradicted():
        if within.start <= stretch.start < within.end:
            held[stretch.verdict.conflict].append(stretch)
    return {
        words: _Contradiction(
            minutes=sum(s.end - s.start for s in found) / 60.0,
            days=len({_day(s.start, zone) for s in found}),
            first=found[0],
        )
        for words, found in held.items()
    }


def _sums(
    sitting: Seats,
    totals: Iterable[DailyTotal],
    within: Span,
    zone: str,
    parameters: Parameters,
) -> Iterator[Problem]:
    stated_awake = list(_awake(totals))
    if not stated_awake:
        return
    least = parameters.number("flexion.seated_probability")
    apart = parameters.number("sitting.total_apart")
    merged: dict[int, float] = defaultdict(float)
    for each in sitting:
        if each.measured and each.probability >= least:
            merged[_day(each.start, zone)] += each.minutes
    for day, source, stated in stated_awake:
        held = merged.get(day.toordinal(), 0.0)
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone)).timestamp()
        if not within.start <= noon < within.end or not held or not stated:
            continue
        if abs(held - stated) > apart * max(held, stated):
            yield Problem(
                file=source,
                found=f"{stated / 60:.1f} h of sitting or stillness on {day:%Y-%m-%d}",
                expected=f"about the {held / 60:.1f} h that all sources together give",
                hint="Nothing was rescaled: a watch counts stillness, a computer its use.",
                kind=ProblemKind.NOTE,
                code="sitting-sum-differs",
            )


def _awake(totals: Iterable[DailyTotal]) -> Iterator[tuple[datetime, str, float]]:
    """Waking sedentary time of each day and source. [min]."""
    held: dict[tuple[datetime, str], dict[DayMeasure, float]] = defaultdict(dict)
    for total in totals:
        day = total.start.local.replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)
        held[day, total.source][total.measure] = total.value
    for (day, source), values in sorted(held.items()):
        if (awake := values.get(DayMeasure.SEDENTARY)) is not None:
            yield day, source, awake
        elif (inactive := values.get(DayMeasure.INACTIVE)) is not None:
            yield day, source, max(0.0, inactive - values.get(DayMeasure.ASLEEP, 0.0))


def _day(instant: float, zone: str) -> int:
    return day_at(instant, zone)
