"""A table that a stranger's adapter knows is not held up by those that guess columns."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.column_map import ColumnMap
from tl_analyzer.intake.identify import claimants
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.plugins import adapters
from tl_analyzer.plugins.group import ADAPTERS
from tl_analyzer.plugins.installed import Installed

KETTLE = SourceFile.of_bytes(
    "k.csv", "Datum;Übung;Gewicht;Einheit;Wdh\n2026-11-09;Swing;24;kg;20\n".encode()
)


class Kettle:
    name: ClassVar[str] = "kettle"
    recognised: ClassVar[str] = "kettle: CSV with Einheit"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        return b";Einheit;" in file.head

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        yield Tally(file=file.name, adapter=self.name, unit="row", total=0, read=0, refused=0)


def names(file: SourceFile, *more: Adapter) -> list[str]:
    strangers = tuple(Installed(ADAPTERS, "kettle", "tl-kettle", "1", each) for each in more)
    return [adapter.name for adapter in claimants(file, (*adapters(), *strangers))[0]]


def test_who_knows_a_table_goes_before_who_guesses_it() -> None:
    assert names(KETTLE) == ["strength-table"]
    assert names(KETTLE, Kettle()) == ["kettle"]


def test_of_two_that_know_it_neither_does() -> None:
    assert names(KETTLE, Kettle(), Kettle()) == ["kettle", "kettle"]


def test_what_the_athlete_explained_goes_to_who_knows_it_as_well() -> None:
    means = {"date": "Datum", "exercise": "Übung", "reps": "Wdh"}
    explained = replace(KETTLE, columns=ColumnMap(adapter="strength-table", means=means))
    assert names(explained) == ["strength-table"]
    assert names(explained, Kettle()) == ["kettle"]
