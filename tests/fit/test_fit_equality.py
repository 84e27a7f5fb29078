"""Decoding by columns gives what fitdecode gives, value by value.

The whole corpus takes a minute: ``python -m studies.fit_equality ../shared/corpus/fit``.
"""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studies.fit_equality.differences import cells, differences
from studies.fit_equality.quirks import QUIRKS, Segment, quirky_file
from studies.fit_equality.wrapping import WRAPPINGS
from tl_fit.decoding import by_columns, by_fitdecode
from tl_fit.decoding.by_fitdecode import decode_by_fitdecode
from tl_fit.decoding.decode import decode
from tl_fit.message import Decoded

#: fitdecode takes seconds for larger files [bytes].
LARGEST = 130_000

SEGMENTS = st.builds(
    Segment,
    st.lists(st.sampled_from(sorted(QUIRKS)), min_size=1, max_size=4),
    st.one_of(st.just("sound"), st.sampled_from(sorted(WRAPPINGS))),
)


def assert_equal(data: bytes) -> Decoded:
    wanted = decode_by_fitdecode(data)
    assert differences(decode(data), wanted) == []
    return wanted


@pytest.mark.parametrize("quirk", sorted(QUIRKS))
@pytest.mark.parametrize("seed", range(3))
def test_every_quirk_by_itself(quirk: str, seed: int) -> None:
    assert_equal(quirky_file([Segment([quirk])], seed))


@pytest.mark.parametrize("wrapping", sorted(WRAPPINGS))
@pytest.mark.parametrize("quirk", ["records.plain", "messages.laps", "definitions.no_fields"])
def test_every_beginning_and_ending(wrapping: str, quirk: str) -> None:
    for seed in range(10):
        assert_equal(quirky_file([Segment([quirk, "messages.events"], wrapping)], seed))


@settings(deadline=None, max_examples=150)
@given(st.lists(SEGMENTS, min_size=1, max_size=3), st.integers(0, 2**32))
def test_quirks_together(segments: list[Segment], seed: int) -> None:
    assert_equal(quirky_file(segments, seed))


@pytest.mark.parametrize("most", [1, 2, 7, 30])
@pytest.mark.parametrize("bound", ["MAX_FRAMES", "MAX_MESSAGES"])
def test_bounds_on_what_is_read(monkeypatch: pytest.MonkeyPatch, bound: str, most: int) -> None:
    """Files made to exhaust end at the same message either way."""
    for module in (by_columns, by_fitdecode):
        monkeypatch.setattr(module, bound, most)
    ended = 0
    for quirk in sorted(QUIRKS):
        wanted = assert_equal(quirky_file([Segment(["messages.file_id", quirk]), Segment([quirk])]))
        ended += "more messages" in wanted.stopped
    assert ended


def test_most_quirks_are_covered_by_columns() -> None:
    """Negative control: what falls back to fitdecode is equal for no other reason."""
    decoded = [decode(quirky_file([Segment([quirk])])) for quirk in sorted(QUIRKS)]
    assert sum(not one.uncovered for one in decoded) > len(QUIRKS) / 2
    rides = ["records.plain", "records.nothing_packed", "records.heartbeats", "messages.laps"]
    assert not decode(quirky_file([Segment(rides)])).uncovered


def test_no_bytes() -> None:
    assert_equal(b"")


def test_the_quirks_are_there() -> None:
    """Negative control: the made-up files hold what they are made for."""
    plain = decode_by_fitdecode(quirky_file([Segment(["records.plain"])]))
    assert [len(part.records) for part in plain.parts] == [40]
    assert not plain.stopped
    chained = decode_by_fitdecode(
        quirky_file([Segment(["records.plain"]), Segment(["messages.sets"])])
    )
    assert [part.counts for part in chained.parts] == [Counter(record=40), Counter(set=8)]
    cut = decode_by_fitdecode(quirky_file([Segment(["records.plain"], "no checksum")]))
    assert cut.stopped and len(cut.parts[0].records) == 40
    crashed = decode_by_fitdecode(quirky_file([Segment(["records.plain"], "no size")]))
    assert crashed.mended and len(crashed.parts[0].records) == 40
    zwift = decode_by_fitdecode(quirky_file([Segment(["records.doubled_names"])])).parts[0].records
    assert np.isfinite(zwift.distance_m).any() and np.isnan(zwift.distance_m).any()
    guesses = chained.parts[1].messages[-1].codes["category"]
    assert len(guesses) == 3 and None in guesses


def test_a_difference_is_seen() -> None:
    """Negative control: one value, one type, one message or one reason less."""
    names = ["messages.file_id", "records.plain", "messages.laps"]
    whole = decode_by_fitdecode(quirky_file([Segment(names)]))
    (part,) = whole.parts
    speed = part.records.speed_mps.copy()
    speed[7] += 1e-9
    lap = part.messages[1]
    stated = dict(lap.fields)
    others = [
        replace(whole, stopped="no reason"),
        replace(whole, mended="nothing"),
        replace(whole, parts=()),
        replace(whole, parts=(replace(part, counts=part.counts - Counter(lap=1)),)),
        replace(whole, parts=(replace(part, messages=part.messages[:-1]),)),
        replace(whole, parts=(replace(part, records=replace(part.records, speed_mps=speed)),)),
    ]
    changed = [
        {**stated, "message_index": float(stated["message_index"])},
        {name: value for name, value in stated.items() if name != "message_index"},
        dict(reversed(stated.items())),
    ]
    for fields in changed:
        messages = (part.messages[0], replace(lap, fields=fields), *part.messages[2:])
        others.append(replace(whole, parts=(replace(part, messages=messages),)))
    assert differences(whole, whole) == []
    for other in others:
        assert differences(other, whole)


def test_real_files(corpus: Path) -> None:
    compared = 0
    for path in sorted((corpus / "fit").rglob("*.fit")):
        if path.stat().st_size <= LARGEST:
            compared += cells(assert_equal(path.read_bytes()))
    assert compared > 100_000
