"""The roster in words: short where nothing is the matter, harmless whatever names hold."""

import csv
import io
import json

import pytest

from tests.roster.lines import AS_OF, line
from tl_analyzer.finding import Severity
from tl_analyzer.report.layout import Layout
from tl_analyzer.roster.formats import FORMATS
from tl_analyzer.roster.line_words import (
    changes,
    channel_in_short,
    flags_in_short,
    most_above_usual,
    who,
)
from tl_analyzer.roster.roster import roster
from tl_analyzer.roster.roster_line import RosterChannel, RosterLine

HOSTILE = (
    "<script>alert(1)</script>",
    "a" * 300,
    "\u202eevil\u202c",
    "two\nlines\x1b[31m",
    "=cmd|' /C calc'!A0",
    "| a | table |",
    "\U0001f6b4" * 40,
    "\u674e\u4f1f" * 60,
)


def channel(name: str, this: float, last: float | None, usual: float | None) -> RosterChannel:
    return RosterChannel(name=name, unit="points", this_week=this, last_week=last, usual=usual)


def text(*lines: RosterLine, width: int = 80) -> list[str]:
    return FORMATS["text"](roster(lines, AS_OF), Layout(width=width)).splitlines()


def test_one_line_for_who_is_quiet_and_at_most_three_for_who_is_not() -> None:
    quiet = line("q", note="n" * 300, groups=("g" * 90,), cleared=("TL101",))
    loud = line("u", (Severity.RED, "new"), asks=("Why?", "And?"), note="n" * 300)
    shown = text(quiet, loud)
    assert len([row for row in shown if row.lstrip().startswith("quiet")]) == 1
    begin = next(n for n, row in enumerate(shown) if row.lstrip().startswith("red"))
    end = next(n for n, row in enumerate(shown) if row.lstrip().startswith("quiet"))
    assert end - begin == 3
    assert "Ask: Why?" in shown[begin + 1]
    assert shown[begin + 2].endswith("…")
    assert len(shown) == end + 1


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("form", FORMATS)
def test_hostile_names_stay_text(form: str, name: str) -> None:
    hostile = line(name, (Severity.RED, "new"), note=name, groups=(name,), asks=(name,))
    written = FORMATS[form](roster([hostile], AS_OF, name, (name,)), Layout())
    assert not set(written) & set("\x1b\u202e\u202c") or form.startswith("json")
    if form == "md":
        assert "<script>" not in written
        assert not any(row.startswith("| a | table |") for row in written.splitlines())
    if form == "text":
        assert max(map(len, written.splitlines())) <= 80


def test_a_table_keeps_one_row_an_athlete_and_no_formula() -> None:
    found = roster([line(name, note=name, groups=(name, "@x")) for name in HOSTILE], AS_OF)
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](found, Layout()))))
    assert len(rows) == len(HOSTILE)
    cells = [cell for row in rows for cell in row.values()]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_jsonl_is_one_athlete_a_line() -> None:
    found = roster([line(name) for name in HOSTILE], AS_OF)
    rows = FORMATS["jsonl"](found, Layout()).splitlines()
    assert len(rows) == len(HOSTILE)
    assert all(json.loads(row)["level"] == "quiet" for row in rows)


def test_channels_beside_usual_and_last_week() -> None:
    assert channel_in_short(channel("hinge", 250, 110, 100)) == (
        "hinge 2.5 x usual, last week 1.1 x"
    )
    assert channel_in_short(channel("hinge", 250, None, 100)) == "hinge 2.5 x usual"
    assert channel_in_short(channel("hinge", 5, 5, None)) == "hinge 5 points, no usual yet"
    assert channel_in_short(channel("hinge", 5, 0, 0)) == "hinge 5 points, usual is none"


def test_the_channel_furthest_above_usual_is_named_and_none_that_is_alike() -> None:
    three = (channel("hinge", 120, 0, 100), channel("overhead", 30, 10, 10))
    above = line("a", channels=(*three, channel("flexion", 3, 3, None)))
    assert most_above_usual(above) == "overhead 3 x usual, last week 1 x"
    assert most_above_usual(line("b", channels=(channel("hinge", 105, 80, 100),))) == ""


