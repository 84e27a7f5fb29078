"""Broken, hostile and cut-off exports: what stands before the fault is read."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import BodyMass, Problem, Tally
from tl_apple import AppleHealthAdapter
from tl_apple.evidence import shipped_evidence

SAMPLES = Path(__file__).parent.parent / "goldens" / "apple-health"
SAMPLE = (SAMPLES / "export_of_a_german_phone.xml").read_bytes()
EXCERPT = (SAMPLES / "excerpt_without_root.xml").read_bytes()
MASS = (
    b'<Record type="HKQuantityTypeIdentifierBodyMass" unit="kg" value="70"'
    b' startDate="2026-07-06 07:00:00 +0000"/>'
)


def read(data: bytes) -> list[object]:
    return list(AppleHealthAdapter().read(SourceFile.of_bytes("export.xml", data), Reading()))


@pytest.mark.parametrize(
    "tail",
    [
        b"",
        b"<Record typ",
        b"</HealthDat",
        b"<Record a='&i;'/></HealthData>",
        b"<a><b></a>",
        b"\xff",
    ],
)
def test_what_stands_before_a_fault_is_read(tail: bytes) -> None:
    mass, problem, tally = read(b"<HealthData>" + MASS + tail)
    assert isinstance(mass, BodyMass)
    assert isinstance(problem, Problem)
    assert problem.code == "xml-broken-off"
    assert isinstance(tally, Tally)
    assert (tally.total, tally.read) == (1, 1)


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE HealthData [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    found = read(
        b'<?xml version="1.0"?>' + bomb + b'<HealthData x="&b;">' + MASS + b"</HealthData>"
    )
    assert [type(item) for item in found] == [Problem, Tally]


def test_files_over_the_bound_are_refused_unread() -> None:
    evidence = shipped_evidence()
    limit = replace(evidence.limit, file_bytes=10, fragment_bytes=10)
    adapter = AppleHealthAdapter(replace(evidence, limit=limit))
    for data in (SAMPLE, EXCERPT):
        found = list(adapter.read(SourceFile.of_bytes("export.xml", data), Reading()))
        assert [getattr(item, "code", "") for item in found] == ["file-too-large", ""]


def test_rows_over_the_bound_are_refused_and_counted() -> None:
    evidence = shipped_evidence()
    adapter = AppleHealthAdapter(replace(evidence, limit=replace(evidence.limit, rows=3)))
    *_, tally = adapter.read(SourceFile.of_bytes("export.xml", SAMPLE), Reading())
    assert isinstance(tally, Tally)
    assert tally.refused > 2


def account_of(data: bytes) -> Tally:
    *_, tally = read(data)
    assert isinstance(tally, Tally)
    return tally


@settings(max_examples=60, deadline=3000, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([SAMPLE, EXCERPT]),
    st.lists(st.tuples(st.integers(0, 9000), st.binary(max_size=6)), min_size=1, max_size=6),
)
def test_mutated_samples_never_raise_and_add_up(
    sample: bytes, changes: list[tuple[int, bytes]]
) -> None:
    data = bytearray(sample)
    for at, new in changes:
        data[at % len(data) : at % len(data) + len(new)] = new
    file = SourceFile.of_bytes("export.xml", bytes(data))
    if AppleHealthAdapter().recognises(file):
        # Building the account is its own check: it raises when it does not add up.
        account_of(bytes(data))


@settings(max_examples=40, deadline=3000)
@given(st.integers(0, len(SAMPLE)))
def test_a_cut_never_adds_to_what_is_read(cut: int) -> None:
    whole = account_of(SAMPLE)
    if AppleHealthAdapter().recognises(SourceFile.of_bytes("export.xml", SAMPLE[:cut])):
        assert account_of(SAMPLE[:cut]).total <= whole.total


@settings(max_examples=60, deadline=3000)
@given(st.binary(max_size=400))
def test_random_bytes_below_the_root_never_raise(data: bytes) -> None:
    account_of(b"<HealthData>" + data)


def test_a_hundred_thousand_rows_take_seconds(row: Callable[..., str]) -> None:
    rows = row("QuantityTypeIdentifierStepCount", "09:00", "09:05", "7").encode() * 100_000
    began = time.process_time()
    tally = account_of(b"<HealthData>" + rows + b"</HealthData>")
    assert time.process_time() - began < 20
    assert (tally.read, dict(tally.set_aside)) == (1, {"the same row again": 99_999})
