"""What a case demands of a flag, and what a file of cases and an adapter's labels may hold."""

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from tl_analyzer.finding import Channel, Confidence, Evidence, Flag, Severity
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.remedy import RemediableError
from tl_analyzer.rules.rule import Rule
from tl_analyzer.testing.books import Book
from tl_analyzer.testing.cases.case_file import Case, cases_in
from tl_analyzer.testing.cases.verdict import unlike
from tl_analyzer.testing.golden import difference
from tl_analyzer.testing.loaded import loaded
from tl_analyzer.testing.rule_promises import explained, sourced
from tl_analyzer.testing.samples import sources

FACT = Evidence(when="2026-W46", measure="hard sets", value=7.0, unit="sets", sessions=("a",))
FIRES = {"says": "it fires", "fires": "amber"}


class Fixed:
    """A rule that always raises the same flag."""

    def __init__(self, fact: Evidence, clears_when: str) -> None:
        self.flag = Flag(
            code="X101",
            name="x",
            severity=Severity.AMBER,
            confidence=Confidence.LOW,
            channel=Channel.HINGE,
            because=(fact,),
            clears_when=clears_when,
            references=(),
        )

    def judge(self, *_: object) -> Flag:
        return self.flag


def hows(case: Case, fact: Evidence = FACT, clears_when: str = "Fewer sets.") -> list[str]:
    rule: Rule = Fixed(fact, clears_when)  # type: ignore[assignment]
    parameters: Parameters = parameter_set()
    return list(unlike(FIRES | dict(case), rule, parameters))


def test_what_a_case_says_of_a_flag_has_to_hold() -> None:
    fits = {
        "confidence": "low",
        "value": 7,
        "measure": "hard",
        "clears": "Fewer",
        "sessions": ["a"],
    }
    assert hows(fits) == []
    assert hows({"confidence": "high"}) == ["its confidence is low and should be high"]
    assert hows({"threshold": 6}) == ["its threshold is None and should be 6"]
    assert hows({"measure": "reps"}) == ["its measure says 'hard sets', without 'reps'"]
    assert hows({"sessions": ["b"]}) == ["names the sessions ['a'] and not 'b'"]
    assert hows({"fires": "watch"}) == ["is amber and should be watch"]


@pytest.mark.parametrize("number", ["value", "low", "high"])
def test_a_number_that_is_none_is_told(number: str) -> None:
    fact = FACT.model_copy(update={number: float("nan")})
    assert "'hard sets' is no finite number" in hows({}, fact)


@pytest.mark.parametrize("words", ["fewer sets.", "Fewer sets", ""])
def test_what_clears_a_flag_is_a_sentence(words: str) -> None:
    assert hows({}, clears_when=words) == [f"what clears it is no sentence: {words!r}"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('fires = "red-hot"', "fires is none of"),
        ("value = 3", "a silent case has no 'value'"),
        ('[[case]]\nsays = "one"', "says twice: one"),
        ('[[case]]\nsays = ""', "a case says nothing"),
        ("[other]", "holds no cases"),
    ],
)
def test_a_file_of_cases_that_say_nothing_is_refused(tmp_path: Path, more: str, said: str) -> None:
    file = tmp_path / "x101.toml"
    file.write_text(f'[[case]]\nsays = "one"\n{more}\n', encoding="utf-8")
    with pytest.raises(RemediableError, match=said):
        cases_in(file)


class Weak:
    """As much of a rule as its promises look at."""

    code = "X101"
    rationale = "Because [nobody_1999]_."
    parameters = ("rules.x101.gone",)


def test_a_rule_without_words_and_numbers_without_declaration_are_told() -> None:
    rule: Rule = Weak()  # type: ignore[assignment]
    (short,) = explained(rule)
    assert short.how.startswith("its docstring has 23 characters")
    shipped = next(iter(parameter_set().entries.values()))
    own = Parameters({"rules.x101.extra": shipped, "rules.x102.other": shipped})
    assert [each.how for each in sourced(rule, Book("x", own=own, parameters=own))] == [
        "there is no parameter 'rules.x101.gone'",
        "rules.x101.extra is not declared",
        "its docstring cites 'nobody_1999', which is in no bibliography",
    ]


def test_a_long_difference_is_cut() -> None:
    before, now = ("\n".join(f"{word} {n}" for n in range(60)) for word in ("a", "b"))
    assert difference(before, before) == ""
    lines = difference(before, now).splitlines()
    assert (len(lines), lines[-1]) == (61, "... and more")


class Labelled:
    """An adapter but for its labels."""

    name: object = "labelled"
    recognised: object = "x"
    contract: object = 1

    def recognises(self, file: object) -> bool:
        return False

    def read(self, file: object, reading: object) -> object:
        return iter(())


@pytest.mark.parametrize(
    ("label", "value", "said"),
    [
        ("recognised", " ", "its 'recognised' says nothing"),
        ("name", "other", "its name is 'other', its entry point 'labelled'"),
        ("contract", True, "its contract is True, not a number such as 1"),
        ("contract", 2, "it needs contract 2, and this version offers 1"),
        ("contract", 1, ""),
    ],
)
def test_the_labels_of_an_adapter_are_looked_at(
    monkeypatch: pytest.MonkeyPatch, label: str, value: object, said: str
) -> None:
    monkeypatch.setattr(Labelled, label, value)
    monkeypatch.setattr(EntryPoint, "load", lambda _: Labelled)
    found = loaded(EntryPoint("labelled", "m:A", "tl_analyzer.adapters"))
    assert found.error == said


def test_samples_lie_in_folders_too_and_hidden_files_are_none(tmp_path: Path) -> None:
    for name in ("a.csv", "in/b.csv", ".c.csv", "a.csv.golden.json", "d.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert [file.name for file in sources(tmp_path)] == ["a.csv", "b.csv"]
