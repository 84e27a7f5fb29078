"""Damaged files: decoding by columns gives the values of fitdecode, or stops where it stops.

More of it, minutes long: ``python -m studies.fit_equality ../shared/corpus/fit --mutations 10000``.
"""

from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from studies.fit_equality.differences import differences
from studies.fit_equality.mutations import mutated
from studies.fit_equality.quirks import QUIRKS, Segment, any_file, quirky_file
from tl_fit.decoding.by_fitdecode import decode_by_fitdecode
from tl_fit.decoding.decode import decode

#: Real files up to this size are damaged here [bytes].
LARGEST = 6_000
SEEDS = range(200)


def assert_equal(data: bytes) -> None:
    assert differences(decode(data), decode_by_fitdecode(data)) == []


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(sorted(QUIRKS)), min_size=1, max_size=3), st.integers(0, 2**32))
def test_damaged_quirks(quirks: list[str], seed: int) -> None:
    dice = Random(seed)
    assert_equal(mutated(quirky_file([Segment(quirks)], seed), dice))


def test_damaged_made_up_files() -> None:
    for seed in SEEDS:
        dice = Random(seed)
        assert_equal(mutated(any_file(dice), dice))


def test_damaged_real_files(corpus: Path) -> None:
    real = sorted((corpus / "fit").rglob("*.fit"))
    small = [path.read_bytes() for path in real if path.stat().st_size <= LARGEST]
    for seed in SEEDS:
        dice = Random(seed)
        assert_equal(mutated(dice.choice(small), dice))


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    assert_equal(data)


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300))
def test_any_body(body: bytes) -> None:
    assert_equal(b"\x0e\x20\x7b\x08" + len(body).to_bytes(4, "little") + b".FIT\0\0" + body)


def test_many_are_covered_by_columns() -> None:
    """Negative control: what falls back to fitdecode is equal for no other reason."""
    mutants = [mutated(any_file(Random(seed)), Random(seed)) for seed in SEEDS]
    assert sum(not decode(mutant).uncovered for mutant in mutants) > len(SEEDS) / 4


def test_damage_damages() -> None:
    """Negative control: most mutants differ from the file, and many still hold records."""
    whole = quirky_file([Segment(["messages.file_id", "records.plain", "messages.laps"])])
    mutants = [mutated(whole, Random(seed)) for seed in range(100)]
    assert sum(mutant != whole for mutant in mutants) > 95
    decoded = [decode_by_fitdecode(mutant) for mutant in mutants]
    assert 20 < sum(bool(one.stopped) for one in decoded) < 95
    assert sum(any(len(part.records) for part in one.parts) for one in decoded) > 20
