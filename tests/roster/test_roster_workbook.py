"""The roster as a workbook: a sheet a view, and texts that stay texts."""

import io
import sys
from typing import Any

import openpyxl
import pytest

from tests.roster.lines import AS_OF, line
from tl_analyzer.finding import Severity
from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.layout import Layout
from tl_analyzer.roster.formats import BINARY_FORMATS
from tl_analyzer.roster.outcomes import Incidence, Outcomes, PlaceOfPain, WeekOfDiaries
from tl_analyzer.roster.roster import Roster, roster

OUTCOMES = Outcomes(
    first_week="2026-W46",
    last_week="2026-W46",
    athletes=6,
    with_diary=5,
    response=5 / 6,
    incidence=Incidence(
        episodes=2, hours=600, assumed_share=0, per_1000_h=3.33, low=0.37, high=12.04
    ),
    weeks=(
        WeekOfDiaries(
            week="2026-W46", athletes=6, checked_in=5, with_pain=1, share=0.2, low=0.04, high=0.62
        ),
    ),
    places=(PlaceOfPain(region="lumbar", junction=True, left=1, both=1),),
    already_there=0,
    too_little=(),
    notes=("=1+1 is no formula",),
)


def book(found: Roster) -> Any:
    return openpyxl.load_workbook(io.BytesIO(BINARY_FORMATS["xlsx"]()(found, Layout())))


@pytest.fixture
def written() -> Any:
    lines = [
        line("=1+1", (Severity.RED, "new"), (Severity.WATCH, "same"), note="@SUM(A1)\x07"),
        line("anna", days_with_data=0, headline="-2"),
    ]
    return book(roster(lines, AS_OF, outcomes=OUTCOMES))


def test_a_sheet_a_view_with_headings_that_stay_and_filter(written: Any) -> None:
    assert written.sheetnames == ["roster", "flags", "outcomes"]
    for sheet in written:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(cell.font.bold for cell in sheet[1])
    assert written["roster"].column_dimensions["A"].width == 16


def test_one_row_an_athlete_and_one_a_flag(written: Any) -> None:
    rows = list(written["roster"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == ["'=1+1", "anna"]
    flags = list(written["flags"].iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[6]) for row in flags] == [("'=1+1", "red"), ("'=1+1", "watch")]


def test_no_cell_is_a_formula_and_numbers_are_numbers(written: Any) -> None:
    cells = [cell for sheet in written for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    headings = [cell.value for cell in written["roster"][1]]
    assert written["roster"].cell(2, headings.index("days_with_data") + 1).value == 3


def test_outcomes_are_there_in_figures_and_words(written: Any) -> None:
    rows = list(written["outcomes"].iter_rows(values_only=True))
    assert rows[1][:4] == ("2026-W46", 6, 5, 1)
    assert any(row[0] == "lumbar" and row[2] == 1 for row in rows)
    assert any("3.3 per 1,000 h" in str(row[0]) for row in rows)


def test_without_outcomes_there_is_no_such_sheet() -> None:
    assert book(roster([line("anna")], AS_OF)).sheetnames == ["roster", "flags"]


def test_without_openpyxl_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.delitem(sys.modules, "tl_analyzer.roster.roster_xlsx", raising=False)
    with pytest.raises(RemediableError) as told:
        BINARY_FORMATS["xlsx"]()
    assert "tl-analyzer[xlsx]" in told.value.remedy
