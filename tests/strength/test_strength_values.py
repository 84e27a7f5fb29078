"""Numbers, dates, months, durations and units, one by one."""

import re
from collections import defaultdict
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.log import WeightUnit
from tl_analyzer.parsing.dates import Dates
from tl_analyzer.parsing.months import month_names, month_number
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_strength.dialect import dialects
from tl_strength.units import metres_in, read_clock, read_span, weight_unit

HEVY = next(dialect for dialect in dialects() if dialect.app == "Hevy")


def hevy_dates(*samples: str) -> Dates:
    return Dates(HEVY.dates, HEVY.dates_either, HEVY.languages, samples)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("  \u00a0", None),
        ("82.5", 82.5),
        (" 4", 4.0),
        ("10.0", 10.0),
        ("82,5", 82.5),
        ("74,99999999999999", 74.99999999999999),
        ("0,500", 0.5),
        (".5", 0.5),
        ("1e2", 100.0),
        ("-0", 0.0),
    ],
)
def test_number(text: str, value: float | None) -> None:
    assert number(text, comma_is_decimal=False) == value


@pytest.mark.parametrize(
    "text", ["-5", "\u22125", "nan", "inf", "1e999", "8-10", "20 kg", "1,000", "1.000,5", "--", "x"]
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(Unreadable):
        number(text, comma_is_decimal=False)


def test_comma_before_three_digits_is_clear_where_commas_do_not_separate() -> None:
    assert number("61,235", comma_is_decimal=True) == 61.235


@given(st.floats(min_value=0, max_value=5000, allow_nan=False))
def test_any_float_is_read_as_written(value: float) -> None:
    assert number(repr(value), comma_is_decimal=False) == value


@given(st.text(max_size=40))
def test_no_text_makes_number_fail_otherwise(text: str) -> None:
    try:
        value = number(text, comma_is_decimal=False)
    except Unreadable:
        return
    assert value is None or value >= 0


@pytest.mark.parametrize(
    "text",
    [
        "3 Feb 2026, 18:00",
        "03 Feb 2026, 18:00",
        "3 feb 2026, 18:00",
        "3 feb. 2026, 18:00",
        "3 févr. 2026, 18:00",
        "3 févr. 2026 à 18:00",
        "3 fevr 2026, 18:00",
        "3 de fev. de 2026, 18:00",
        "3. Feb. 2026, 18:00",
        "3. Februar 2026 um 18:00",
        "3. feb. 2026 kl. 18.00",
        "3. helmik. 2026 klo 18.00",
        "3 lut 2026, 18:00",
        "3 lutego 2026, 18:00",
        "3. února 2026 18:00",
        "3 Şub 2026 18:00",
        "3 февр. 2026 \u0433., 18:00",
        "3 febbraio 2026, 18:00",
        "3 de febrero de 2026, 18:00",
        "03.02.2026, 18:00",
        "2026-02-03 18:00:00",
        "2026-02-03T18:00",
        "Feb 3, 2026, 6:00 PM",
        "3 feb 2026, 6:00 p. m.",
        "2026. febr. 3. 18:00",
        "2026年2月3日 18:00",
    ],
)
def test_one_evening_in_many_languages(text: str) -> None:
    assert hevy_dates().read(text) == datetime(2026, 2, 3, 18)


def test_a_date_with_an_offset_is_an_instant() -> None:
    assert hevy_dates().read("2026-02-03T18:00:00Z") == datetime(2026, 2, 3, 18, tzinfo=UTC)
    assert hevy_dates().read("2026-02-03T18:00:00+02:00") == datetime(2026, 2, 3, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "31 Feb 2026, 18:00",
        "3 Foo 2026, 18:00",
        "3 ju 2026, 18:00",
        "3 Feb 2026, 25:00",
        "3 Feb 2026, 13:00 PM",
        "3 Feb 1026, 18:00",
        "3 Feb 2026",
        "9" * 5000,
    ],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(Unreadable):
        hevy_dates().read(text)


def test_the_whole_file_decides_which_of_two_numbers_is_the_day() -> None:
    assert hevy_dates("3/2/2026, 18:00", "23/2/2026, 18:00").read("3/2/2026, 18:00") == datetime(
        2026, 2, 3, 18
    )
    assert hevy_dates("3/2/2026, 18:00", "2/23/2026, 18:00").read("3/2/2026, 18:00") == datetime(
        2026, 3, 2, 18
    )


@pytest.mark.parametrize(
    "samples", [("3/2/2026, 18:00",), ("23/2/2026, 18:00", "2/23/2026, 18:00")]
)
def test_dates_that_could_be_two_are_refused(samples: tuple[str, ...]) -> None:
    with pytest.raises(Unreadable, match="told apart"):
        hevy_dates(*samples).read(samples[0])


@pytest.mark.parametrize("language", HEVY.languages)
@pytest.mark.parametrize("month", range(1, 13))
def test_every_name_of_every_month_is_read(language: str, month: int) -> None:
    names = [name for name, number in month_names(language).items() if number == month]
    assert names
    for name in names:
        text = f"9 {name} 2026, 18:05"
        assert hevy_dates().read(text) == datetime(2026, month, 9, 18, 5)


def test_no_name_means_two_months() -> None:
    meanings: dict[str, set[int]] = defaultdict(set)
    for language in HEVY.languages:
        for name, number_ in month_names(language).items():
            meanings[name].add(number_)
    assert {name: found for name, found in meanings.items() if len(found) > 1} == {}


def test_a_beginning_that_could_be_two_months_is_none() -> None:
    assert month_number("juil", ("fr",)) == 7
    assert month_number("jui", ("fr",)) is None


@given(st.dates(date(1970, 1, 1), date(2100, 12, 31)))
def test_dates_go_there_and_back(day: date) -> None:
    strong = next(dialect for dialect in dialects() if dialect.name == "strong-classic")
    reader = Dates(strong.dates, strong.dates_either, strong.languages, ())
    assert reader.read(day.isoformat()) == day
    assert reader.read(f"{day.isoformat()} 05:06:07") == datetime(
        day.year, day.month, day.day, 5, 6, 7
    )


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("5m", 300), ("1h", 3600), ("1h 7m", 4020), ("1h 2min", 3720), ("35min", 2100), ("20s", 20)],
)
def test_durations(text: str, seconds: float) -> None:
    assert read_span(text) == seconds


