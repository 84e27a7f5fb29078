"""Every installed adapter keeps the promises of the contract, over samples of every format.

Those with a golden log go through the kit of `tl_analyzer.testing` (``tests/testing_kit``).
"""

import re
import tracemalloc
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tl_analyzer.adapter import CONTRACT, Adapter, Reading, SourceFile
from tl_analyzer.intake.identify import claimants
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.plugins import adapters
from tl_analyzer.promises import HOSTILE_HEADS, SAMPLE_PROMISES, broken_promises

HERE = Path(__file__).parent
GOLDEN, TABLES = HERE / "goldens", HERE / "strength" / "samples"


def sample_files(*patterns: Iterable[Path]) -> Iterator[Path]:
    """Samples of every format; the logs they mean and the scripts that make them are none."""
    for path in sorted(chain.from_iterable(patterns)):
        meaning = path.name.endswith(".golden.json") or (
            path.parent == TABLES and path.suffix == ".json"
        )
        if path.is_file() and not meaning and path.suffix not in (".py", ".pyc"):
            yield path


def sources(*patterns: Iterable[Path]) -> list[SourceFile]:
    return [SourceFile.of_bytes(p.name, p.read_bytes()) for p in sample_files(*patterns)]


SAMPLES = sources(GOLDEN.glob("*/*"), TABLES.glob("*"))
STRENGTH_TABLES = sources(TABLES.glob("*"))
BERLIN = Reading(zone="Europe/Berlin")
INSTALLED = [entry.value for entry in adapters() if entry.value is not None]


def owner(file: SourceFile) -> list[str]:
    return [adapter.name for adapter in claimants(file, adapters())[0]]


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
def test_every_sample_has_exactly_one_owner(file: SourceFile) -> None:
    assert len(owner(file)) == 1


def test_every_installed_adapter_is_one_of_this_contract() -> None:
    assert [entry for entry in adapters() if entry.error] == []
    for adapter in INSTALLED:
        assert isinstance(adapter, Adapter)
        assert adapter.contract == CONTRACT
        assert adapter.recognised


@pytest.mark.parametrize("file", STRENGTH_TABLES, ids=lambda file: file.name)
def test_a_strength_table_is_read_as_promised(file: SourceFile) -> None:
    (adapter,), _ = claimants(file, adapters())
    broken = (promise(adapter, file, BERLIN) for promise in SAMPLE_PROMISES.values())
    assert list(chain.from_iterable(broken)) == []


@pytest.mark.parametrize("adapter", INSTALLED, ids=lambda adapter: adapter.name)
def test_every_adapter_has_a_sample(adapter: Adapter) -> None:
    assert [file.name for file in SAMPLES if owner(file) == [adapter.name]]


@pytest.mark.parametrize("number", range(len(HOSTILE_HEADS)))
def test_no_two_adapters_want_the_same_hostile_head(number: int) -> None:
    for name in ("file", "a.csv", "a.json", "a.xml", "a.ics", "a.db", "a.xlsx"):
        assert len(owner(SourceFile.of_bytes(name, HOSTILE_HEADS[number]))) <= 1


#: What reading one small sample may take at its peak. [bytes]
MEMORY = 48 * 1024**2


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
def test_a_sample_is_read_in_bounded_memory(file: SourceFile) -> None:
    claims, _ = claimants(file, adapters())
    list(claims[0].read(file, BERLIN))
    tracemalloc.start()
    try:
        list(claims[0].read(file, BERLIN))
        assert tracemalloc.get_traced_memory()[1] < MEMORY
    finally:
        tracemalloc.stop()


MAGIC = (
    b"", b"PK\x03\x04", b"SQLite format 3\0", b"BEGIN:VCALENDAR\r\n", b"<HealthData ",
    b"<?xml version='1.0'?><gpx>", b'{"buckets": {', b"\x0e\x10\x1e\x08\xff\xff\xff\xff.FIT\0\0",
    b"Date,Exercise,Category,Weight,Weight Unit,Reps\n", b'[{"', b"sep=;\n", b"### SETTING ###\n",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(MAGIC), st.binary(max_size=2000), st.sampled_from(["a", "b.csv", "c.fit"]))
def test_random_bytes_are_refused_or_accounted_for(magic: bytes, tail: bytes, name: str) -> None:
    file = SourceFile.of_bytes(name, magic + tail)
    claims, problems = claimants(file, adapters())
    assert problems == []
    assert len(claims) <= 1
    for adapter in claims:
        *_, tally = adapter.read(file, BERLIN)
        assert isinstance(tally, Tally)


class Liar:
    """An adapter that breaks one promise after the other."""

    name: ClassVar[str] = "liar"
    recognised: ClassVar[str] = "everything"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        if not file.head:
            raise ValueError("nothing to see")
        return b"\xff" not in file.head

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        if b"?" in file.read():
            raise RuntimeError("a question")
        yield Tally(file="other", adapter="liar", unit="row", total=2, read=1, refused=1)


def test_the_kit_finds_what_a_liar_does() -> None:
    mine, other = SourceFile.of_bytes("a.csv", b"a,b\n1,2\n"), SourceFile.of_bytes("b", b"b")
    found = {broken.promise for broken in broken_promises(Liar(), [mine], [other])}
    assert {
        "answers yes or no to any head",
        "claims no file of another format",
        "accounts for every row",
    } <= found


class Rememberer(Liar):
    """An adapter that keeps something from one file to the next."""

    def __init__(self) -> None:
        self.last = "nothing"

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        before, self.last = self.last, file.name
        yield Problem(file=file.name, found=before, expected="nothing", hint="Forget it.")
        yield Tally(file=file.name, adapter="liar", unit="row", total=0, read=0, refused=0)


def test_the_kit_finds_an_adapter_that_remembers() -> None:
    files = [SourceFile.of_bytes(name, b"a") for name in ("a", "b", "c")]
    found = {broken.promise for broken in broken_promises(Rememberer(), files)}
    assert "reads the same whatever was read before" in found


def test_the_kit_finds_an_adapter_that_raises() -> None:
    asked = SourceFile.of_bytes("a.csv", b"a,b\n1,?\n")
    hows = [broken.how for broken in broken_promises(Liar(), [asked])]
    told = re.compile(r"raised RuntimeError: a question, at line (\d+) of " + re.escape(__name__))
    places = {int(found[1]) for how in hows if (found := told.fullmatch(how))}
    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    assert {lines[place - 1].strip() for place in places} == {'raise RuntimeError("a question")'}
