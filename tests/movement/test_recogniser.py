"""What must not change the reading of a name, and what must never happen."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.movement import Correction, Movement, Pattern, Recogniser, recognise

NAMES = [
    line.split("\t")[0]
    for line in (Path(__file__).parent / "names.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
names = st.sampled_from([name for name in NAMES if " " in name])


def meaning(movement: Movement) -> tuple[object, ...]:
    return (
        movement.pattern,
        movement.tl_hinge,
        movement.tl_overhead,
        movement.tl_rotation,
        movement.tl_flexion_loaded,
        movement.axial,
        movement.equipment,
        movement.unilateral,
        movement.lift,
    )


@given(names, st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_case_does_not_matter(name: str, change: object) -> None:
    assert callable(change)
    assert meaning(recognise(change(name))) == meaning(recognise(name))


@given(names, st.sampled_from(["  ", "_", " - ", ", ", "\t", "\u00a0", " / ", " \u2013 ", "..."]))
def test_blanks_and_punctuation_do_not_matter(name: str, gap: str) -> None:
    assert meaning(recognise(f" {name.replace(' ', gap)} ")) == meaning(recognise(name))


@given(names, st.sampled_from(["\U0001f3cb", "\u2605", "!!", "\u200d"]))
def test_decoration_does_not_matter(name: str, mark: str) -> None:
    assert meaning(recognise(f"{mark} {name} {mark}")) == meaning(recognise(name))


@pytest.mark.parametrize(
    "name",
    [
        "Romanian Deadlift",
        "Bent Over Row",
        "Overhead Press",
        "Box Jump",
        "Bench Press",
        "Face Pull",
        "Hip Thrust",
        "Side Bend",
        "Lat Pulldown",
        "Front Squat",
        "Kettlebell Swing",
        "Lunge",
    ],
)
@pytest.mark.parametrize("equipment", ["Barbell", "Dumbbell", "Cable", "Machine", "Band"])
def test_the_place_of_the_equipment_does_not_matter(name: str, equipment: str) -> None:
    spellings = [f"{name} ({equipment})", f"{equipment} {name}", f"{name} - {equipment}"]
    assert len({meaning(recognise(spelling)) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    "name",
    [
        "Deadlift",
        "Back Squat",
        "Power Clean",
        "Sit Up",
        "Pull-Up",
        "Side Plank",
        "Good Morning",
        "Russian Twist",
        "Windmill",
        "Farmer Walk",
        "Back Extension",
        "Toe Touch",
        "Hip Raise",
    ],
)
def test_plural_does_not_matter(name: str) -> None:
    assert meaning(recognise(name + "s")) == meaning(recognise(name))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Press, Shoulder, Dumbbell", "Dumbbell Shoulder Press"),
        ("single_arm_kettlebell_swing", "Single Arm Kettlebell Swing"),
        ("barbellBackSquat", "Barbell Back Squat"),
        ("Farmer\u2019s Walk", "Farmer's Walk"),
        ("Soulev\u00e9 de terre", "SOULEVE DE TERRE"),
        ("Rumaenisches Kreuzheben", "Rum\u00e4nisches Kreuzheben"),
        ("Kurzhantelschulterdr\u00fccken", "Schulterdr\u00fccken Kurzhantel"),
        ("1-Arm DB Row", "One Arm Dumbbell Row"),
    ],
)
def test_spellings_of_one_name_agree(one: str, other: str) -> None:
    assert meaning(recognise(one)) == meaning(recognise(other))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Dumbell Flye", "Dumbbell Flye"),
        ("Hip Trust", "Hip Thrust"),
        ("Bulgarian Squst", "Bulgarian Squat"),
        ("Hummer Curl", "Hammer Curl"),
        ("Pendelay Row", "Pendlay Row"),
        ("Box Jupm", "Box Jump"),
        ("Russian Twits", "Russian Twist"),
        ("Goblet Squt", "Goblet Squat"),
        ("Swiing", "Swing"),
        ("Trunk Rotaton", "Trunk Rotation"),
        ("Kettlebell Swnig", "Kettlebell Swing"),
        ("Overhead Pres", "Overhead Press"),
    ],
)
def test_typos_are_mended_inside_words(typed: str, meant: str) -> None:
    assert meaning(recognise(typed)) == meaning(recognise(meant))


@pytest.mark.parametrize("name", ["Training plan", "Core pace", "Best time", "Team game"])
def test_short_everyday_words_are_not_mended_into_movements(name: str) -> None:
    assert recognise(name).pattern is Pattern.OTHER


@pytest.mark.parametrize(
    ("name", "lift"),
    [
        ("McGill Curl-Up", "curl_up"),
        ("Ab Crunch", "crunch"),
        ("Curl-Up", "crunch"),
        ("Crook-Lying Breathing", "crook_lying_breathing"),
        ("Breathing lying on the back", "crook_lying_breathing"),
        ("90/90 Breathing", "ninety_ninety_breathing"),
        ("Child's Pose", "erector_stretch"),
        ("Kinderpose", "erector_stretch"),
        ("Erector stretch", "erector_stretch"),
        ("Lower back stretch", "erector_stretch"),
        ("Neutral rib lockout", "neutral_rib_lockout"),
        ("Deadlift with neutral rib lockout", "deadlift"),
        ("Gato-vaca", "cat_camel"),
        ("Lower back foam rolling", "foam_roller"),
    ],
)
def test_drills_of_the_advice_are_known_when_logged(name: str, lift: str) -> None:
    assert recognise(name).lift == lift


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("Seated Row", "horizontal_pull"),
        ("Seated Calf Raise", "isolation_lower"),
        ("Lat Pulldown", "vertical_pull"),
        ("Straight Arm Lat Pulldown", "isolation_upper"),
        ("Single Leg Press", "squat"),
        ("Single Arm Shoulder Press", "overhead_press"),
        ("Flessioni delle gambe", "isolation_lower"),
        ("Flexiones", "horizontal_press"),
        ("Trazioni al mento", "isolation_upper"),
        ("Trazioni alla sbarra", "vertical_pull"),
        ("Beindr\u00fccken", "squat"),
        ("Wadendr\u00fccken", "isolation_lower"),
        ("Rowing barre", "horizontal_pull"),
        ("Rowing", "cardio"),
    ],
)
def test_neighbours_in_spelling_are_kept_apart(name: str, pattern: str) -> None:
    assert recognise(name).pattern == pattern


@given(st.text(max_size=400))
def test_any_text_gets_an_answer(text: str) -> None:
    found = recognise(text)
    assert found.name == text
    assert 0.0 <= found.confidence <= 1.0
    assert found.via
    if not found.recognised:
        assert found.pattern is Pattern.OTHER
        assert found.via.startswith("not recognised")


@pytest.mark.parametrize(
    "name", ["", " ", "???", "\U0001f3cb\ufe0f", "5x5", "asdf qwer", "\u6df1\u8e72"]
)
def test_names_without_a_movement_are_explicitly_unknown(name: str) -> None:
    found = recognise(name)
    assert (found.pattern, found.confidence) == (Pattern.OTHER, 0.0)


def test_an_absurdly_long_name_is_read_from_its_start() -> None:
    found = recognise("Deadlift " + "x" * 1_000_000)
    assert found.pattern is Pattern.HINGE


def test_confidence_falls_with_doubt_unknown_words_and_typos() -> None:
    sure = recognise("Romanian Deadlift").confidence
    assert sure == 1.0
    assert recognise("Romanian Deadlift Zyxwvut").confidence < sure
    assert recognise("Romainan Deadlift").confidence < sure
    assert recognise("Shoulder Press").confidence < sure


def test_via_names_the_words_that_decided() -> None:
    assert recognise("Dumbbel Romanian Deadlift").via == (
        "'romanian' + 'deadlift' -> hinge ('dumbbel' read as 'dumbbell')"
    )
    assert recognise("Zxqj").via == "not recognised: no known word among 'zxqj'"


def test_the_users_mapping_wins_whatever_the_spelling() -> None:
    mapping = {
        "My Weird Name": Correction(same_as="Romanian Deadlift (Barbell)"),
        "Bench Press": Correction(pattern=Pattern.SWING),
        "Box thing": Correction(pattern=Pattern.HINGE, tl_hinge=False, lift="hip_thrust"),
    }
    recogniser = Recogniser(mapping)
    weird = recogniser.recognise("my weird-name ")
    assert (weird.name, weird.lift) == ("my weird-name ", "romanian_deadlift")
    assert weird.tl_hinge
    assert recogniser.recognise("bench press").tl_hinge
    thing = recogniser.recognise("Box thing")
    assert (thing.pattern, thing.tl_hinge, thing.lift) == (Pattern.HINGE, False, "hip_thrust")
    assert recogniser.recognise("Squat").pattern is Pattern.SQUAT
    assert recognise("Bench Press").pattern is Pattern.HORIZONTAL_PRESS


def test_a_mapping_to_an_unknown_name_stays_unknown() -> None:
    recogniser = Recogniser({"Foo": Correction(same_as="Zxqj")})
    found = recogniser.recognise("Foo")
    assert not found.recognised
    assert "your mapping" in found.via


def test_a_mapping_name_in_another_script_is_found() -> None:
    recogniser = Recogniser({"\u786c\u62c9": Correction(same_as="Deadlift")})
    assert recogniser.recognise("\u786c\u62c9").lift == "deadlift"