def test_a_week_that_is_not_over_says_so_beside_what_it_is_compared_with() -> None:
    hinge = (channel("hinge", 250, 110, 100),)
    half = line("a", (Severity.RED, "new"), channels=hinge, so_far="Thu 12 Nov 12:00")
    assert most_above_usual(half) == "hinge 2.5 x usual so far, last week 1.1 x"
    assert list(changes(half)) == ["week not over, up to Thu 12 Nov 12:00"]
    over = half.model_copy(update={"so_far": ""})
    assert "so far" not in most_above_usual(over)
    assert list(changes(over)) == []


def test_flags_count_the_rest_and_leave_out_what_was_put_aside() -> None:
    many = line("a", *((Severity.AMBER, "new"), (Severity.WATCH, "same")) * 3)
    assert flags_in_short(many) == (
        "TL101 x y, amber new; TL101 watch; TL101 amber new; TL101 watch; 2 more"
    )
    aside = many.flags[0].model_copy(update={"seen_until": "2026-11-30", "seen_note": "new bar"})
    seen = many.model_copy(update={"flags": (aside,)})
    assert flags_in_short(seen) == ""
    assert list(changes(seen)) == ["put aside: TL101 until Mon 30 Nov (new bar)"]


@pytest.mark.parametrize("form", ["text", "md", "csv"])
def test_a_flag_that_was_put_aside_and_is_back_says_why_with_its_note(form: str) -> None:
    plain = line("a", (Severity.RED, "new"))
    back = plain.flags[0].model_copy(
        update={"returned": "it is red now, and was amber then", "seen_note": "new bar"}
    )
    for note, said in (("new bar", "; noted: new bar"), ("", "")):
        flag = back.model_copy(update={"seen_note": note})
        found = roster([plain.model_copy(update={"flags": (flag,)})], AS_OF)
        written = FORMATS[form](found, Layout(width=200))
        assert f"it is red now, and was amber then{said}" in written
        assert ("noted" in written) == bool(note)
        assert found.lines[0].level == "red"
    assert "returned:" not in FORMATS[form](roster([plain], AS_OF), Layout())


def test_the_head_says_of_a_week_that_is_not_over_that_it_is_not() -> None:
    for form in ("text", "md"):
        over = FORMATS[form](roster([line("a")], AS_OF), Layout())
        running = FORMATS[form](roster([line("a", so_far="Thu 12 Nov 12:00")], AS_OF), Layout())
        assert "so far" not in over
        assert "so far" in "".join(running.splitlines()[:3])


def test_one_word_for_an_athlete_of_whom_nothing_stands_out() -> None:
    found = roster([line("a")], AS_OF)
    for form in ("text", "md", "csv", "json", "jsonl"):
        assert "quiet" in FORMATS[form](found, Layout())


def test_pain_silence_and_what_cleared() -> None:
    hurt = line("a", (Severity.AMBER, "new"), pain=4.0, pain_before=1.0, cleared=("TL301",))
    assert list(changes(hurt)) == ["pain up to 4 of 10, last week 1", "cleared: TL301"]
    gone = line("b", days_with_data=0, last_day="2026-11-02", days_silent=13)
    assert list(changes(gone)) == ["nothing since Mon 2 Nov, 13 days"]
    assert list(changes(line("c", days_with_data=0))) == ["no record at all"]


def test_a_name_and_an_id_that_say_the_same_are_said_once() -> None:
    assert who(line("anna")) == "anna"
    assert who(line("x", athlete={"id": "anna", "name": "Anna"})) == "Anna (anna)"
    assert who(line("x", athlete={"id": "anna", "name": "anna"})) == "anna"


@pytest.mark.parametrize("width", range(60, 100))
def test_wide_characters_cut_no_word(width: int) -> None:
    wide = line("\u674e\u4f1f", *((Severity.AMBER, "new"), (Severity.WATCH, "same")) * 2)
    assert "…" not in "".join(text(wide, width=width))
