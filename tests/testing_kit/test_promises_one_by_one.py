"""Each promise by itself, over an adapter in memory that breaks that one and no other."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import ClassVar

import pytest

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import (
    BodyMass,
    Entry,
    Problem,
    Tally,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)
from tl_analyzer.promises import SAMPLE_PROMISES, broken_promises, heads, of_a_sample
from tl_analyzer.promises.kept import remembers

Item = Entry | Problem | Tally
READING = Reading(zone="Europe/Berlin")
FILE = SourceFile.of_bytes("a.csv", b"day;kg\n" + b"2026-11-09;80\n" * 20)
OTHER = SourceFile.of_bytes("b.csv", b"day;kg\n2026-11-10;90\n")


class Scale:
    """Reads one weight a row; `change` may put something else in place of what it yields."""

    name: ClassVar[str] = "scale"
    recognised: ClassVar[str] = "day;kg"
    contract: ClassVar[int] = 1

    def __init__(self, change: Callable[[Item], Item] = lambda item: item) -> None:
        self.change = change
        self.seen: list[SourceFile] = []

    def recognises(self, file: SourceFile) -> bool:
        self.seen.append(file)
        return file.head.startswith(b"day;kg")

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Item]:
        rows = file.read().splitlines()[1:]
        for line in range(2, len(rows) + 2):
            yield self.change(
                BodyMass(
                    start=When.from_date(date(2026, 11, 9), reading.zone),
                    mass=Weight(value=80, unit=WeightUnit.KG, basis=UnitBasis.STATED),
                    provenance=provenance(self, file, line),
                )
            )
        yield self.change(
            Tally(
                file=file.name,
                adapter=self.name,
                unit="row",
                total=len(rows),
                read=len(rows),
                refused=0,
            )
        )


def tally(**changed: object) -> Callable[[Item], Item]:
    def change(item: Item) -> Item:
        return item.model_copy(update=changed) if isinstance(item, Tally) else item

    return change


def source(**changed: object) -> Callable[[Item], Item]:
    def change(item: Item) -> Item:
        if not isinstance(item, BodyMass):
            return item
        from_where = item.provenance.model_copy(update=changed)
        return item.model_copy(update={"provenance": from_where})

    return change


def hows(adapter: Scale, promise: str) -> list[str]:
    return [each.how for each in SAMPLE_PROMISES[promise](adapter, FILE, READING)]


def test_a_good_adapter_keeps_them_all() -> None:
    assert list(broken_promises(Scale(), [FILE, OTHER])) == []


def test_an_adapter_that_says_no_does_not_recognise() -> None:
    adapter = Scale()
    adapter.recognises = lambda file: False  # type: ignore[method-assign]
    assert hows(adapter, "recognise") == ["said no", "said no"]


def test_an_adapter_that_opens_the_file_needs_more_than_the_head() -> None:
    adapter = Scale()
    adapter.recognises = lambda file: bool(file.read())  # type: ignore[method-assign]
    (how,) = hows(adapter, "recognise")
    assert "the file was opened" in how


@pytest.mark.parametrize(
    ("change", "how"),
    [
        (tally(read=0, total=0), "20 entries of no row that was read"),
        (tally(refused=1, read=19), "1 refused, and no problem says why"),
        (tally(file="other.csv"), "a tally of another file or adapter"),
        (tally(adapter="other"), "a tally of another file or adapter"),
        (source(file="other.csv"), "provenance of another file"),
        (source(digest="0"), "provenance of another file"),
        (source(adapter="other"), "provenance of another file"),
    ],
)
def test_an_account_that_does_not_add_up_is_told(change: Callable[[Item], Item], how: str) -> None:
    assert how in hows(Scale(change), "nothing-lost")[0]


class Backwards(Scale):
    def read(self, file: SourceFile, reading: Reading) -> Iterator[Item]:
        yield from reversed(list(super().read(file, reading)))


class Elsewhere(Scale):
    def read(self, file: SourceFile, reading: Reading) -> Iterator[Item]:
        yield Problem(file="other.csv", found="a", expected="b", hint="c")
        yield from super().read(file, reading)


def test_the_account_comes_last_and_problems_name_their_file() -> None:
    assert hows(Backwards(), "nothing-lost") == ["1 tallies, and one must come last"]
    assert hows(Elsewhere(), "nothing-lost") == ["a problem of another file: other.csv"]


class Numbered(Scale):
    """Raises another fault at each reading."""

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Item]:
        self.seen.append(file)
        raise RuntimeError(f"fault {len(self.seen)}")
        yield


def test_another_fault_is_another_result() -> None:
    assert hows(Numbered(), "idempotent") == ["another result"]


class Lasting(Scale):
    """Names the file before this one."""

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Item]:
        before = self.seen[-1].name if self.seen else "nothing"
        self.seen.append(file)
        yield Problem(file=file.name, found=before, expected="b", hint="c")
        yield from super().read(file, reading)


def test_what_was_read_before_makes_no_difference() -> None:
    assert list(remembers(Scale(), [FILE, OTHER], READING)) == []
    assert {each.file for each in remembers(Lasting(), [FILE, OTHER], READING)} == {
        "a.csv",
        "b.csv",
    }


def test_slow_answers_and_readings_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_a_sample, "READS_WITHIN_S", -1.0)
    monkeypatch.setattr(heads, "ANSWERS_WITHIN_S", -1.0)
    assert hows(Scale(), "read") == ["took 0 s"]
    assert {each.promise for each in heads.stumbles(Scale())} == {"answers soon"}


def test_damaged_copies_are_cut_and_changed_and_keep_their_columns() -> None:
    adapter = Scale()
    columns = ColumnMap(adapter="scale", means={"mass": "kg"})
    file = replace(FILE, columns=columns)
    assert list(SAMPLE_PROMISES["damaged-copies"](adapter, file, READING)) == []
    sizes = [each.size for each in adapter.seen]
    assert len(sizes) == of_a_sample.MUTATIONS
    assert sum(size < FILE.size for size in sizes) == of_a_sample.MUTATIONS // 3
    assert len({each.head for each in adapter.seen}) > of_a_sample.MUTATIONS // 2
    assert all(each.columns is columns for each in adapter.seen)


def test_an_adapter_that_prints_instead_of_answering_is_told() -> None:
    adapter = Scale()
    adapter.recognises = lambda file: print("hm") is None  # type: ignore[method-assign]
    assert hows(adapter, "recognise") == ["printed 'hm'"] * 2
