"""Diaries that the athlete explained once, in ``[[columns]]`` of the profile."""

from typing import TYPE_CHECKING

import pytest

from tl_analyzer.adapter import SourceFile
from tl_analyzer.column_map import ColumnMap
from tl_analyzer.intake.identify import claimants, with_columns
from tl_analyzer.log import CheckIn, ProblemKind, Scale, Wellness
from tl_analyzer.plugins import adapters
from tl_wellness import DiaryTableAdapter

if TYPE_CHECKING:
    from tests.wellness.conftest import Read

ADAPTER = DiaryTableAdapter()
MEANS = {"date": "Tag", "score": "Wie stark", "region": "Ort", "side": "Seite", "signs": "Zeichen"}
HEADER = "Tag;Wie stark;Ort;Seite;Zeichen;Wetter\n"


def columns(**changes: object) -> ColumnMap:
    return ColumnMap.model_validate({"adapter": "diary-table", "means": MEANS, **changes})


def test_a_mapped_table_goes_to_this_adapter() -> None:
    file = SourceFile.of_bytes("tagebuch.csv", HEADER.encode())
    mapped = with_columns(file, (columns(),))
    claims, _ = claimants(mapped, adapters())
    assert [adapter.name for adapter in claims] == ["diary-table"]
    assert claimants(file, adapters())[0] == []


def test_every_mapped_column_is_read(read: "Read") -> None:
    content = HEADER + "09.11.2026;4,5;LWS;links;fever, numbness;kalt\n"
    (entry,), (note,), tally = read(ADAPTER, content, columns=columns(scale=(0, 10)))
    assert isinstance(entry, CheckIn)
    assert (entry.region, entry.side, entry.score) == ("lumbar", "left", 4.5)
    assert entry.signs == ("fever", "numbness")
    assert (note.code, tally.read) == ("columns-ignored", 1)
    assert "Wetter" in note.found


@pytest.mark.parametrize("ends", [(0, 10), (1, 10)])
def test_scales_of_the_log_become_its_score(read: "Read", ends: tuple[float, float]) -> None:
    content = HEADER + "09.11.2026;4;;;;\n"
    (entry,), _, _ = read(ADAPTER, content, columns=columns(scale=ends))
    assert isinstance(entry, CheckIn)
    assert entry.score == 4


@pytest.mark.parametrize("ends", [(0, 100), (1, 5), (0, 5), (1, 7)])
def test_other_scales_are_kept_and_never_converted(read: "Read", ends: tuple[float, float]) -> None:
    content = HEADER + "09.11.2026;4;Hüfte;;;\n"
    (pain, place), _, _ = read(ADAPTER, content, columns=columns(scale=ends))
    assert isinstance(pain, Wellness)
    assert (pain.measure, pain.value) == ("pain", 4)
    assert pain.scale == Scale(least=ends[0], most=ends[1], best="least")
    assert isinstance(place, CheckIn)
    assert (place.region, place.score) == ("hip", None)


def test_a_score_outside_its_scale_is_left_out(read: "Read") -> None:
    content = HEADER + "09.11.2026;7;LWS;;;\n"
    (entry,), problems, _ = read(ADAPTER, content, columns=columns(scale=(1, 5)))
    assert isinstance(entry, CheckIn)
    assert entry.score is None
    assert "score-unreadable" in [p.code for p in problems]


def test_the_map_says_which_of_day_and_month_comes_first(read: "Read") -> None:
    content = HEADER + "03/04/2026;4;;;;\n"
    for order, month in (("day-first", 4), ("month-first", 3)):
        (entry,), _, _ = read(ADAPTER, content, columns=columns(dates=order))
        assert entry.start.local.month == month
    entries, problems, tally = read(ADAPTER, content, columns=columns())
    assert (entries, tally.refused) == ([], 1)
    assert "date-ambiguous" in [p.code for p in problems]


def test_an_unknown_sign_is_not_counted_and_said(read: "Read") -> None:
    content = HEADER + "09.11.2026;4;;;no fever|saddle_numbness;\n"
    (entry,), problems, _ = read(ADAPTER, content, columns=columns())
    assert isinstance(entry, CheckIn)
    assert entry.signs == ("saddle_numbness",)
    (doubt,) = (p for p in problems if p.code == "sign-unknown")
    assert "emergency care" in doubt.hint


def test_a_refused_row_does_not_lose_an_emergency_in_silence(read: "Read") -> None:
    content = HEADER + "soon;4;;;bladder_change;\n"
    _, problems, _ = read(ADAPTER, content, columns=columns())
    (refused,) = (p for p in problems if p.kind is ProblemKind.REFUSED)
    assert "bladder_change" in refused.hint


def test_a_map_that_does_not_fit_is_said(read: "Read") -> None:
    entries, (problem,), tally = read(ADAPTER, "A;B\n1;2\n", columns=columns())
    assert (entries, problem.code, tally.total) == ([], "header-missing", 0)


def test_meanings_that_no_diary_has_are_named(read: "Read") -> None:
    mapped = columns(means={"date": "Tag", "score": "Wie stark", "wetter": "Wetter"})
    _, problems, _ = read(ADAPTER, HEADER + "09.11.2026;4;;;;kalt\n", columns=mapped)
    assert "map-meaning-unknown" in [p.code for p in problems]
