"""Numbers, times, foreign text and drawings as readers see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.report.glyphs import ASCII, UNICODE, bar, trend
from tl_analyzer.report.wording import (
    clean,
    moment,
    number,
    quantity,
    sentence,
    share,
    to_ascii,
    week_days,
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "0"),
        (-0.00001, "0"),
        (142.31, "142"),
        (31.53, "31.5"),
        (2.0, "2"),
        (0.369, "0.369"),
        (0.00049, "0"),
        (99.96, "100"),
        (1204.5, "1204"),
        (-3.25, "-3.25"),
        (float("inf"), "beyond measure"),
    ],
)
def test_numbers_have_the_digits_they_deserve(value: float, words: str) -> None:
    assert number(value) == words


def test_units_follow_numbers() -> None:
    assert quantity(1.897, "x usual") == "1.9 x usual"
    assert quantity(7, "1") == "7"
    assert quantity(7, "") == "7"
    assert share(62 / 64) == "96.9 %"


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_any_number_can_be_written(value: float) -> None:
    assert number(value)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2026-11-12", "Thu 12 Nov"),
        ("2026-11-12T17:45+01:00", "Thu 12 Nov 17:45"),
        ("2026-W46", "week 46"),
        ("soon", "soon"),
    ],
)
def test_moments_are_said_in_words(when: str, words: str) -> None:
    assert moment(when) == words


def test_the_days_of_a_week_across_the_year() -> None:
    assert week_days("2026-W46") == "Mon 9 Nov - Sun 15 Nov 2026"
    assert week_days("2026-W53") == "Mon 28 Dec 2026 - Sun 3 Jan 2027"


@given(st.text(max_size=400))
def test_clean_text_is_one_harmless_line(text: str) -> None:
    shown = clean(text)
    assert len(shown) <= 160
    assert shown.isprintable()
    assert "\u202e" not in shown
    assert clean(shown) == shown


def test_clean_leaves_ordinary_names_alone() -> None:
    name = "Übung (Kurzhantel) 5 x 5, 腰"
    assert clean(name) == name


def test_ascii_keeps_what_it_can() -> None:
    assert (
        to_ascii("Anna Ström \N{EN DASH} 5\N{MULTIPLICATION SIGN}5 ≥ 腰") == "Anna Strom - 5x5 >= ?"
    )


def test_sentences_end() -> None:
    assert sentence("No dot") == "No dot."
    assert sentence("A dot.") == "A dot."
    assert sentence("") == ""


def test_bars_mark_usual_and_show_when_they_go_on() -> None:
    assert bar(1.0, 6, ASCII) == "##|---- "
    assert bar(0.0, 6, ASCII) == "--|---- "
    assert bar(0.01, 6, ASCII) == "#-|---- "
    assert bar(2.0, 6, ASCII) == "##|##-- "
    assert bar(float("inf"), 6, ASCII) == "##|####>"
    assert bar(None, 6, ASCII).strip() == ""


def test_trends_tell_gaps_from_zeros() -> None:
    assert trend((None, 0.0, 0.001, 10.0), UNICODE) == "·▁▂█"
    assert trend((0.0, 0.0), UNICODE) == "▁▁"
    assert trend((), UNICODE) == ""


def test_what_only_joins_letters_or_emoji_leaves_no_mark() -> None:
    assert clean("Lena \U0001f6b4\u200d\u2640 \u0645\u06cc\u200c\u0631\u0648\u0645") == (
        "Lena \U0001f6b4\u2640 \u0645\u06cc\u0631\u0648\u0645"
    )
