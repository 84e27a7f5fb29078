"""The moment of a report and its week: what has not begun anywhere is refused."""

from datetime import UTC, date, datetime

import pytest

from tl_analyzer.athletes.moment import as_of_instant, check_moment, chosen_week
from tl_analyzer.remedy import RemediableError

BERLIN = "Europe/Berlin"
#: Monday begins in Berlin.
MONDAY = datetime(2026, 11, 8, 23, tzinfo=UTC)


def test_a_week_can_be_asked_for_from_its_first_instant() -> None:
    assert chosen_week("2026-W46", BERLIN, MONDAY).monday == date(2026, 11, 9)
    early = MONDAY.replace(hour=22, minute=59)
    with pytest.raises(RemediableError, match="2026-W46 lies in the future") as why:
        chosen_week("2026-W46", BERLIN, early)
    assert why.value.remedy == "The last complete week then is 2026-W44."


def test_without_a_word_it_is_the_last_complete_week() -> None:
    assert chosen_week(None, BERLIN, MONDAY).label == "2026-W45"
    assert chosen_week("this", BERLIN, MONDAY).label == "2026-W46"


@pytest.mark.parametrize("text", ["", "46", "2026-W54", "1949-W52", "lsat"])
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(RemediableError, match="week: "):
        chosen_week(text, BERLIN, MONDAY)


def test_the_first_week_that_a_log_can_hold() -> None:
    assert chosen_week("1950-W01", BERLIN, MONDAY).monday == date(1950, 1, 2)


def test_many_athletes_may_have_a_week_that_has_begun_for_the_first_of_them() -> None:
    check_moment("2026-W46", "2026-11-08T10:00:00Z")
    with pytest.raises(RemediableError, match="lies in the future"):
        check_moment("2026-W46", "2026-11-08T09:59:00Z")


def test_a_wall_clock_is_meant_in_the_zone_and_a_date_is_its_end() -> None:
    assert as_of_instant("2026-11-09T00:00", BERLIN) == MONDAY
    assert as_of_instant("2026-11-08", BERLIN).isoformat() == "2026-11-08T23:59:59+01:00"
    with pytest.raises(RemediableError, match="'': not an instant"):
        as_of_instant("", BERLIN)
