"""Regions, sides and signs in people's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.parsing.body_words import (
    Place,
    answers,
    read_place,
    read_side,
    read_sign,
    says_nothing,
)
from tl_analyzer.vocabulary import REGIONS, SIGNS


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("thoracolumbar", Place("thoracolumbar")),
        ("Thoracolumbar junction", Place("thoracolumbar")),
        ("iliac_crest", Place("iliac_crest")),
        ("Lower back", Place("lumbar")),
        ("low-back", Place("lumbar")),
        ("LWS", Place("lumbar")),
        ("linke Hüfte", Place("hip", "left")),
        ("hip, right", Place("hip", "right")),
        ("Right Groin!", Place("groin", "right")),
        ("épaule gauche", Place("shoulder", "left")),
        ("beidseitig", Place("", "both")),
        ("back of my left hip", None),
        ("under the ribs", None),
        ("", None),
        ("hip " * 100, None),
    ],
)
def test_places(text: str, place: Place | None) -> None:
    assert read_place(text) == place


def test_the_vocabulary_reads_itself() -> None:
    assert [read_place(name) for name in REGIONS] == [Place(name) for name in REGIONS]
    assert [read_sign(name) for name in SIGNS] == list(SIGNS)


def test_several_answers_and_words_for_nothing() -> None:
    assert answers("Lower back;Hip, none\n left groin") == ["Lower back", "Hip", "left groin"]
    assert all(map(says_nothing, ("", " - ", "n/a", "None", "keine")))
    assert not says_nothing("hip")


def test_a_denied_sign_is_no_sign() -> None:
    assert read_sign("no fever") == ""
    assert read_side("not left") == ""


@given(st.text(max_size=60))
def test_any_text_is_a_known_place_or_none(text: str) -> None:
    place = read_place(text)
    assert place is None or place.region in {"", *REGIONS}
    assert read_sign(text) in {"", *SIGNS}
