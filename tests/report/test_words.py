"""What a report says, before any layout."""

import json
import re

import pytest
from rich.cells import cell_len

from tl_analyzer.advice.wording import measurement
from tl_analyzer.finding import Evidence
from tl_analyzer.reference import Reference
from tl_analyzer.report.channel_words import channel_entries
from tl_analyzer.report.coverage_words import coverage_facts
from tl_analyzer.report.flag_words import flag_entries
from tl_analyzer.report.formats import FORMATS
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.page import page
from tl_analyzer.report.plan_words import plan_entries
from tl_analyzer.report.problem_groups import problem_groups
from tl_analyzer.report.weekly_report import AthleteLine, WeeklyReport
from tl_analyzer.report.wording import base_name, dated, some

# --- dates, lists, names -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("start at Sat 2026-11-14 17:10 or later", "start at Sat 14 Nov 17:10 or later"),
        ("(2026-11-12T17:45+01:00)", "(Thu 12 Nov 17:45)"),
        ("of 2026-W46.", "of week 46."),
        ("fewer than on 2026-11-09, or", "fewer than on Mon 9 Nov, or"),
        ("order 2026-11-091 and 2026-13-40", "order 2026-11-091 and 2026-13-40"),
    ],
)
def test_dates_inside_a_text_are_said_in_words(text: str, said: str) -> None:
    assert dated(text) == said


def test_long_lists_are_cut_and_counted() -> None:
    assert some(["a", "b"], 3) == "a, b"
    assert some([f"r{n}.fit" for n in range(27)], 3) == "r0.fit, r1.fit, r2.fit and 24 more"


def test_files_are_named_without_their_folders() -> None:
    assert base_name("logs/anna/strong.csv") == "strong.csv"
    assert base_name("C:\\logs\\strong.csv") == "strong.csv"
    assert base_name("logs/") == "logs"


# --- flags ---------------------------------------------------------------------------------------


def test_the_same_fact_at_several_times_is_said_once(
    report: WeeklyReport, bibliography: dict[str, Reference]
) -> None:
    days = ("2026-11-09", "2026-11-11", "2026-11-14")
    facts = tuple(
        Evidence(when=day, measure="longest sitting", value=280, unit="min", threshold=120)
        for day in days
    )
    other = facts[0].model_copy(update={"value": 150.0})
    flag = report.flags[0].model_copy(update={"because": (*facts, other)})
    (entry,) = flag_entries((flag,), bibliography)
    assert [fact.when for fact in entry.evidence] == [
        ("Mon 9 Nov", "Wed 11 Nov", "Sat 14 Nov"),
        ("Mon 9 Nov",),
    ]
    assert entry.evidence[0].statement == "longest sitting: 280 min (mark 120)"


def test_a_session_is_not_dated_twice(
    report: WeeklyReport, bibliography: dict[str, Reference]
) -> None:
    fact = Evidence(
        when="2026-11-12",
        measure="reps",
        value=9,
        unit="reps",
        sessions=("Thu 2026-11-12 17:45 strength 'B'",),
    )
    elsewhere = fact.model_copy(update={"when": "2026-W46"})
    flag = report.flags[0].model_copy(update={"because": (fact, elsewhere)})
    (entry,) = flag_entries((flag,), bibliography)
    assert [f.sessions for f in entry.evidence] == [
        "17:45 strength 'B'",
        "Thu 12 Nov 17:45 strength 'B'",
    ]


# --- channels ------------------------------------------------------------------------------------


def test_a_channel_without_any_exposure_is_one_line(report: WeeklyReport) -> None:
    overhead = channel_entries(report.channels)[1]
    assert overhead.silent
    assert overhead.compared == "none this week, none in the weeks before"
    written = FORMATS["text"](report, Layout())
    line = next(line for line in written.splitlines() if "Overhead" in line)
    assert line.split(maxsplit=1)[1] == overhead.compared


def test_a_channel_without_data_is_not_called_zero(report: WeeklyReport) -> None:
    unknown = report.channels.overhead.model_copy(
        update={"usual": None, "trend": (None, None, 0.0)}
    )
    channels = report.channels.model_copy(update={"overhead": unknown})
    assert channel_entries(channels)[1].compared == "nothing recorded"


def test_a_detail_alone_keeps_a_channel_from_being_silent(report: WeeklyReport) -> None:
    told = report.channels.overhead.model_copy(update={"details": {"flexion reps": 30.0}})
    channels = report.channels.model_copy(update={"overhead": told})
    assert not channel_entries(channels)[1].silent


def test_details_that_are_zero_are_left_out(report: WeeklyReport) -> None:
    hinge = report.channels.hinge.model_copy(
        update={"details": {"swings": 0.0, "hard sets": 12.0, "distance [km]": 80.5}}
    )
    channels = report.channels.model_copy(update={"hinge": hinge})
    assert channel_entries(channels)[0].details == ("hard sets: 12", "distance: 80.5 km")


