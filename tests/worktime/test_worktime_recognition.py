"""Which files the adapters claim, what the corpus holds, and that nothing makes them raise."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.adapter import Adapter, SourceFile
from tl_worktime import (
    ActiMotusAdapter,
    ActivpalAdapter,
    ActivpalSleepAdapter,
    ClockifyAdapter,
    DeskHeightAdapter,
    RescueTimeAdapter,
    TogglAdapter,
    WakaTimeAdapter,
    WindowsLockAdapter,
)

if TYPE_CHECKING:
    from tests.conftest import ClaimedBy
    from tests.worktime.conftest import Read

ADAPTERS: tuple[Adapter, ...] = (
    ActiMotusAdapter(),
    ActivpalAdapter(),
    ActivpalSleepAdapter(),
    ClockifyAdapter(),
    DeskHeightAdapter(),
    RescueTimeAdapter(),
    TogglAdapter(),
    WakaTimeAdapter(),
    WindowsLockAdapter(),
)
GOLDENS = Path(__file__).parent.parent / "goldens"

#: Adapter, rows in all, rows read, intervals.
CORPUS = {
    "activpal/Sleep.csv": ("activpal-sleep", 1, 1, 1),
    "activpal/Test1-EventsEx.csv": ("activpal", 6158, 6158, 419),
    "activpal/Test2-EventsEx.csv": ("activpal", 7884, 7884, 554),
    "activpal/Test_Events.csv": ("activpal", 14219, 14219, 823),
    "activpal/sampledata.def": ("activpal", 24, 0, 0),
    "activpal/sampledata_Events.csv": ("activpal", 2538, 2538, 113),
    "timetrackers/synthetic_clockify_detailed_dayfirst_eur.csv": ("clockify", 2, 0, 0),
    "timetrackers/synthetic_clockify_detailed_us12h.csv": ("clockify", 2, 2, 2),
    "timetrackers/synthetic_homeassistant_desk_height_history.csv": ("desk-height", 6, 3, 3),
    "timetrackers/synthetic_rescuetime_interval_minute.csv": ("rescuetime", 14, 11, 8),
    "timetrackers/synthetic_toggl_detailed_bom.csv": ("toggl", 5, 4, 4),
    "timetrackers/synthetic_wakatime_dump.json": ("wakatime", 15, 15, 2),
    "timetrackers/synthetic_windows_lock_events.csv": ("windows-lock", 6, 6, 3),
}


def claimants(content: bytes) -> list[str]:
    file = SourceFile.of_bytes("file", content)
    return [adapter.name for adapter in ADAPTERS if adapter.recognises(file)]


def test_nothing_else_of_the_corpus_is_claimed(claimed_by: "ClaimedBy") -> None:
    assert claimed_by(ADAPTERS) == {f"desk/{name}": [row[0]] for name, row in CORPUS.items()}


@pytest.mark.parametrize("name", CORPUS)
def test_every_row_of_the_corpus_is_accounted_for(read: "Read", corpus: Path, name: str) -> None:
    wanted, total, taken, intervals = CORPUS[name]
    adapter = next(adapter for adapter in ADAPTERS if adapter.name == wanted)
    found = read(adapter, (corpus / "desk" / name).read_bytes())
    assert (found.tally.total, found.tally.read, len(found.intervals)) == (total, taken, intervals)


def test_a_day_that_could_be_a_month_is_refused_with_the_cure(read: "Read", corpus: Path) -> None:
    folder = corpus / "desk/timetrackers"
    content = (folder / "synthetic_clockify_detailed_dayfirst_eur.csv").read_bytes()
    found = read(ClockifyAdapter(), content)
    assert found.codes == ["date-ambiguous"] * 2
    assert all("[[columns]]" in problem.hint for problem in found.problems)


@pytest.mark.parametrize(
    "content",
    [
        b"start,end,posture\n",
        b"Start Time,End Time\n24/11/2018 12:00,24/11/2018 17:00\n",
        b"start_time,end_time,event\n2026-05-04,2026-05-05,Race\n",
        b"entity_id,state,last_changed\nsensor.kitchen,21,2026-05-04T07:00:00Z\n",
        b"TimeCreated,Id,LogName\n2026-05-04T07:00:00Z,4624,Security\n",
        b"datetime,activity,steps\n2026-05-04 09:00:00,Morning Ride,0\n",
        b'{"data": [{"entity": "x", "time": 5}]}',
        b'{"buckets": {}}',
        b"date,region,side,score,signs,note\n",
        b"Date,Time Spent (seconds)\n",
        b"\x00\x01\x02",
        b"",
    ],
)
def test_heads_that_are_somebody_elses(content: bytes) -> None:
    assert claimants(content) == []


def samples() -> list[bytes]:
    names = {adapter.name for adapter in ADAPTERS}
    found = (p for p in sorted(GOLDENS.glob("*/*")) if p.parent.name in names)
    return [path.read_bytes() for path in found if not path.name.endswith(".golden.json")]


@given(st.sampled_from(samples()), st.data())
def test_mutated_samples_never_raise_and_add_up(
    read: "Read", sample: bytes, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(sample)))
    cut = data.draw(st.integers(0, 40))
    put = data.draw(st.binary(max_size=20))
    mutated = sample[:place] + put + sample[place + cut :]
    for adapter in ADAPTERS:
        read(adapter, mutated)
    claimants(mutated)


@given(st.sampled_from(ADAPTERS), st.binary(max_size=300))
def test_random_bytes_never_raise(read: "Read", adapter: Adapter, data: bytes) -> None:
    read(adapter, data)
    for sample in samples():
        read(adapter, sample[:200] + data)


@pytest.mark.parametrize("encode", [str.encode, lambda text: text.encode("utf-16")])
def test_encodings_and_line_ends(read: "Read", encode: Callable[[str], bytes]) -> None:
    text = (GOLDENS / "toggl/detailed.csv").read_text("utf-8").removeprefix("\ufeff")
    for end in ("\n", "\r\n", "\r"):
        content = encode(text.replace("\n", end))
        assert claimants(content) == ["toggl"]
        assert read(TogglAdapter(), content).tally.read == 3
