"""A stranger's adapter costs its own files at most, and is named with its distribution."""

import os
import sys
import time
from collections.abc import Iterator
from typing import Any, ClassVar, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.toy_distribution import TOY, TOY_FILE
from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.column_question import ColumnQuestion
from tl_analyzer.intake.adapter_remarks import told_once
from tl_analyzer.intake.read_source import read_source
from tl_analyzer.log import BodyMass, Problem, ProblemKind, SourceReading, Tally
from tl_analyzer.plugins.containment import PATIENCE
from tl_analyzer.plugins.containment_adapter import ContainedAdapter, ContainedAskingAdapter
from tl_analyzer.plugins.group import ADAPTERS
from tl_analyzer.plugins.installed import Installed

_NAMES: dict[str, Any] = {}
exec(TOY, _NAMES)
Toy: Any = _NAMES["Toy"]

FILE = SourceFile.of_bytes("weights.toy", TOY_FILE.encode())
READING = Reading(zone="Europe/Berlin")


class Base(Toy):  # type: ignore[misc]
    """What a file holds is read, then something goes wrong."""

    def read(self, file: SourceFile, reading: Reading) -> Any:
        found = list(self.masses(file, reading))
        yield from found
        yield from self.wrong(file, reading)
        yield self.tally(file, len(found))

    def wrong(self, file: SourceFile, reading: Reading) -> Iterator[Any]:
        yield from ()


def contained(adapter: Any) -> Installed[Any]:
    held = ContainedAdapter(adapter.name, adapter.recognised, 1, "toys 0.3", adapter)
    return Installed(ADAPTERS, "toy", "toys", "0.3", held)


def came_of(adapter: Any, file: SourceFile = FILE) -> SourceReading:
    return read_source(file, READING, (contained(adapter),))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PATIENCE, "0.03")


def test_a_good_one_is_read_as_it_is() -> None:
    read = came_of(Base())
    assert [type(entry) for entry in read.entries] == [BodyMass] * 3
    assert read.problems == ()
    assert read.summary.tally == Tally(
        file="weights.toy", adapter="toy", unit="row", total=3, read=3, refused=0
    )


def test_many_values_come_whole_and_in_order() -> None:
    many = SourceFile.of_bytes(
        "a.toy", b"#toy\n" + b"\n".join(b"%d" % n for n in range(30, 130)) * 1
    )
    data = "#toy\n" + "".join(f"{30 + n / 100}\n" for n in range(1700))
    many = SourceFile.of_bytes("a.toy", data.encode())
    read = came_of(Base(), many)
    assert read.problems == ()
    assert [entry.mass.value for entry in read.entries if isinstance(entry, BodyMass)] == [
        30 + n / 100 for n in range(1700)
    ]


class Recogniser(Toy):  # type: ignore[misc]
    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def recognises(self, file: SourceFile) -> Any:
        return self.answer()


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        (lambda: "yes", "adapter-nonsense", "the answer 'yes' (str)"),
        (lambda: None, "adapter-nonsense", "the answer None (NoneType)"),
        (lambda: 1, "adapter-nonsense", "the answer 1 (int)"),
        (lambda: [True], "adapter-nonsense", "the answer of type list"),
        (lambda: int("1\n\n2"), "adapter-failed", "ValueError: invalid literal"),
        (lambda: sys.exit(2), "adapter-failed", "SystemExit: 2"),
        (lambda: time.sleep(20), "adapter-slow", "gave no sign of life for 0.15 s"),
    ],
)
@pytest.mark.usefixtures("impatient")
def test_one_that_does_not_answer_has_no_claim(answer: Any, code: str, said: str) -> None:
    read = read_source(FILE, READING, (contained(Recogniser(answer)), contained(Base())))
    assert len(read.entries) == 3
    (problem,) = read.problems
    assert (problem.file, problem.code, problem.kind) == ("adapter toy", code, ProblemKind.NOTE)
    assert problem.found.startswith(said)
    assert "toys 0.3" in str(problem)
    assert len(str(problem).splitlines()) == 1


def raising(why: BaseException) -> Any:
    def wrong(self: Any, file: SourceFile, reading: Reading) -> Iterator[Any]:
        yield from ()
        raise why

    return wrong


#: Where it raises.
HERE = f", at line {raising.__code__.co_firstlineno + 3} of {__name__}"


def yielding(*values: Any) -> Any:
    def wrong(self: Any, file: SourceFile, reading: Reading) -> Iterator[Any]:
        yield from values

    return wrong


def hanging(self: Any, file: SourceFile, reading: Reading) -> Iterator[Any]:
    yield from ()
    time.sleep(20)


def endless(self: Any, file: SourceFile, reading: Reading) -> Iterator[Any]:
    while True:
        yield self.mass(file, reading, 2, 70.0)


def twice(self: Any, file: SourceFile, reading: Reading) -> Iterator[Any]:
    yield self.tally(file, 3)


def of_another_file(self: Any, file: SourceFile, reading: Reading) -> Iterator[Any]:
    other = SourceFile.of_bytes("other", b"other")
    yield self.mass(other, reading, 1, 70.0)


