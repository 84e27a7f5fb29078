"""Whatever becomes of a sample, nothing is raised and every row is accounted for."""

from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import Problem, ProblemKind, Tally
from tl_strength import HevyJsonAdapter, JefitAdapter, ProgressionAdapter, StrengthCsvAdapter
from tl_strength.dialect import dialects
from tl_strength.layout import claimants, header_of

GOLDENS = Path(__file__).parents[1] / "goldens"
ADAPTERS: dict[str, Adapter] = {
    adapter.name: adapter
    for adapter in (
        HevyJsonAdapter(),
        JefitAdapter(),
        ProgressionAdapter(),
        StrengthCsvAdapter(),
    )
}
SAMPLES = [
    (adapter, path.read_bytes())
    for name, adapter in ADAPTERS.items()
    for path in sorted((GOLDENS / name).iterdir())
    if not path.name.endswith(".golden.json")
]


def account(adapter: Adapter, data: bytes) -> Tally:
    *found, tally = adapter.read(SourceFile.of_bytes("log", data), Reading(zone="Europe/Berlin"))
    assert isinstance(tally, Tally)
    refused = [p for p in found if isinstance(p, Problem) and p.kind is ProblemKind.REFUSED]
    assert not tally.refused or refused, "a refused row has a reason"
    return tally


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_mutated_samples_are_read_without_raising(data: st.DataObject) -> None:
    adapter, sample = data.draw(st.sampled_from(SAMPLES))
    lines = sample.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(1, len(lines) - 1)) if len(lines) > 1 else 0
        line = lines[at]
        cut = data.draw(st.integers(0, max(len(line) - 1, 0)))
        lines[at] = line[:cut] + data.draw(st.binary(max_size=8)) + line[cut + 1 :]
    account(adapter, b"".join(lines))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_cells_of_any_text_are_read_or_refused(data: st.DataObject) -> None:
    rows = [s for adapter, s in SAMPLES if adapter.name == "strength-csv"]
    sample = data.draw(st.sampled_from(rows)).decode("utf-8-sig")
    header = header_of(sample.splitlines(keepends=True))
    assert header is not None
    assert claimants(header, [each for each in dialects() if each.expand])
    cell = st.text(alphabet='0123456789 xX@,;:/-+.%kglbs"|#[]{}', max_size=20)
    cells = [
        '"' + data.draw(cell | st.just("2026-03-02")).replace('"', '""') + '"' for _ in header.cells
    ]
    before = account(ADAPTERS["strength-csv"], sample.encode())
    whole = sample.rstrip("\n") + "\n" + ",".join(cells) + "\n"
    after = account(ADAPTERS["strength-csv"], whole.encode())
    assert after.total == before.total + 1


@pytest.mark.parametrize("name", ADAPTERS)
def test_a_file_beyond_the_bound_is_refused_unread(name: str) -> None:
    def opener() -> BinaryIO:
        raise AssertionError("opened")

    file = SourceFile("log", b"", 10**10, opener)
    found = list(ADAPTERS[name].read(file, Reading()))
    assert [getattr(each, "code", "") for each in found[:-1]] == ["file-too-large"]
    assert found[-1].total == 0 if isinstance(found[-1], Tally) else False
