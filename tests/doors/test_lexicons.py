"""A stranger's exercise lexicon: words, and exercises that words alone do not tell."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tests.doors.conftest import WHEN
from tests.doors.strangers import distribution

if TYPE_CHECKING:
    from tests.doors.conftest import Tl

WORDS = "deadlift\\tmaastaveto, mave\\nbarbell\\ttanko\\n-\\trauhallinen"
NAMED = '["Isojako"]\\npattern = "squat"\\naxial = true\\n["Suomi row"]\\nsame_as = "Bent over row"'


def lexicon(site: Path, words: str = WORDS, named: str = NAMED, name: str = "suomi") -> None:
    text = (
        "from tl_analyzer.exercise_lexicon import ExerciseLexicon\n"
        f"BOOK = ExerciseLexicon(1, words='''{words}''', exercises='''{named}''')\n"
    )
    doors = {"lexicons": {name: f"{name}_words:BOOK"}}
    distribution(site, f"{name}-words", doors, **{f"{name}_words": text})


def meant(tl: "Tl", *names: str | Path) -> dict[str, dict[str, str]]:
    done = tl("exercises", "--format", "json", *names)
    assert (done.code, done.err) == (0, "")
    return {each["name"]: each for each in json.loads(done.out)}


def faults(tl: "Tl", athlete: Path) -> str:
    done = tl("report", athlete, *WHEN, "--format", "json")
    assert (done.code, done.err) == (0, "")
    return "\n".join(
        f"{each['file']}: {each['found']}"
        for each in json.loads(done.out)["diagnostics"]
        if each["code"] == "plugin-refused"
    )


def test_its_words_and_names_are_understood_and_say_whose_they_are(tl: "Tl", site: Path) -> None:
    lexicon(site)
    found = meant(tl, "Maastaveto tanko", "Isojako", "Suomi row", "Deadlift")
    assert found["Maastaveto tanko"]["pattern"] == "hinge"
    assert "'maastaveto' as suomi-words 1.0 says" in found["Maastaveto tanko"]["via"]
    assert found["Isojako"]["pattern"] == "squat"
    assert found["Isojako"]["via"] == "lexicon suomi-words 1.0"
    assert found["Suomi row"]["pattern"] == "horizontal_pull"
    assert "suomi-words" not in found["Deadlift"]["via"]


def test_the_users_own_mapping_wins(tl: "Tl", site: Path, tmp_path: Path) -> None:
    lexicon(site)
    mine = tmp_path / "mine.toml"
    mine.write_text('["Isojako"]\npattern = "lunge"\n["Mun veto"]\nsame_as = "Isojako"\n')
    found = meant(tl, "Isojako", "Mun veto", "--mapping", mine)
    assert (found["Isojako"]["pattern"], found["Isojako"]["via"]) == ("lunge", "your mapping")
    assert found["Mun veto"]["pattern"] == "squat", "the lexicon says what Isojako is"


def test_a_log_in_its_words_is_counted(tl: "Tl", site: Path, anna: Path) -> None:
    csv = anna / "strong.csv"
    csv.write_text(csv.read_text().replace("Deadlift (Barbell)", "Maastaveto"))
    assert "TL101" not in tl("report", anna, *WHEN).out
    lexicon(site)
    assert "TL101" in tl("report", anna, *WHEN).out


#: Words, named exercises, and what is said of them.
SLIPS = (
    ("dedlift\\tmave", "", "Did you mean 'deadlift'?"),
    ("deadlift mave", "", "line 1: expected concepts, a tab and forms"),
    ("squat\\tdeadlift", "", "word 'deadlift' is also in tl-analyzer"),
    ("", '["Isojako"]\\npatern = "squat"', "key 'patern'"),
    ("", "Isojako = 1", "Isojako is no table"),
    ("", '["Iso\\\\u001bjako"]\\npattern = "squat"', "printable"),
    ("deadlift\\t" + "x" * 90, "", "1 to 80 characters"),
)


def test_what_is_not_sound_is_refused_by_name(tl: "Tl", site: Path, even: Path) -> None:
    for number, (words, named, _) in enumerate(SLIPS):
        lexicon(site, words, named, name=f"l{number}")
    said = faults(tl, even).splitlines()
    assert len(said) == len(SLIPS)
    for number, (_, _, why) in enumerate(SLIPS):
        (line,) = (line for line in said if line.startswith(f"exercise lexicon l{number}:"))
        assert why in line and line.endswith(f"(l{number}-words 1.0)")


def test_of_two_that_name_one_exercise_neither_is_used(tl: "Tl", site: Path, even: Path) -> None:
    lexicon(site)
    lexicon(site, "", '["isojako!"]\\npattern = "lunge"', name="ruotsi")
    assert "exercise 'isojako' is also in ruotsi-words 1.0 (suomi-words 1.0)" in faults(tl, even)
    done = tl("exercises", "--format", "json", "Isojako")
    assert json.loads(done.out)[0]["pattern"] == "other"
    # Who asks what a name means is told why nobody answers.
    assert [line.split(" cannot be used")[0] for line in done.err.splitlines()] == [
        "note: exercise lexicon ruotsi",
        "note: exercise lexicon suomi",
    ]
    assert "It is left out. Update or remove suomi-words." in done.err
