"""The athlete's own columns: applied where they fit, proposed where they were guessed."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from tests.table.table_reading import read_table
from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.column_map import ColumnMap
from tl_analyzer.intake.identify import claimants, with_columns
from tl_analyzer.plugins import adapters
from tl_analyzer.profile import parse_profile
from tl_table import StrengthTableAdapter

OWN = "Wann;Was;Wie oft;Wie schwer\n2026-11-09;Kreuzheben;5;140\n"
OWN_MAP = ColumnMap(
    adapter="strength-table",
    means={"date": "Wann", "exercise": "Was", "reps": "Wie oft", "load": "Wie schwer"},
)
PROFILE = 'schema = 1\n[athlete]\nid = "a"\ntimezone = "Europe/Berlin"\n\n'


def test_columns_nobody_could_guess_are_read_by_the_map() -> None:
    assert not StrengthTableAdapter().recognises(SourceFile.of_bytes("t.csv", OWN.encode()))
    found = read_table(OWN, columns=OWN_MAP)
    assert found.loads == [("Kreuzheben", 140, 5)]
    assert "columns-guessed" not in found.codes


def test_the_map_leads_to_this_adapter_below_titles_too() -> None:
    file = SourceFile.of_bytes("t.csv", ("My log\n\n" + OWN).encode())
    assert claimants(file, adapters())[0] == []
    mapped = with_columns(file, (OWN_MAP,))
    assert [adapter.name for adapter in claimants(mapped, adapters())[0]] == ["strength-table"]


def test_unit_and_order_of_the_map_count() -> None:
    columns = OWN_MAP.model_copy(update={"dates": "day-first", "unit": "lb"})
    found = read_table(OWN.replace("2026-11-09", "3/11/2026"), columns=columns)
    assert str(found.sessions[0].start.local.date()) == "2026-11-03"
    assert [(s.weight.unit, s.weight.basis) for s in found.sets if s.weight] == [
        ("lb", "configured")
    ]


def test_map_wins_over_the_guess() -> None:
    columns = ColumnMap(
        adapter="strength-table", means={"date": "Date", "exercise": "Lift", "reps": "Load"}
    )
    table = "Date,Lift,Reps,Load\n2026-11-09,Squat,99,5\n"
    assert read_table(table, columns=columns).loads == [("Squat", None, 5)]


def test_word_that_means_nothing_is_said() -> None:
    columns = ColumnMap(
        adapter="strength-table",
        means={"date": "Wann", "exercise": "Was", "reps": "Wie oft", "colour": "Wie schwer"},
    )
    found = read_table(OWN, columns=columns)
    assert "'colour'" in found.the("column-meaning-unknown").found
    assert found.loads == [("Kreuzheben", None, 5)]


def test_guess_says_itself_once_and_its_hint_is_a_profile() -> None:
    table = "Datum;Übung;Satz 1;Satz 2;Gewicht [kg]\n2026-11-09;Kniebeuge;5;5;100\n"
    problem = read_table(table).the("columns-guessed")
    toml = problem.hint.partition("\n")[2]
    (columns,) = parse_profile(PROFILE + toml).columns
    again = read_table(table, columns=columns)
    assert again.loads == read_table(table).loads
    assert "columns-guessed" not in again.codes


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20))
def test_any_header_survives_being_written_down(name: str) -> None:
    head = ["Date", "Exercise", "Reps", f"Notes ({name})"]
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in head)
    found = read_table(f"{quoted}\n2026-11-09,Squat,5,x\n")
    if "columns-guessed" in found.codes:
        toml = found.the("columns-guessed").hint.partition("\n")[2]
        assert tomllib.loads(toml)["columns"][0]["adapter"] == "strength-table"


def test_question_holds_header_values_and_guess() -> None:
    file = SourceFile.of_bytes("t.csv", b"Date,Lift,Reps,Colour\n2026-11-09,Squat,5,red\n")
    (question,) = StrengthTableAdapter().questions(file, Reading())
    assert question.header == ("Date", "Lift", "Reps", "Colour")
    assert question.values == (("2026-11-09", "Squat", "5", "red"),)
    assert question.guess == {"date": "Date", "exercise": "Lift", "reps": "Reps"}
    assert not question.missing(question.guess)
    assert question.missing({"date": "Date"})


def test_question_about_a_table_that_is_not_understood() -> None:
    file = SourceFile.of_bytes("t.csv", ("My log\n" + OWN).encode())
    (question,) = StrengthTableAdapter().questions(file, Reading())
    assert question.header == ("Wann", "Was", "Wie oft", "Wie schwer")
    assert question.guess == {}


def test_no_question_where_a_map_explains_or_no_table_is() -> None:
    adapter = StrengthTableAdapter()
    mapped = Reading(columns=(OWN_MAP,))
    assert adapter.questions(SourceFile.of_bytes("t.csv", OWN.encode()), mapped) == ()
    assert adapter.questions(SourceFile.of_bytes("t.txt", b"just prose"), Reading()) == ()
