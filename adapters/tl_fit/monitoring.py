"""All-day monitoring of a watch: when the wrist was still, and when its owner walked."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from tl_analyzer.log import (
    Clock,
    DailyTotal,
    DayMeasure,
    Observation,
    Posture,
    PostureInterval,
    Problem,
    When,
)
from tl_analyzer.parsing.grades import Grade
from tl_fit.athlete import Lived, add_athlete
from tl_fit.clock import utc, zone_of
from tl_fit.context import Context
from tl_fit.evidence import evidence
from tl_fit.message import Message, Part
from tl_fit.monitoring_clock import timed_rows
from tl_fit.monitoring_states import (
    State,
    Stretch,
    is_sum,
    state_of,
    states,
    steps_so_far,
    stretches,
)
from tl_fit.outcome import Outcome, all_but
from tl_fit.ride import device
from tl_fit.zone_note import zone_note

_FEEDING = frozenset({"file_id", "monitoring", "monitoring_info"})
_DAY_MIN = 24 * 60


def read_monitoring(part: Part, context: Context) -> Outcome:
    """Read what a watch saw of a day: stretches of stillness and of walking, and sums of steps.

    Rows of a heart rate, running counters, and rows whose activity the watch does not know are
    set aside by these names. Stillness includes sleep and quiet standing: nothing is taken off
    here.
    """
    outcome = Outcome(aside=all_but(part, _FEEDING))
    info, rows = part.first("monitoring_info"), part.named("monitoring")
    zone = zone_of(info, context.reading.zone)
    source = f"movement of the wrist ({device(part.first('file_id')) or 'watch'})"
    marks = [m for m in part.messages if m.name in _FEEDING - {"file_id"} and not is_sum(m)]
    timed = timed_rows(marks)
    reports = [row for row in timed.rows if states(row.message)]
    opened_s = info.instant("timestamp") if info else None
    found = stretches(reports, opened_s)
    outcome.entries.extend(_postures(found, zone.name, source, context))
    sums = [message for message in rows if is_sum(message)]
    outcome.entries.extend(_totals(sums, zone.name, source, context))
    outcome.aside.update(_label(message) for message in sums if not _counts_a_day(message))
    outcome.aside.update(
        _label(message)
        for _, message in timed.rows
        if not states(message) or state_of(message) is State.UNKNOWN
    )
    outcome.refused = timed.ambiguous
    if found:
        lived = Lived(utc(found[0].start_s), utc(found[-1].end_s), zone.name)
        add_athlete(outcome, part, lived, context)
    if not outcome.entries:
        outcome.aside.update({n: part.counts[n] for n in _FEEDING - {"monitoring"}})
    silent = sum(stretch.state is State.SILENT for stretch in found)
    outcome.problems.extend(_remarks(bool(outcome.entries), timed.ambiguous, silent, context))
    outcome.problems.extend(zone_note(zone, context))
    return outcome


def _postures(
    found: Iterable[Stretch], zone: str, source: str, context: Context
) -> Iterator[PostureInterval]:
    for stretch in found:
        grade = _grade(stretch)
        if grade is None:
            continue
        still = stretch.state is State.STILL
        yield PostureInterval(
            start=When(utc=utc(stretch.start_s), zone=zone, clock=Clock.STATED),
            end=utc(stretch.end_s),
            posture=Posture.SITTING if still else Posture.MOVING,
            probability=grade.probability,
            quality=grade.quality,
            observation=Observation.WRIST_STILL if still else Observation.STEPS,
            source=source,
            provenance=context.provenance(stretch.row),
        )


def _grade(stretch: Stretch) -> Grade | None:
    """What a stretch is worth; None where it says nothing about posture."""
    grade, limit = evidence().grade, evidence().limit
    if stretch.state is State.STILL:
        return grade.still
    if stretch.state is State.MOVING:
        return grade.moving
    if stretch.state in (State.UNKNOWN, State.SILENT):
        return None
    rate = stretch.rate
    if rate is None or rate > limit.most_rate:
        return grade.strolling
    if rate < limit.least_rate:
        return None
    return grade.walking if rate >= limit.walking_rate else grade.strolling


def _totals(
    sums: Iterable[Message], zone: str, source: str, context: Context
) -> Iterator[DailyTotal]:
    """Steps of whole days: of each kind of step the last count, the kinds added up."""
    days: dict[int, dict[str, tuple[float, int]]] = {}
    for message in sums:
        steps, end_s = steps_so_far(message), message.instant("timestamp")
        if _counts_a_day(message) and steps is not None and end_s is not None:
            kind = message.word("activity_type")
            best, row = days.setdefault(end_s, {}).get(kind, (-1.0, 0))
            days[end_s][kind] = max((steps, message.row), (best, row))
    for end_s, counts in sorted(days.items()):
        noon = (utc(end_s) - timedelta(hours=12)).astimezone(ZoneInfo(zone))
        yield DailyTotal(
            start=When.from_date(noon.date(), zone),
            measure=DayMeasure.STEPS,
            value=sum(steps for steps, _ in counts.values()),
            source=source,
            provenance=context.provenance(min(row for _, row in counts.values())),
        )


def _counts_a_day(message: Message) -> bool:
    """Whether a sum holds the steps of a whole day."""
    return (
        message.amount("duration_min") == _DAY_MIN
        and steps_so_far(message) is not None
        and message.instant("timestamp") is not None
    )


def _label(message: Message) -> str:
    """What a row holds that feeds nothing."""
    if is_sum(message):
        return "monitoring sum"
    if states(message):
        return "monitoring of no stated activity"
    return "heart rate" if "heart_rate" in message.fields else "monitoring counter"


def _remarks(anything: bool, ambiguous: int, silent: int, context: Context) -> Iterator[Problem]:
    """What the reader should know about a monitoring file."""
    if ambiguous:
        yield context.refused(
            "time-ambiguous",
            found=f"{_rows(ambiguous)} whose time cannot be told, as after 18 hours of silence",
            expected="a full time at least every 18 hours",
            hint="They are left out; the rest is kept.",
        )
    if silent:
        yield context.note(
            "watch-silent",
            found=f"{_times(silent)} half a day or longer without a row",
            expected="a watch that is worn",
            hint="Nothing is taken from such a time.",
        )
    if not anything:
        yield context.note(
            "no-training",
            found="all-day monitoring without stillness, walking or a day's steps",
            expected="monitoring of a watch that is worn",
            hint="Nothing to do: it is set aside.",
        )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count} rows"
