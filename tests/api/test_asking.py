"""What a hasty caller writes: one name where several may stand, an empty path."""

from datetime import date
from pathlib import Path

import pytest

import tl_analyzer as tl

EXAMPLES = Path(__file__).parents[2] / "examples"
ROBIN = EXAMPLES / "desk_rider_lifter"
SEEN_FROM = "2026-11-16T08:00:00+01:00"


def test_one_name_is_one_exercise() -> None:
    assert tl.recognise("Deadlift") == tl.recognise(["Deadlift"])


def test_one_change_needs_no_list() -> None:
    report = tl.weekly_report(tl.read(ROBIN), "2026-W46", as_of=SEEN_FROM, what_if="stand 1/10")
    assert report.what_if is not None
    assert [applied.change for applied in report.what_if.changes] == ["stand 1/10"]


def test_one_id_needs_no_list() -> None:
    shown = tl.team_roster(EXAMPLES, week="2026-W46", as_of=SEEN_FROM, athletes="robin")
    assert [line.athlete.id for line in shown.lines] == ["robin"]


def test_an_empty_path_is_not_the_folder_one_happens_to_be_in() -> None:
    with pytest.raises(tl.RemediableError, match="no path"):
        tl.read("")


def test_a_profile_at_hand_does_as_well_as_its_file() -> None:
    by_file = tl.read(ROBIN)
    at_hand = tl.read(ROBIN, profile=tl.read_profile(ROBIN / "profile.toml"))
    reports = [
        tl.weekly_report(each, "2026-W46", as_of=SEEN_FROM).model_dump(exclude={"coverage"})
        for each in (by_file, at_hand)
    ]
    assert reports[0] == reports[1]


def test_a_day_is_a_moment_too() -> None:
    robin = tl.read(ROBIN)
    by_day = tl.weekly_report(robin, "2026-W46", as_of=date(2026, 11, 16))
    assert by_day == tl.weekly_report(robin, "2026-W46", as_of="2026-11-16")