@pytest.mark.parametrize("text", ["", "1h7", "62", "an hour", "1:30", "5 parsecs", "1" * 50_000])
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(Unreadable):
        read_span(text)


def test_clock_durations() -> None:
    assert read_clock("0:01:30") == 90
    assert read_clock("2:38:35") == 9515
    with pytest.raises(Unreadable):
        read_clock("1:30")


def test_words_for_units() -> None:
    assert [weight_unit(word) for word in ("kg", "KGS", " lbs ", "lb.", "st")] == [
        WeightUnit.KG,
        WeightUnit.KG,
        WeightUnit.LB,
        WeightUnit.LB,
        None,
    ]
    assert [metres_in(word) for word in ("m", "km", "mi.", "yd", "ft", "kg")] == [
        1.0,
        1000.0,
        1609.344,
        0.9144,
        0.3048,
        None,
    ]


@pytest.mark.parametrize(
    ("forms", "readable", "told"),
    [
        (["%Y-%m-%d[T][ ]%H:%M[:%S]"], [], "2026-11-09 18:30:00"),
        (["%Y-%m-%d", "%d.%m.%Y[,] %H:%M"], ["12.11.2026, 17:45"], "09.11.2026 18:30"),
        (["%m/%d/%Y %H:%M %p"], [], "11/09/2026 06:30 PM"),
        ([], [], "2026-11-09 18:30:00"),
    ],
)
def test_an_unreadable_date_is_told_in_the_form_of_the_file(
    forms: list[str], readable: list[str], told: str
) -> None:
    reader = Dates(forms, (), ("en",), readable)
    for text in readable:
        reader.read(text)
    with pytest.raises(Unreadable, match=re.escape(f"a date such as {told}")):
        reader.read("soon")
