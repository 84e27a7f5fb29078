"""Which flags of a week are put aside, and which are back and why."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.athlete_log import ZONE
from tests.seen import SEEN_AT, seen
from tl_analyzer.acknowledgement import Acknowledgement
from tl_analyzer.finding import Channel, Confidence, Evidence, Flag, Severity
from tl_analyzer.load.week import Week
from tl_analyzer.parameters import Parameters
from tl_analyzer.report.follow_up import follow_up

WEEK = Week(date(2026, 11, 9), ZONE)
AS_OF = datetime(2026, 11, 16, 12, tzinfo=ZoneInfo(ZONE))
WORSE_BY = "follow_up.worse_by"


def flag(
    code: str = "TL301",
    severity: Severity = Severity.AMBER,
    value: float = 200.0,
    unit: str = "min",
    threshold: float | None = 180.0,
) -> Flag:
    leading = Evidence(when="2026-11-14", measure="m", value=value, unit=unit, threshold=threshold)
    other = Evidence(when="2026-11-15", measure="n", value=9e9, unit=unit, threshold=1.0)
    return Flag(
        code=code,
        name="a-rule",
        severity=severity,
        confidence=Confidence.HIGH,
        channel=Channel.FLEXION,
        because=(leading, other),
        clears_when="",
        references=(),
    )


def back(
    raised: Flag,
    known: Acknowledgement,
    parameters: Parameters,
    week: Week = WEEK,
    as_of: datetime = AS_OF,
) -> str | None:
    """Why the flag is back; empty while it is put aside, None where nobody has seen it."""
    found = follow_up([raised], [known], week, as_of, parameters)
    return found[0].returned if found else None


def test_what_was_seen_is_put_aside_with_its_note(parameters: Parameters) -> None:
    known = [seen("TL101", "not raised"), seen(note="a stage race")]
    (found,) = follow_up([flag("TL402"), flag()], known, WEEK, AS_OF, parameters)
    assert (found.code, found.note, found.until) == ("TL301", "a stage race", "2026-12-14")
    assert (found.made_on, found.severity, found.returned) == ("2026-11-16", "amber", "")


def test_it_is_back_when_it_is_more_severe(parameters: Parameters) -> None:
    assert back(flag(severity=Severity.RED), seen(), parameters) == (
        "it is red now, and was amber then"
    )
    for same_or_milder in (Severity.AMBER, Severity.WATCH, Severity.INFO):
        assert back(flag(severity=same_or_milder), seen(), parameters) == ""


def test_it_is_back_when_it_stands_further_beyond_its_threshold(parameters: Parameters) -> None:
    factor = parameters.number(WORSE_BY)
    assert back(flag(value=200 * factor * 0.99), seen(), parameters) == ""
    assert back(flag(value=200 * factor * 1.01), seen(), parameters) == (
        "it stands at 252 min now, and stood at 200 min then"
    )
    # The same measure beside a threshold that grew with it says nothing new.
    assert back(flag(value=400, threshold=360), seen(), parameters) == ""
    # And the athlete who does less than usual is judged by less.
    assert back(flag(value=200, threshold=100), seen(), parameters)


def test_where_little_is_worse_less_is_worse(parameters: Parameters) -> None:
    rested = seen(value=4, unit="h", threshold=6)
    factor = parameters.number(WORSE_BY)

    def hours(value: float) -> str | None:
        return back(flag(value=value, unit="h", threshold=6), rested, parameters)

    assert hours(5) == hours(4) == hours(4 / factor * 1.01) == ""
    assert hours(4 / factor * 0.99)
    assert hours(0)
    none_left = seen(value=0, unit="h", threshold=6)
    assert back(flag(value=0, unit="h", threshold=6), none_left, parameters) == ""


@pytest.mark.parametrize(
    "raised",
    [flag(value=9000, threshold=None), flag(value=9000, unit="km"), flag(value=180, threshold=180)],
)
def test_what_cannot_be_compared_is_judged_by_its_severity(
    raised: Flag, parameters: Parameters
) -> None:
    assert back(raised, seen(), parameters) == ""


def test_a_measure_without_threshold_then_is_not_compared(parameters: Parameters) -> None:
    assert back(flag(value=9000), seen(threshold=None), parameters) == ""


def test_it_is_back_when_its_day_has_passed_and_later_like_any_other(
    parameters: Parameters,
) -> None:
    sunday = seen(until=date(2026, 11, 15))
    assert back(flag(), sunday, parameters, as_of=AS_OF - timedelta(days=1)) is None
    made_then = seen(until=date(2026, 11, 15), made_at=SEEN_AT - timedelta(days=8), week="2026-W45")
    # On its last day it holds, on the next it does not.
    assert back(flag(), made_then, parameters, as_of=AS_OF - timedelta(days=1)) == ""
    assert back(flag(), made_then, parameters) == (
        "the last day for which it was put aside was 2026-11-15"
    )
    next_week = Week(date(2026, 11, 16), ZONE)
    assert back(flag(), made_then, parameters, next_week, AS_OF + timedelta(days=7)) is None


def test_a_report_on_an_earlier_week_is_not_touched(parameters: Parameters) -> None:
    assert back(flag(), seen(), parameters, WEEK.back(1)) is None
    assert back(flag(), seen(week="2026-W01"), parameters) == ""
    assert back(flag(), seen(week="2027-W01"), parameters) is None


def test_a_report_as_of_an_earlier_day_does_not_know_it(parameters: Parameters) -> None:
    assert back(flag(), seen(), parameters, as_of=AS_OF - timedelta(hours=10)) == ""
    assert back(flag(), seen(), parameters, as_of=AS_OF - timedelta(hours=14)) is None
