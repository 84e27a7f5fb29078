"""Morning measurements of HRV4Training."""

from typing import TYPE_CHECKING

from tl_analyzer.log import CheckIn, Clock, Wellness
from tl_wellness import Hrv4TrainingAdapter

if TYPE_CHECKING:
    from tests.wellness.conftest import Read

HEADER = "date, timestamp_measurement, HR, rMSSD, SDNN, pNN50, muscle_soreness, notes\n"
ADAPTER = Hrv4TrainingAdapter()


def test_blanks_in_header_cells_make_no_difference(read: "Read") -> None:
    entries, problems, _ = read(
        ADAPTER, HEADER + "2026-11-09,2026-11-09 06:31:10,47,69,80,40,3,fine\n"
    )
    assert problems == []
    values = {e.measure: e.value for e in entries if isinstance(e, Wellness)}
    assert values == {
        "resting_hr": 47, "hrv_rmssd": 69, "hrv_sdnn": 80, "hrv_pnn50": 40, "soreness": 3,
    }  # fmt: skip
    assert [e.note for e in entries if isinstance(e, CheckIn)] == ["fine"]


def test_the_clock_is_local_and_the_date_stands_in_for_it(read: "Read") -> None:
    rows = "2026-11-09,2026-11-09 06:31:10,47,,,,,-\n2026-11-10,-,48,,,,,\n"
    entries, _, _ = read(ADAPTER, HEADER + rows)
    assert [(e.start.clock, e.start.local.isoformat()) for e in entries] == [
        (Clock.LOCAL, "2026-11-09T06:31:10+01:00"),
        (Clock.DATE, "2026-11-10T12:00:00+01:00"),
    ]


def test_a_dash_is_no_value(read: "Read") -> None:
    entries, problems, tally = read(ADAPTER, HEADER + "2026-11-09,-,-,-,-,-,-,-\n")
    assert (entries, problems) == ([], [])
    assert tally.set_aside == (("day without values", 1),)


def test_ratings_have_no_scale_that_anybody_stated(read: "Read") -> None:
    (entry,), _, _ = read(ADAPTER, HEADER + "2026-11-09,-,-,-,-,-,3,-\n")
    assert isinstance(entry, Wellness)
    assert entry.scale is None


def test_lying_measurements_go_by_the_plain_name(read: "Read") -> None:
    content = "date,HR_lying,rMSSD_lying,SDNN_lying,rMSSD_standing,pNN50\n2026-11-09,47,69,80,50,\n"
    entries, (note,), _ = read(ADAPTER, content)
    values = {e.measure: e.value for e in entries if isinstance(e, Wellness)}
    assert values == {"resting_hr": 47, "hrv_rmssd": 69, "hrv_sdnn": 80}
    assert note.code == "columns-ignored"
