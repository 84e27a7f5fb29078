"""Who comes first on a roster, whatever the order in which the weeks were looked at."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.finding import Severity
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import AthleteLine
from tl_analyzer.roster.formats import FORMATS
from tl_analyzer.roster.roster import LEVELS, level, roster
from tl_analyzer.roster.roster_line import RosterFlag, RosterLine

AS_OF = "2026-11-16T08:00:00+01:00"

flags = st.builds(
    RosterFlag,
    code=st.sampled_from(["TL101", "TL301", "TL804"]),
    name=st.just("x"),
    severity=st.sampled_from(list(Severity)),
    change=st.sampled_from(["new", "worse", "same", "better"]),
)
lines = st.builds(
    RosterLine,
    athlete=st.builds(AthleteLine, id=st.text(max_size=12), name=st.text(max_size=300)),
    week=st.just("2026-W46"),
    referral=st.sampled_from([None, None, "clinician", "emergency"]),
    flags=st.lists(flags, max_size=4).map(tuple),
    headline=st.text(max_size=50),
    days_with_data=st.integers(0, 7),
    error=st.sampled_from(["", "", "", "no such zone"]),
)


def line(name: str, *severities: tuple[Severity, str], **more: object) -> RosterLine:
    return RosterLine.model_validate(
        {
            "athlete": {"id": name},
            "days_with_data": 3,
            "flags": [
                {"code": "TL101", "name": "x", "severity": severity, "change": change}
                for severity, change in severities
            ],
            **more,
        }
    )


def test_care_first_then_level_then_what_is_new() -> None:
    expected = [
        line("referred", referral="emergency"),
        line("clinician", (Severity.WATCH, "new"), referral="clinician"),
        line("red", (Severity.RED, "same")),
        line("two new ambers", (Severity.AMBER, "new"), (Severity.AMBER, "worse")),
        line("one new amber", (Severity.AMBER, "new"), (Severity.AMBER, "same")),
        line("old ambers", (Severity.AMBER, "same"), (Severity.AMBER, "same")),
        line("watch", (Severity.WATCH, "same")),
        line("quiet", (Severity.INFO, "new")),
        line("silent", days_with_data=0),
        line("broken", error="no such zone"),
    ]
    assert list(roster(reversed(expected), AS_OF).lines) == expected


@given(st.lists(lines, max_size=8, unique_by=lambda each: each.athlete.id), st.randoms())
def test_the_order_depends_on_nothing_else(found: list[RosterLine], chance: Random) -> None:
    mixed = list(found)
    chance.shuffle(mixed)
    one, other = roster(found, AS_OF), roster(mixed, AS_OF)
    assert one == other
    ranks = [LEVELS.index(level(each)) for each in one.lines]
    assert ranks == sorted(ranks)
    assert sum(one.counted().values()) == len(found)


@given(st.lists(lines, max_size=4), st.integers(40, 100), st.booleans())
def test_every_format_shows_everybody_on_any_page(
    found: list[RosterLine], width: int, ascii_only: bool
) -> None:
    for write in FORMATS.values():
        text = write(roster(found, AS_OF), Layout(width=width, ascii=ascii_only))
        assert "\x1b" not in text
    text = FORMATS["text"](roster(found, AS_OF), Layout(width=width, ascii=ascii_only))
    assert text.isascii() or not ascii_only
