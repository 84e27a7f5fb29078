"""Rides made to order, and a reader for them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta

import pytest

from examples.fit_writer import FitFile
from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Entry, Problem, Tally
from tl_fit import FitAdapter

START = datetime(2026, 5, 2, 8, 0, tzinfo=UTC)
TIMER, POSITION = 0, 44
SWITCHES = {"start": 0, "stop": 1, "stop_all": 4}

Value = Callable[[int], float | None]


def _source(data: bytes, name: str) -> SourceFile:
    return SourceFile.of_bytes(name, data)


def _read(
    data: bytes, name: str = "ride.fit", zone: str = "Europe/Berlin"
) -> list[Entry | Problem | Tally]:
    return list(FitAdapter().read(_source(data, name), Reading(zone=zone)))


def _ride(
    seconds: int = 600,
    *,
    start: datetime = START,
    big_endian: bool = False,
    fields: Mapping[str, Value] | None = None,
    missing: Iterable[int] = (),
    timer: Iterable[tuple[int, str]] = (),
    positions: Iterable[tuple[int, int]] = (),
    session: Mapping[str, float | None] | None = None,
    offset_s: int | None = 7200,
) -> FitFile:
    """A ride at 1 Hz; `fields` are functions of the second, `missing` seconds have no record.

    Each of `timer` and `positions` is a second with a switch, or with a rider position.
    """
    fit = FitFile(big_endian=big_endian)
    fit.add("file_id", type=4, manufacturer=1, product=3122, time_created=start)
    events = [(second, TIMER, SWITCHES[switch], 0) for second, switch in timer]
    events += [(second, POSITION, 3, position) for second, position in positions]
    for second, event, event_type, data in sorted(events):
        at = start + timedelta(seconds=second)
        fit.add("event", timestamp=at, event=event, event_type=event_type, data=data)
    shape: Mapping[str, Value] = (
        fields
        if fields is not None
        else {"speed": lambda _: 8.0, "cadence": lambda _: 85, "power": lambda _: 180}
    )
    left_out = set(missing)
    for second in range(seconds + 1):
        if second not in left_out:
            values = {name: value(second) for name, value in shape.items()}
            fit.add("record", timestamp=start + timedelta(seconds=second), **values)
    end = start + timedelta(seconds=seconds)
    if session is not None:
        fit.add("session", timestamp=end, start_time=start, **session)
    else:
        fit.add("session", timestamp=end, start_time=start, sport=2, sub_sport=7)
    if offset_s is not None:
        local = end + timedelta(seconds=offset_s)
        fit.add("activity", timestamp=end, num_sessions=1, local_timestamp=local)
    return fit


@pytest.fixture(scope="session")
def read() -> Callable[..., list[Entry | Problem | Tally]]:
    """Read bytes as a file: ``read(data, name=..., zone=...)``."""
    return _read


@pytest.fixture(scope="session")
def source() -> Callable[[bytes, str], SourceFile]:
    """A file of these bytes and this name."""
    return _source


@pytest.fixture(scope="session")
def make_ride() -> Callable[..., FitFile]:
    """A ride made to order; see `_ride`."""
    return _ride