@pytest.mark.parametrize("form", ["text", "md"])
def test_flexion_minutes_are_explained_once_where_they_are_used(
    report: WeeklyReport, form: str
) -> None:
    assert FORMATS[form](report, Layout()).count("flexion-minutes") == 1
    quiet = report.channels.flexion.model_copy(update={"this_week": 0.0})
    without = report.model_copy(
        update={"channels": report.channels.model_copy(update={"flexion": quiet})}
    )
    assert "flexion-minutes" not in FORMATS[form](without, Layout())


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_every_format_holds_the_numbers_of_every_channel(report: WeeklyReport, form: str) -> None:
    written = FORMATS[form](report, Layout())
    tree = json.loads(FORMATS["json"](report, Layout()))
    for name, channel in tree["channels"].items():
        assert name in written.lower()
        numbers = [channel["this_week"], channel["usual"], *channel["range"], *channel["daily"]]
        for number in filter(None, numbers):
            assert re.search(rf"\b{number:.3g}" if number < 1000 else rf"\b{number:.0f}", written)


# --- plan ----------------------------------------------------------------------------------------


def test_cues_stand_with_the_first_time_an_exercise_appears(
    report: WeeklyReport, bibliography: dict[str, Reference]
) -> None:
    item = report.plan[0].model_copy(update={"cues": ("one", "two", "three")})
    first, again = plan_entries((item, item), report.flags, bibliography)
    assert first.cues == ("one", "two")
    assert again.cues == ()


def test_the_measurement_beside_the_flag_is_not_said_again(
    report: WeeklyReport, bibliography: dict[str, Reference]
) -> None:
    fact = next(flag for flag in report.flags if flag.code == "TL401").because[0]
    item = report.plan[0].model_copy(
        update={"why": f"It helps ({measurement(fact)}); logged on 2 days."}
    )
    (entry,) = plan_entries((item,), report.flags, bibliography)
    assert entry.why == "It helps; logged on 2 days."
    (alone,) = plan_entries((item,), (), bibliography)
    assert fact.measure in alone.why


# --- coverage and problems -----------------------------------------------------------------------


def test_what_is_missing_is_said_in_one_line(report: WeeklyReport) -> None:
    bare = report.coverage.model_copy(
        update={"rides": 0, "desk_hours_measured": 0.0, "desk_hours_assumed": 0.0}
    )
    facts = {fact.label: fact.text for fact in coverage_facts(bare)}
    assert facts["Nothing on"] == "desk, rides"
    assert not {"Desk", "Rides"} & facts.keys()


def test_counts_agree_with_their_nouns(report: WeeklyReport) -> None:
    one = report.coverage.model_copy(update={"rides": 1, "sets": 1, "unrecognised": (("X", 1),)})
    facts = {fact.label: fact.text for fact in coverage_facts(one)}
    assert facts["Rides"].startswith("1 ride,")
    assert facts["Sets"].startswith("1 set,")
    assert "X (1 set)" in facts["Sets"]
    assert facts["Files"] == "6 read: strong.csv, aw.json, ride-1.fit and 3 more"


def test_problems_name_the_file_not_its_folders(report: WeeklyReport) -> None:
    (group, *_) = problem_groups(
        [report.diagnostics[0].model_copy(update={"file": "logs/anna/strong.csv"})]
    )
    assert group.shown[0].place == "strong.csv:4 [Weight]"


def test_two_files_of_one_name_are_told_apart(report: WeeklyReport) -> None:
    files = ("/athletes/anna/a/strong.csv", "/athletes/anna/b/strong.csv")
    (group, *_) = problem_groups(
        report.diagnostics[0].model_copy(update={"file": file}) for file in files
    )
    assert [each.place for each in group.shown] == [
        "a/strong.csv:4 [Weight]",
        "b/strong.csv:4 [Weight]",
    ]
    facts = coverage_facts(report.coverage.model_copy(update={"sources": files}))
    assert dict(facts)["Files"] == "2 read: a/strong.csv, b/strong.csv"


# --- the page ------------------------------------------------------------------------------------


def test_a_headline_that_repeats_the_referral_is_left_out(
    emergency: WeeklyReport, bibliography: dict[str, Reference]
) -> None:
    assert emergency.referral is not None
    same = emergency.model_copy(update={"headline": emergency.referral.message})
    assert page(same, bibliography).headline == ""
    written = " ".join(FORMATS["md"](same, Layout()).split())
    assert written.count(emergency.referral.message) == 1


def test_a_week_without_records_plans_nothing_and_says_why(
    report: WeeklyReport, bibliography: dict[str, Reference]
) -> None:
    empty = report.coverage.model_copy(update={"days_with_data": 0})
    bare = report.model_copy(update={"plan": (), "flags": (), "coverage": empty})
    assert "Nothing was recorded" in page(bare, bibliography).plan_note


@pytest.mark.parametrize(
    "name",
    [
        "x" * 300,
        "🏋️‍♀️ Kniebeuge 🦵" * 10,
        "رفعة مميتة",
        "a\u202eb\u2066c",
        "腰" * 100,
        "e\u0301" * 90,
    ],
    ids=["long", "emoji", "right-to-left", "overrides", "wide", "combining"],
)
@pytest.mark.parametrize("width", [40, 80])
def test_any_script_stays_on_the_page(report: WeeklyReport, name: str, width: int) -> None:
    coverage = report.coverage.model_copy(update={"unrecognised": ((name, 2),), "sources": (name,)})
    named = report.model_copy(
        update={"athlete": AthleteLine(id="a", name=name), "coverage": coverage}
    )
    written = FORMATS["text"](named, Layout(width=width))
    assert max(map(cell_len, written.splitlines())) <= width
    assert not {"\u202e", "\u2066", "\u200d"} & set(written)
