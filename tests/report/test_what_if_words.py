"""A changed week as it is read."""

import pytest

from tl_analyzer.finding import Severity
from tl_analyzer.report.formats import FORMATS
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.what_if_report import (
    AppliedChange,
    ChannelChanges,
    ExposureChange,
    FlagChange,
    WhatIf,
)
from tl_analyzer.report.what_if_words import what_if_entry

HOSTILE = "\x1b[2J\x1b]0;owned\x07\u202e\n# not a heading | [link](http://evil.example) *b* <b>"


def exposure(before: float, after: float, usual: float | None, name: str = "x") -> ExposureChange:
    return ExposureChange(name=name, unit="points", before=before, after=after, usual=usual)


def week(**changes: object) -> WhatIf:
    found = WhatIf(
        changes=(
            AppliedChange(change="skip thu", effect="4 sets left out on Thu 2026-11-12"),
            AppliedChange(change="walk 10", effect="10 min walk"),
        ),
        sentence="Hinge dose would have been 75 points instead of 142",
        channels=ChannelChanges(
            hinge=exposure(142.0, 75.0, 50.0),
            overhead=exposure(0.0, 0.0, 0.0),
            flexion=exposure(100.0, 50.0, None),
            rotation=exposure(100.0, 99.0, 50.0),
        ),
        measures=(exposure(12.0, 8.0, 4.0, "hard sets"),),
        cleared=(FlagChange(code="TL104", name="back-to-back", before=Severity.AMBER, after=None),),
        staying=(
            FlagChange(code="TL101", name="dose", before=Severity.RED, after=Severity.AMBER),
            FlagChange(code="TL301", name="long", before=Severity.RED, after=Severity.RED),
        ),
        new=(),
    )
    return found.model_copy(update=changes)


def test_what_it_says() -> None:
    entry = what_if_entry(week())
    assert entry is not None
    assert entry.title == "What if: skip thu; walk 10"
    assert entry.sentence.endswith("142.")
    assert entry.facts == (
        ("Changed", "4 sets left out on Thu 12 Nov."),
        ("Changed", "10 min walk."),
        ("Hinge", "142 → 75 points (2.8 → 1.5 x usual)"),
        ("Overhead", "0 points, as it was"),
        ("Flexion", "100 → 50 points"),
        ("Rotation", "100 → 99 points (2 x usual)"),
        ("Also", "hard sets 12 → 8 points (3 → 2 x usual)"),
        ("Would clear", "TL104 back to back (amber)"),
        ("Would stay", "TL101 dose (red → amber), TL301 long (red)"),
    )


def test_a_flag_that_would_be_new_is_not_passed_over() -> None:
    new = FlagChange(code="TL402", name="heavy-after", before=None, after=Severity.AMBER)
    entry = what_if_entry(week(cleared=(), new=(new,)))
    assert entry is not None
    assert ("Would clear", "none") in entry.facts
    assert entry.facts[-1] == ("Would be new", "TL402 heavy after (amber)")


def test_nothing_is_said_where_nothing_was_asked(report: WeeklyReport) -> None:
    assert what_if_entry(report.what_if) is None
    assert "What if" not in FORMATS["text"](report, Layout())


@pytest.mark.parametrize("form", ["text", "md"])
@pytest.mark.parametrize("layout", [Layout(width=40, ascii=True), Layout(width=120)])
def test_foreign_words_are_harmless(report: WeeklyReport, form: str, layout: Layout) -> None:
    applied = (AppliedChange(change=HOSTILE, effect=HOSTILE),)
    asked = report.model_copy(update={"what_if": week(changes=applied, sentence=HOSTILE)})
    written = FORMATS[form](asked, layout)
    assert not {"\x1b", "\x07", "\u202e"} & set(written)
    assert "\n# not a heading" not in written
    if layout.ascii:
        assert written.isascii()
    if form == "md":
        assert "[link](" not in written and "<b>" not in written
