"""Wellness records of intervals.icu."""

from datetime import date
from typing import TYPE_CHECKING

from tl_analyzer.log import BodyMass, CheckIn, Clock, DailyTotal, Scale, UnitBasis, Wellness
from tl_wellness import IntervalsWellnessAdapter

if TYPE_CHECKING:
    from tests.wellness.conftest import Read

HEADER = "date,restingHR,sleepSecs,sleepScore,soreness,weight,steps,comments\n"
ADAPTER = IntervalsWellnessAdapter()


def test_a_day_becomes_values_of_that_date(read: "Read") -> None:
    entries, problems, tally = read(ADAPTER, HEADER + "2026-11-09,47,26100,84,2,71.4,8123,stiff\n")
    assert (problems, tally.read) == ([], 1)
    assert {e.start.clock for e in entries} == {Clock.DATE}
    assert {e.start.local.date() for e in entries} == {date(2026, 11, 9)}
    (mass,) = (e for e in entries if isinstance(e, BodyMass))
    assert (mass.mass.kg, mass.mass.basis) == (71.4, UnitBasis.STATED)
    (steps,) = (e for e in entries if isinstance(e, DailyTotal))
    assert steps.value == 8123
    (note,) = (e for e in entries if isinstance(e, CheckIn))
    assert (note.note, note.score, note.region) == ("stiff", None, "")


def test_ratings_keep_the_scale_on_which_one_is_best(read: "Read") -> None:
    entries, _, _ = read(ADAPTER, HEADER + "2026-11-09,,,,2,,,\n")
    (soreness,) = entries
    assert isinstance(soreness, Wellness)
    assert (soreness.value, soreness.scale) == (2, Scale(least=1, most=4, best="least"))


def test_a_rating_off_the_scale_takes_the_scale_from_all_of_its_kind(read: "Read") -> None:
    content = HEADER + "2026-11-09,,,,2,,,\n2026-11-10,,,,7,,,\n"
    entries, (note,), _ = read(ADAPTER, content)
    assert [(e.value, e.scale) for e in entries if isinstance(e, Wellness)] == [
        (2, None),
        (7, None),
    ]
    assert (note.code, note.column) == ("scale-unknown", "soreness")


def test_pain_in_a_comment_is_not_turned_into_a_score(read: "Read") -> None:
    (entry,), _, _ = read(ADAPTER, HEADER + '2026-11-09,,,,,,,"TLJ 3/10, left"\n')
    assert isinstance(entry, CheckIn)
    assert (entry.score, entry.region, entry.side) == (None, "", "")


def test_names_in_any_casing(read: "Read") -> None:
    entries, problems, _ = read(ADAPTER, "id;resting_hr;SLEEP_SECS;sleepScore\n2026-11-09;47,5;1;2")
    assert problems == []
    assert [e.value for e in entries if isinstance(e, Wellness)] == [47.5, 1, 2]


def test_an_unreadable_cell_costs_itself_only(read: "Read") -> None:
    entries, (problem,), tally = read(ADAPTER, HEADER + "2026-11-09,forty,26100,,,,,\n")
    assert (len(entries), problem.code, tally.read) == (1, "value-unreadable", 1)


def test_a_row_of_unreadable_cells_is_refused(read: "Read") -> None:
    _, problems, tally = read(ADAPTER, HEADER + "2026-11-09,forty,,,,7140,,\n")
    assert [p.code for p in problems] == ["value-unreadable", "value-unreadable", "row-unreadable"]
    assert (tally.read, tally.refused) == (0, 1)


def test_json_and_csv_say_the_same(read: "Read") -> None:
    from_csv, _, _ = read(ADAPTER, HEADER + "2026-11-09,47,26100,84,2,71.4,8123,stiff\n")
    from_json, _, tally = read(
        ADAPTER,
        '[{"id": "2026-11-09", "restingHR": 47, "sleepSecs": 26100, "sleepScore": 84,'
        ' "soreness": 2, "weight": 71.4, "steps": 8123, "comments": "stiff", "sportInfo": []}]',
    )
    plain = {"provenance"}
    assert [e.model_dump(exclude=plain) for e in from_json] == [
        e.model_dump(exclude=plain) for e in from_csv
    ]
    assert tally.read == 1


def test_the_same_day_twice_counts_once(read: "Read") -> None:
    row = "2026-11-09,47,,,,,,\n"
    entries, _, tally = read(ADAPTER, HEADER + row + row + "2026-11-09,48,,,,,,\n")
    assert len(entries) == 2
    assert tally.set_aside == (("duplicate", 1),)


def test_broken_json_is_one_problem(read: "Read") -> None:
    for content in ('[{"id": "2026-11-09", "restingHR":', "[" * 100_000, '[{"restingHR": NaN}]'):
        entries, (problem,), tally = read(ADAPTER, content if "id" in content else '[{"' + content)
        assert (entries, problem.code, tally.total) == ([], "json-broken", 0)
