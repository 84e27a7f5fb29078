"""A stranger's advice book: entries, answers to new rules, choices beside ours."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.doors.conftest import WHEN
from tests.doors.strangers import distribution, grip

if TYPE_CHECKING:
    from tests.doors.conftest import Tl

ENTRY = """
[rice_bucket]
name = "Rice bucket"
purpose = "stability"
reason = "slow work for the hand in every direction"
dose = "2 x 30 s a hand"
progression = ["3 x 30 s a hand"]
cues = ["Open and close the hand in the rice, slowly."]
minutes = 3
per_week = 3
reference = "grip_2031"
dose_evidence = "assumption"
"""

ANSWERS = """
[XY101]
needs = ["stability"]
place = "after_lifting"
choices = ["rice_bucket", "dead_bug"]

[TL101]
choices = ["rice_bucket"]
"""


def hands(site: Path, entry: str = ENTRY, answers: str = ANSWERS, name: str = "hands") -> None:
    text = (
        "from tl_analyzer.advice_book import AdviceBook\n"
        f"def book():\n    return AdviceBook(1, exercises='''{entry}''', answers='''{answers}''')\n"
    )
    doors = {"advice": {name: f"{name}_advice:book"}}
    distribution(site, f"{name}-advice", doors, **{f"{name}_advice": text})


def report(tl: "Tl", athlete: Path) -> dict[str, Any]:
    done = tl("report", athlete, *WHEN, "--format", "json")
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    assert isinstance(found, dict)
    return found


def faults(found: dict[str, Any]) -> str:
    refused = (each for each in found["diagnostics"] if each["code"] == "plugin-refused")
    return "\n".join(f"{each['file']}: {each['found']}" for each in refused)


def test_the_plan_answers_the_rule_of_a_book(tl: "Tl", site: Path, anna: Path) -> None:
    grip(site, severity="RED")
    hands(site, answers=ANSWERS.split("[TL101]")[0])
    found = report(tl, anna)
    (item,) = (item for item in found["plan"] if item["key"] == "rice_bucket")
    assert "XY101" in item["because"]
    assert "after lifting" in item["when"]
    assert item["added_by"] == "hands-advice 1.0"
    assert {each["added_by"] for each in found["plan"] if each is not item} == {""}
    for form in ("text", "md", "html"):
        page = " ".join(tl("report", anna, *WHEN, "--format", form).out.split())
        assert "Rice bucket (from hands-advice 1.0)" in page
    assert faults(found) == ""
    assert tl("plan", anna, *WHEN).code == 0


def test_it_can_be_explained_with_its_source(tl: "Tl", site: Path) -> None:
    grip(site)
    hands(site)
    words = " ".join(tl("explain", "rice bucket").out.split())
    assert "answers XY101, TL101" in words or "answers TL101, XY101" in words
    assert "Grip A, Wrist B (2031)" in words
    assert "from: hands-advice 1.0, not part of tl-analyzer" in words


def test_ours_stay_first_choice(site: Path, tl: "Tl", anna: Path) -> None:
    grip(site, body="return None")
    plain = report(tl, anna)["plan"]
    hands(site)
    assert report(tl, anna)["plan"][0] == plain[0]


#: What is changed in a sound book, and what is said of it.
SLIPS = (
    ("grip_2031", "gone", "exercise rice_bucket_0 cites 'gone'"),
    ("[rice_bucket]", "[dead_bug]", "exercise dead_bug is also in tl-analyzer"),
    ('purpose = "stability"', 'purpose = "magic"', "[rice_bucket_2] purpose: found 'magic'"),
    ("minutes = 3", "minuts = 3", "[rice_bucket_3] minuts: found unknown key 'minuts'. Did you"),
    ("minutes = 3", 'minutes = 3\nrole = "screen"', "cannot have the role 'screen'"),
    ("minutes = 3", "minutes = [", "are no TOML"),
)


def test_books_that_are_not_sound_are_refused_by_name(tl: "Tl", site: Path, anna: Path) -> None:
    grip(site)
    for number, (old, new, _) in enumerate(SLIPS):
        assert old in ENTRY
        entry = ENTRY.replace(old, new).replace("rice_bucket", f"rice_bucket_{number}")
        hands(site, entry, answers="", name=f"a{number}")
    found = report(tl, anna)
    assert found["plan"], "ours goes on"
    said = faults(found).splitlines()
    assert len(said) == len(SLIPS)
    for number, (_, _, why) in enumerate(SLIPS):
        (line,) = (line for line in said if line.startswith(f"advice catalogue a{number}:"))
        assert why in line and line.endswith(f"(a{number}-advice 1.0)")


def test_an_answer_of_ours_can_be_added_to_and_not_changed(
    tl: "Tl", site: Path, anna: Path
) -> None:
    grip(site)
    hands(site, answers='[TL101]\nplace = "evening"\nchoices = ["rice_bucket"]\n')
    assert "answer to TL101 is also in tl-analyzer" in faults(report(tl, anna))


def test_an_answer_has_one_owner(tl: "Tl", site: Path, anna: Path) -> None:
    grip(site)
    hands(site)
    entry = ENTRY.replace("rice_bucket", "towel_hang")
    answer = '[XY101]\nplace = "evening"\nchoices = ["towel_hang"]\n'
    hands(site, entry, answer, name="towels")
    assert "answer to XY101 is also in towels-advice 1.0 (hands-advice 1.0)" in faults(
        report(tl, anna)
    )
