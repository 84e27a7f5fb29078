"""The moment at which a week is judged, and weeks before it."""

from tl_datasette.weeks import moment_of, monday_of, weeks_until


def test_a_week_that_is_over_is_judged_as_of_its_end_where_it_was_lived() -> None:
    assert moment_of("2025-W43", "Europe/Berlin") == "2025-10-27T00:00+01:00"
    assert moment_of("2025-W42", "Europe/Berlin") == "2025-10-20T00:00+02:00"


def test_a_week_to_come_is_judged_now() -> None:
    assert moment_of("2999-W01", "UTC") < "2999"


def test_weeks_go_back_over_a_year_of_53() -> None:
    assert weeks_until("2021-W01", 3) == ("2021-W01", "2020-W53", "2020-W52")


def test_what_is_no_week_is_none() -> None:
    assert monday_of("2021-W53") is None
    assert monday_of("9999-W52") is None
    assert moment_of("'; DROP TABLE", "UTC") == ""
    assert weeks_until("soon", 3) == ()
