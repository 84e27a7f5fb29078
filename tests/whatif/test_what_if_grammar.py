"""What can be asked, and how a slip of the pen is answered."""

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.whatif.change import Change, ChangeError
from tl_analyzer.whatif.drop import DropHinges
from tl_analyzer.whatif.grammar import FORMS, parse_change
from tl_analyzer.whatif.lighter import Lighter
from tl_analyzer.whatif.move import Move
from tl_analyzer.whatif.skip import Part, Skip, SkipExercise
from tl_analyzer.whatif.stand import Stand
from tl_analyzer.whatif.swap import Swap
from tl_analyzer.whatif.walk import Walk

if TYPE_CHECKING:
    from tests.whatif.conftest import Athlete

THURSDAY, FRIDAY, SATURDAY = date(2026, 11, 12), date(2026, 11, 13), date(2026, 11, 14)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("skip fri", Skip(FRIDAY)),
        ("SKIP Friday", Skip(FRIDAY)),
        ("skip 2026-11-13", Skip(FRIDAY)),
        ("skip sat:ride", Skip(SATURDAY, Part.RIDE)),
        ("skip sat: lifting", Skip(SATURDAY, Part.LIFTING)),
        ("skip fri:deadlift", SkipExercise(FRIDAY, "deadlift")),
        ("skip fri : Deadlift (Barbell): heavy", SkipExercise(FRIDAY, "Deadlift (Barbell): heavy")),
        ("swap deadlift>trap bar deadlift", Swap("deadlift", "trap bar deadlift")),
        ("swap deadlift -> rdl @ 0.8", Swap("deadlift", "rdl", 0.8)),
        ("swap deadlift>rdl@80%", Swap("deadlift", "rdl", 0.8)),
        ("stand 1/10", Stand(1.0, 10.0)),
        ("stand 0.5 / 10", Stand(0.5, 10.0)),
        ("move sat>sun", Move(SATURDAY, date(2026, 11, 15))),
        ("move thu>thu:19:00", Move(THURSDAY, THURSDAY, at=time(19))),
        ("move sat:ride > 2026-11-13:7:05", Move(SATURDAY, FRIDAY, Part.RIDE, time(7, 5))),
        ("walk 15", Walk(15.0)),
        ("walk 15 min", Walk(15.0)),
        ("drop 2 hardest hinge sets", DropHinges(2)),
        ("drop 1", DropHinges(1)),
        ("lighter 10%", Lighter(0.1)),
        ("lighter 10 %:deadlift", Lighter(0.1, "deadlift")),
    ],
)
def test_what_can_be_asked(athlete: "Athlete", text: str, change: Change) -> None:
    assert parse_change(text, athlete.week).change == change


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ("skp fri", "'skp'", "'skip'"),
        ("swop deadlift>squat", "'swop'", "'swap'"),
        ("", "no change", "skip"),
        ("fly to the moon", "'fly'", "Begin with one of"),
        ("skip", "does not say what", "skip fri"),
        ("skip fryday", "'fryday'", "'friday'"),
        ("skip fir", "'fir'", "'fri'"),
        ("skip x", "'x'", "weekday"),
        ("skip 2026-11-20", "not in week 2026-W46", "--week"),
        ("skip 2026-13-01", "no day", "weekday"),
        ("swap deadlift", "one '>'", "swap deadlift>"),
        ("swap a>b>c", "one '>'", "swap deadlift>"),
        ("swap >squat", "one '>'", "swap deadlift>"),
        ("swap a>@0.8", "which exercise", "swap deadlift>"),
        ("swap a>b@heavy", "'heavy'", "swap deadlift>"),
        ("swap a>b@0", "'0'", "swap deadlift>"),
        ("stand 10/1", "cannot be ridden", "stand 1/10"),
        ("stand 0/10", "cannot be ridden", "stand 1/10"),
        ("stand 0.001/0.01", "cannot be ridden", "stand 1/10"),
        ("stand up", "'up'", "stand 1/10"),
        ("move sat:rids>sun", "'rids'", "'ride'"),
        ("move sat>sun:25:00", "'25:00'", "19:00"),
        ("move sat>sun:noon", "'noon'", "19:00"),
        ("walk 10 minuts", "'minuts'", "'minutes'"),
        ("walk 0", "'0'", "walk 10"),
        ("walk 1e9", "'1e9'", "walk 10"),
        ("walk home", "'home'", "walk 10"),
        ("drop 2 hardest hing sets", "'hing'", "'hinge'"),
        ("drop two", "'two'", "drop 2"),
        ("drop 0", "'0'", "drop 2"),
        ("lighter 100%", "'100%'", "lighter 10%"),
        ("lighter -5%", "'-5%'", "lighter 10%"),
    ],
)
def test_a_slip_names_the_nearest_word(athlete: "Athlete", text: str, said: str, hint: str) -> None:
    with pytest.raises(ChangeError) as raised:
        parse_change(text, athlete.week)
    assert said in str(raised.value)
    assert hint in raised.value.hint


VERBS = st.sampled_from([*FORMS, "skp"])
REST = st.text("0123456789 :>@/%.-abdefghimnorstuw²٣\n", max_size=20)


@given(VERBS, REST)
def test_any_text_is_a_change_or_a_clear_error(athlete: "Athlete", verb: str, rest: str) -> None:
    try:
        proposal = parse_change(f"{verb} {rest}", athlete.week)
    except ChangeError as why:
        assert str(why) and "\n" not in str(why)
    else:
        assert proposal.words == " ".join(f"{verb} {rest}".split())
