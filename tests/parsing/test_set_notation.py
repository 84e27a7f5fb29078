"""Set notation: what each way of writing means, and what is refused rather than guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.log import LoadMeaning, WeightUnit
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.set_notation import BarePair, NotedSet, parse_sets

KG, LB = WeightUnit.KG, WeightUnit.LB


def brief(text: str) -> list[tuple[int | None, float | None, str]]:
    return [(each.reps, each.load, each.unit or "") for each in parse_sets(text)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3x10@60kg", [(10, 60.0, "kg")] * 3),
        ("3 x 10 @ 60 kg", [(10, 60.0, "kg")] * 3),
        ("3\u00d710@62,5kg", [(10, 62.5, "kg")] * 3),
        ("3*8*40kg", [(8, 40.0, "kg")] * 3),
        ("3 sets of 10 at 60 kg", [(10, 60.0, "kg")] * 3),
        ("3 Sätze x 10 Wdh. @ 60 kg", [(10, 60.0, "kg")] * 3),
        ("5 x 5 @ 225 lbs", [(5, 225.0, "lb")] * 5),
        ("5 x 5 @ 225#", [(5, 225.0, "lb")] * 5),
        ("5x5@102.5", [(5, 102.5, "")] * 5),
        ("3x10x60", [(10, 60.0, "")] * 3),
        ("60x10x3", [(10, 60.0, "")] * 3),
        ("60kg x 10 x 3", [(10, 60.0, "kg")] * 3),
        ("60kgx5", [(5, 60.0, "kg")]),
        ("60 kg x 5, 5, 4", [(5, 60.0, "kg"), (5, 60.0, "kg"), (4, 60.0, "kg")]),
        ("5x100kg", [(5, 100.0, "kg")]),
        ("5 reps @ 225 lb", [(5, 225.0, "lb")]),
        ("100x5, 105x5", [(5, 100.0, ""), (5, 105.0, "")]),
        ("44.10x5,44.10x5", [(5, 44.1, ""), (5, 44.1, "")]),
        ("100x5; 105x3\n110x1", [(5, 100.0, ""), (3, 105.0, ""), (1, 110.0, "")]),
        ("5x5", [(5, None, "")] * 5),
        ("70kg, 6", [(6, 70.0, "kg")]),
        ("70 kg: 6, 6", [(6, 70.0, "kg"), (6, 70.0, "kg")]),
        ("70kg, 6, 75kg, 5", [(6, 70.0, "kg"), (5, 75.0, "kg")]),
        ("5, 5, 3 x 100, 105, 110 pound", [(5, 100.0, "lb"), (5, 105.0, "lb"), (3, 110.0, "lb")]),
        ("5/5/4", [(5, None, ""), (5, None, ""), (4, None, "")]),
        ("5-5-3", [(5, None, ""), (5, None, ""), (3, None, "")]),
        ("5/5/4 @ 60", [(5, 60.0, ""), (5, 60.0, ""), (4, 60.0, "")]),
        ("12", [(12, None, "")]),
        ("70 kg", [(None, 70.0, "kg")]),
    ],
)
def test_notation_means(text: str, meant: list[tuple[int | None, float | None, str]]) -> None:
    assert brief(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("82,5x5", [(5, 82.5, "")]),
        ("82,5x5,85x5", [(5, 82.5, ""), (5, 85.0, "")]),
        (",".join(["82,5x5"] * 12), [(5, 82.5, "")] * 12),
        (",".join(["80x5"] * 12), [(5, 80.0, "")] * 12),
        ("3x10@62,5", [(10, 62.5, "")] * 3),
        ("100x5,95x5", [(5, 100.0, ""), (5, 95.0, "")]),
        ("5,5,5 x 60,62,65 kg", [(5, 60.0, "kg"), (5, 62.0, "kg"), (5, 65.0, "kg")]),
        ("5, 5 x 100,5 kg", [(5, 100.5, "kg")] * 2),
    ],
)
def test_commas_separate_or_are_decimal(
    text: str, meant: list[tuple[int | None, float | None, str]]
) -> None:
    assert brief(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("BW+20", NotedSet(load=20.0, added_to_body=True)),
        ("BW x 10", NotedSet(reps=10, added_to_body=True)),
        ("5xBW", NotedSet(reps=5, added_to_body=True)),
        ("8 @ BW+20kg", NotedSet(reps=8, load=20.0, unit=KG, added_to_body=True)),
        (
            "BW-15 x 8",
            NotedSet(reps=8, load=15.0, added_to_body=True, meaning=LoadMeaning.ASSISTANCE),
        ),
        ("10 @ 2x20 kg", NotedSet(reps=10, load=20.0, unit=KG, meaning=LoadMeaning.PER_HAND)),
        ("10 reps / side @ 20lb", NotedSet(reps=10, load=20.0, unit=LB, each_side=True)),
        ("1 x 30 s", NotedSet(seconds=30.0)),
        ("30 sec", NotedSet(seconds=30.0)),
        ("2 min", NotedSet(seconds=120.0)),
        ("5 @ 100kg RPE 8.5", NotedSet(reps=5, load=100.0, unit=KG, rpe=8.5)),
        ("5 @ RIR 2", NotedSet(reps=5, rir=2.0)),
    ],
)
def test_body_hands_time_and_effort(text: str, meant: NotedSet) -> None:
    assert parse_sets(text) == (meant,)


@pytest.mark.parametrize(
    "text",
    ["8-10", "3x8-10", "3x8\u201310 @ 60kg", "5+", "AMRAP", "3 x max", "5x5 @ 80%", "3-4 x 8"],
)
def test_a_plan_is_not_work_done(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_sets(text)
    assert "not a plan" in refused.value.expected
    assert "as performed" in refused.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "10x10x3",
        "60x60x20",
        "5 x 100",
        "60/8",
        "3x10@8",
        "5,5 x 100,5 kg",
        "82.5",
        "5, 5 x 1, 2, 3 kg",
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        parse_sets(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "x",
        "rep x pound",
        "Pull up",
        "1:30",
        "9999999x5@60",
        "5x5@99999kg",
        "5 @ RPE 11",
        "0x5@60kg",
        "9" * 399,
        "5x5@60kg, " * 50,
        "½kg x 5",
        "-",
        "@8",
        "5x",
    ],
)
def test_no_notation_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        parse_sets(text)


def test_a_source_may_say_what_bare_pairs_are() -> None:
    assert parse_sets("5x5", BarePair.LOAD_BY_REPS) == (NotedSet(reps=5, load=5.0),)
    assert parse_sets("20x10, 25x10") == (NotedSet(10, 20.0), NotedSet(10, 25.0))
    assert len(parse_sets("20x10", BarePair.SETS_BY_REPS)) == 20
    assert parse_sets("5x100", BarePair.LOAD_BY_REPS) == (NotedSet(100, 5.0),)


@given(st.text(alphabet="0123456789 xX\u00d7@,;:/-+.%kglbsBWRPE\n", max_size=40) | st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        noted = parse_sets(text)
    except Unreadable as refused:
        assert refused.expected
        assert refused.hint
        return
    assert 0 < len(noted) <= 50
    assert all(each.load is None or 0.0 <= each.load <= 5000.0 for each in noted)
    assert all(each.reps is None or 0 <= each.reps <= 1000 for each in noted)


@given(
    sets=st.integers(1, 10),
    reps=st.integers(1, 30),
    half_kilos=st.integers(21, 600),
    sign=st.sampled_from("xX\u00d7*"),
    comma=st.booleans(),
)
def test_what_is_written_is_read_back(
    sets: int, reps: int, half_kilos: int, sign: str, comma: bool
) -> None:
    load = f"{half_kilos / 2:g}".replace(".", "," if comma else ".")
    meant = (NotedSet(reps, half_kilos / 2, KG),) * sets
    assert parse_sets(f"{sets} {sign} {reps} @ {load} kg") == meant
    assert parse_sets(f"{sets}{sign}{reps}@{load}kg") == meant
    assert parse_sets("; ".join([f"{load} kg {sign} {reps}"] * sets)) == meant