def unchecked(self: Any, file: SourceFile, reading: Reading) -> Iterator[Any]:
    whole = self.mass(file, reading, 2, 70.0)
    mass, problem = cast(Any, BodyMass), cast(Any, Problem)
    yield mass.model_construct(**{**whole.__dict__, "start": "yesterday"})
    yield mass.model_construct(provenance=whole.provenance)
    yield problem.model_construct(found=3)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (raising(ValueError("row 3")), f"ValueError: row 3{HERE}"),
        (raising(SystemExit(4)), f"SystemExit: 4{HERE}"),
        (raising(RecursionError()), f"RecursionError{HERE}"),
        (raising(KeyboardInterrupt()), f"KeyboardInterrupt{HERE}"),
        (hanging, "gave no sign of life for 0.9 s"),
        (yielding({}, {}, None), "2 values of type dict; 1 value of type NoneType"),
        (of_another_file, "1 value said to come from another file or adapter"),
        (twice, "1 value of type Tally beside the first"),
        (unchecked, "2 values of type BodyMass; 1 value of type Problem"),
    ],
)
@pytest.mark.usefixtures("impatient")
def test_what_was_read_before_stays_and_one_line_names_it(wrong: Any, said: str) -> None:
    adapter = type("Wrong", (Base,), {"wrong": wrong})()
    read = came_of(adapter)
    assert len(read.entries) == 3
    (problem,) = read.problems
    assert problem.found == said
    assert (problem.file, problem.kind) == ("weights.toy", ProblemKind.REFUSED)
    assert "adapter toy (toys 0.3)" in problem.expected
    assert len(str(problem).splitlines()) == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, "TypeError: 'NoneType' object is not iterable"),
        (7, "TypeError: 'int' object is not iterable"),
        ([], "no account of the rows"),
        ("ab", "2 values of type str; no account of the rows"),
    ],
)
def test_what_is_no_iterator_is_named(answer: Any, said: str) -> None:
    adapter = type("Wrong", (Toy,), {"read": lambda *_: answer})()
    read = came_of(adapter)
    assert [problem.found for problem in read.problems] == [said]
    assert read.entries == ()


def test_an_endless_file_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tl_analyzer.plugins.containment_items.MOST_ITEMS", 1200)
    read = came_of(type("Wrong", (Base,), {"wrong": endless})())
    assert len(read.entries) == 1200 + FILE.size
    (problem,) = read.problems
    assert (
        problem.found == f"EndlessError: more than {1200 + FILE.size} values of {FILE.size} bytes"
    )


class Talker(Base):
    def recognises(self, file: SourceFile) -> bool:
        print("asked")
        return bool(super().recognises(file))

    def wrong(self, file: SourceFile, reading: Reading) -> Iterator[Any]:
        os.system("echo reading")
        yield from ()


def test_what_it_prints_is_a_remark(capfd: pytest.CaptureFixture[str]) -> None:
    read = came_of(Talker())
    assert capfd.readouterr().out == ""
    assert [p.found for p in read.problems] == [
        "printed 'asked' to standard output",
        "printed 'reading' to standard output",
    ]
    assert len(read.entries) == 3
    assert len(told_once(read.problems * 3)) == 1


def test_who_leaves_early_lets_it_tidy_up_in_silence(capfd: pytest.CaptureFixture[str]) -> None:
    class Tidy(Base):
        def read(self, file: SourceFile, reading: Reading) -> Any:
            try:
                while True:
                    yield self.mass(file, reading, 2, 70.0)
            finally:
                print("tidied")
                tidied.append(True)

    tidied: list[bool] = []
    values = contained(Tidy()).value
    assert values is not None
    reading = values.read(FILE, READING)
    next(reading)
    reading.close()
    assert tidied == [True]
    assert capfd.readouterr().out == ""


class Asking(Toy):  # type: ignore[misc]
    asked: ClassVar[Any] = ()

    def questions(self, file: SourceFile, reading: Reading) -> Any:
        print("questions")
        return self.asked


@pytest.mark.parametrize("asked", [None, 3, ["what?"], [None]])
def test_questions_that_are_none_are_not_asked(asked: Any) -> None:
    bare = type("Odd", (Asking,), {"asked": asked})()
    held = ContainedAskingAdapter("toy", "toys", 1, "toys 0.3", bare)
    assert held.questions(FILE, READING) == ()
    bare.asked = [ColumnQuestion("toys", ("a",), (), (), (), {})]
    assert len(held.questions(FILE, READING)) == 1


JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(), st.lists(st.integers()),
    st.just(Problem(file="x", found="a", expected="b", hint="c")),
    st.just(Tally(file="x", adapter="y", unit="row", total=0, read=0, refused=0)),
    st.sampled_from([ValueError, SystemExit, GeneratorExit, StopIteration]),
)  # fmt: skip


@settings(max_examples=80)
@given(st.lists(JUNK, max_size=8))
def test_whatever_is_yielded_is_accounted_for(junk: list[Any]) -> None:
    def wrong(self: Any, file: SourceFile, reading: Reading) -> Iterator[Any]:
        for value in junk:
            if isinstance(value, type):
                raise value
            yield value

    read = came_of(type("Junk", (Base,), {"wrong": wrong})())
    assert len(read.entries) == 3
    assert all(p.file == FILE.name for p in read.problems)
    of_adapter = [problem for problem in read.problems if problem.code.startswith("adapter-")]
    assert bool(of_adapter) == any(not isinstance(value, Problem) for value in junk)
    assert len(of_adapter) <= 2
