"""What holds for every format, whatever the words."""

import json
import re

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tl_analyzer.finding import Severity
from tl_analyzer.report.audience import Audience
from tl_analyzer.report.formats import FORMATS
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.problem_groups import SHOWN
from tl_analyzer.report.schema import SCHEMA
from tl_analyzer.report.weekly_report import AthleteLine, WeeklyReport

ESCAPE = "\x1b"
HOSTILE = (
    "\x1b[2J\x1b]0;owned\x07 \u202egnp.exe\u202c\r\nFLAGS: none\n"
    "# not a heading | a cell | <script>alert(1)</script> [link](http://evil.example) *bold* `code`"
    " [red]markup[/red] \x9b31m"
)


def plain(text: str) -> str:
    return " ".join(text.split())


def everywhere_hostile(report: WeeklyReport) -> WeeklyReport:
    """The report with every foreign text replaced by something made to do harm."""
    problems = tuple(
        p.model_copy(update={"file": HOSTILE, "found": HOSTILE, "column": HOSTILE})
        for p in report.diagnostics
    )
    flags = tuple(
        flag.model_copy(
            update={
                "because": tuple(
                    fact.model_copy(update={"sessions": (HOSTILE,), "measure": HOSTILE})
                    for fact in flag.because
                )
            }
        )
        for flag in report.flags
    )
    coverage = report.coverage.model_copy(
        update={"unrecognised": ((HOSTILE, 1),), "sources": (HOSTILE,)}
    )
    return report.model_copy(
        update={
            "athlete": AthleteLine(id=HOSTILE, name=HOSTILE),
            "diagnostics": problems,
            "flags": flags,
            "coverage": coverage,
        }
    )


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_every_format_names_every_flag_and_plan_item(report: WeeklyReport, form: str) -> None:
    written = plain(FORMATS[form](report, Layout()))
    for flag in report.flags:
        assert flag.code in written
        assert plain(flag.clears_when).rstrip(".") in written
    for item in report.plan:
        assert item.exercise in written
        assert item.dose in written


@pytest.mark.parametrize("width", [40, 57, 63, 64, 80, 99, 100, 119, 120, 160])
@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("details", [False, True])
def test_no_line_is_wider_than_the_page(
    followed: WeeklyReport, width: int, ascii_only: bool, details: bool
) -> None:
    layout = Layout(width=width, ascii=ascii_only, details=details)
    written = FORMATS["text"](followed, layout)
    assert max(cell_len(line) for line in written.splitlines()) <= width
    assert not any(line != line.rstrip() for line in written.splitlines())


@pytest.mark.parametrize("form", ["text", "md", "json", "message"])
def test_ascii_pages_hold_ascii_alone(report: WeeklyReport, form: str) -> None:
    assert FORMATS[form](report, Layout(ascii=True)).isascii()


def test_what_matters_stands_on_the_first_screen(report: WeeklyReport) -> None:
    screen = "\n".join(FORMATS["text"](report, Layout()).splitlines()[:40])
    for flag in report.flags:
        assert flag.code in screen
    for name in ("Hinge", "Overhead", "Flexion", "Rotation"):
        assert name in screen
    for item in report.plan:
        assert item.exercise in screen


def test_details_say_what_the_short_page_leaves_out(report: WeeklyReport) -> None:
    short, full = (
        plain(FORMATS["text"](report, Layout(width=100, details=details)))
        for details in (False, True)
    )
    left_out = ("sitting in the 90 minutes before", "Leave the chair at the half hour", "Poe 2001")
    for words in left_out:
        assert words in full
        assert words not in short
        assert words in FORMATS["md"](report, Layout())


def test_colour_only_adds_escapes(report: WeeklyReport) -> None:
    colored = FORMATS["text"](report, Layout(color=True))
    assert ESCAPE in colored
    bare = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert plain(bare) == plain(FORMATS["text"](report, Layout()))


def test_severity_is_said_in_words(report: WeeklyReport) -> None:
    written = FORMATS["text"](report, Layout())
    for level in Severity:
        assert level.upper() in written


