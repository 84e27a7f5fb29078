"""Nights of one device or two, with and without sleep recorded."""

from tl_apple.packed import Row
from tl_apple.sleep import Night, Stage, nights

ASLEEP, IN_BED = Stage.ASLEEP, Stage.IN_BED


def test_stages_and_devices_are_one_night() -> None:
    rows = [Row(0, 10, ASLEEP, 0), Row(5, 20, ASLEEP, 1), Row(25, 5, ASLEEP, 0)]
    assert nights(rows) == ([Night(0, 30, ASLEEP)], 0)


def test_time_awake_parts_two_stretches() -> None:
    rows = [Row(0, 10, ASLEEP, 0), Row(11, 10, ASLEEP, 0)]
    assert nights(rows) == ([Night(0, 10, ASLEEP), Night(11, 21, ASLEEP)], 0)


def test_time_in_bed_counts_only_where_nothing_recorded_sleep() -> None:
    rows = [Row(0, 40, IN_BED, 1), Row(10, 10, ASLEEP, 0), Row(100, 40, IN_BED, 1)]
    assert nights(rows) == ([Night(10, 20, ASLEEP), Night(100, 140, IN_BED)], 1)
