"""Who comes first on a roster, whatever the order in which the weeks were looked at."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.roster.lines import AS_OF, line
from tl_analyzer.finding import Severity
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import AthleteLine
from tl_analyzer.roster.formats import FORMATS
from tl_analyzer.roster.roster import roster
from tl_analyzer.roster.roster_line import LEVELS, RosterFlag, RosterLine

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
    ranks = [LEVELS.index(each.level) for each in one.lines]
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


def test_what_was_put_aside_counts_for_nothing_until_it_is_back() -> None:
    red = line("red", (Severity.RED, "new"))
    aside = red.flags[0].model_copy(update={"seen_until": "2026-11-30"})
    seen = red.model_copy(update={"flags": (aside,)})
    assert (red.level, red.changed) == ("red", red.flags)
    assert (seen.level, seen.changed, seen.severity) == ("quiet", (), None)
    assert seen.flags == (aside,)


def test_a_referral_cannot_be_put_aside() -> None:
    sent = line("sent", (Severity.RED, "same"), referral="clinician")
    aside = sent.flags[0].model_copy(update={"seen_until": "2026-11-30"})
    assert sent.model_copy(update={"flags": (aside,)}).level == "clinician"


def test_two_of_one_id_are_both_there_and_told_apart() -> None:
    found = roster([line("anna", place="b/anna"), line("anna", place="a/anna"), line("ben")], AS_OF)
    assert [each.place for each in found.lines] == ["a/anna", "b/anna", ""]
    assert all("a/anna, b/anna" in each.remarks[0] for each in found.lines[:2])
    assert found.lines[2].remarks == ()


def test_who_has_been_silent_for_longest_comes_first_among_the_silent() -> None:
    week, month = (line(str(n), days_with_data=0, days_silent=n) for n in (7, 28))
    never = line("never", days_with_data=0)
    assert roster([week, never, month], AS_OF).lines == (month, week, never)


def test_groups_stand_as_the_file_lists_them() -> None:
    members = [line("a", groups=("Zebra",)), line("b", groups=("Apple", "Mango"))]
    found = roster(members, AS_OF, groups=("Zebra", "Nobody"))
    assert found.groups == ("Zebra", "Apple", "Mango")