def test_the_most_severe_flag_comes_first(report: WeeklyReport) -> None:
    written = FORMATS["text"](report, Layout())
    places = [written.index(code) for code in ("TL401 desk", "TL101 h", "TL601 no", "TL804 desk")]
    assert places == sorted(places)


@pytest.mark.parametrize("form", ["text", "md"])
def test_a_referral_comes_before_everything_else(emergency: WeeklyReport, form: str) -> None:
    written = FORMATS[form](emergency, Layout())
    assert written.index("EMERGENCY") < written.index("Flags")
    assert "saddle numbness" in written
    assert "No exercises are suggested" in plain(written)


@pytest.mark.parametrize("form", ["text", "md"])
def test_all_problems_are_counted_though_few_are_shown(report: WeeklyReport, form: str) -> None:
    written = plain(FORMATS[form](report, Layout()))
    assert "unit guessed: 5 noted" in written
    assert f"and {5 - SHOWN} more like this" in written
    assert written.count("strong.csv:") == SHOWN


@pytest.mark.parametrize("form", ["text", "md"])
def test_a_gap_in_the_trend_is_no_zero(report: WeeklyReport, form: str) -> None:
    assert "▄▁·▅▅█" in FORMATS[form](report, Layout())


@pytest.mark.parametrize(
    "layout",
    [
        Layout(),
        Layout(width=40),
        Layout(ascii=True),
        Layout(audience=Audience.COACH, details=True),
    ],
)
@pytest.mark.parametrize("form", ["text", "md", "json", "message"])
def test_hostile_names_are_harmless(report: WeeklyReport, form: str, layout: Layout) -> None:
    written = FORMATS[form](everywhere_hostile(report), layout)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", written)


def test_hostile_names_are_no_markdown(report: WeeklyReport) -> None:
    written = FORMATS["md"](everywhere_hostile(report), Layout())
    assert "<script>" not in written
    assert not re.search(r"(?<!\\)\[link", written)
    assert "http://" not in written
    assert not re.search(r"(?<!\\)\*bold", written)
    assert not re.search(r"(?<!\\)`code", written)
    table = [line for line in written.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {8}
    headings = [line for line in written.splitlines() if line.startswith("#")]
    assert not any(line.startswith("# not a heading") for line in headings)


def test_hostile_names_are_no_terminal_markup(report: WeeklyReport) -> None:
    written = plain(FORMATS["text"](everywhere_hostile(report), Layout(width=120)))
    assert "[red]markup[/red]" in written


@pytest.mark.parametrize("form", ["text", "md", "json"])
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=60))
def test_any_name_can_be_printed(report: WeeklyReport, form: str, name: str) -> None:
    named = report.model_copy(update={"athlete": AthleteLine(id=name or "x", name=name)})
    written = FORMATS[form](named, Layout())
    assert ESCAPE not in written
    assert "\r" not in written
    if form == "json":
        encodable = name.encode("utf-8", "replace").decode() == name
        assert not encodable or json.loads(written)["athlete"]["name"] == name


def test_json_validates_against_the_published_schema(
    report: WeeklyReport, emergency: WeeklyReport
) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA.published())
    for value in (report, emergency):
        validator.validate(json.loads(FORMATS["json"](value, Layout())))


def test_json_is_the_value_in_a_stable_order(report: WeeklyReport) -> None:
    tree = json.loads(FORMATS["json"](report, Layout()))
    assert list(tree) == list(WeeklyReport.model_fields)
    assert WeeklyReport.model_validate(tree).flags == report.flags


def test_json_rounds_floats(report: WeeklyReport) -> None:
    noisy = report.coverage.model_copy(update={"desk_hours_measured": 0.1 + 0.2})
    tree = json.loads(FORMATS["json"](report.model_copy(update={"coverage": noisy}), Layout()))
    assert tree["coverage"]["desk_hours_measured"] == 0.3


@pytest.mark.parametrize("broken", [{"week": 46}, {"flags": "none"}, {"surprise": 1}])
def test_the_schema_refuses_other_documents(
    report: WeeklyReport, broken: dict[str, object]
) -> None:
    tree = {**json.loads(FORMATS["json"](report, Layout())), **broken}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA.published()).validate(tree)
