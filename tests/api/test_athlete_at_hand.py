"""Where an athlete's log is kept, what configures it, and what somebody has seen of it."""

from datetime import date, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest

import tl_analyzer as tl
from tests.athlete_log import AthleteLog
from tests.store_import import file, import_files
from tl_analyzer.acknowledgement import Acknowledgement
from tl_analyzer.acknowledgement_text import text_of
from tl_analyzer.log import Entry
from tl_analyzer.rules.catalogue import rules_in_use
from tl_analyzer.store.connection import open_for_writing

EXAMPLES = Path(__file__).parents[2] / "examples"
ROBIN = EXAMPLES / "desk_rider_lifter"
WEEK, SEEN_FROM = "2026-W46", "2026-11-16T08:00:00+01:00"
MONDAY = date(2026, 11, 9)

MAPPING = '["Bear Pull"]\nsame_as = "Deadlift (Barbell)"\n'
PULLS: list[Entry] = [
    AthleteLog().lift(f"{MONDAY - timedelta(weeks=n)} 18:00", ("Bear Pull", 140, 5))
    for n in range(60)
]


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    file = tmp_path / "names.toml"
    file.write_text(MAPPING, encoding="utf-8")
    return file


@pytest.fixture
def store(tmp_path: Path) -> Path:
    store = tmp_path / "store.sqlite"
    with open_for_writing(store) as connection:
        for athlete in ("anna", "berta"):
            import_files(connection, file("pulls.csv", *PULLS), athlete=athlete)
    return store


def hinge(athlete: tl.Athlete) -> float:
    return tl.weekly_report(athlete, WEEK, as_of=SEEN_FROM).channels.hinge.this_week


def test_own_names_count_wherever_the_log_is(mapping: Path, store: Path) -> None:
    anna = tl.default_profile("anna", "Europe/Berlin")
    log = tl.Log(strength=tuple(PULLS))
    assert hinge(tl.of_log(log, anna)) == 0
    expected = hinge(tl.of_log(log, anna, mapping))
    assert expected > 0
    assert hinge(tl.stored("anna", store=store)) == 0
    assert hinge(tl.stored("anna", store=store, mapping=mapping)) == pytest.approx(expected)


def test_own_names_count_in_files_too(tmp_path: Path, mapping: Path) -> None:
    written = tmp_path / "sets.csv"
    written.write_text(
        "date,exercise,weight_kg,reps\n2026-11-09,Bear Pull,140,5\n", encoding="utf-8"
    )
    assert hinge(tl.read(written)) == 0
    assert hinge(tl.read(written, mapping=mapping)) > 0


def test_names_are_understood_with_a_file_of_own_ones(mapping: Path) -> None:
    (plain,) = tl.recognise("Bear Pull")
    (known,) = tl.recognise("Bear Pull", mapping=mapping)
    assert (plain.tl_hinge, known.tl_hinge) == (False, True)
    assert plain.confidence == 0


def test_all_athletes_of_a_store_are_named(store: Path) -> None:
    assert tl.stored_athletes(store) == ("anna", "berta")
    with pytest.raises(tl.RemediableError, match="holds 2 athletes: anna, berta"):
        tl.stored(store=store)


def test_a_log_reaches_back_as_far_as_is_asked(store: Path) -> None:
    anna = tl.stored("anna", store=store)
    week = anna.log(WEEK)
    year = anna.log(WEEK, since=MONDAY - timedelta(weeks=40))
    assert len(week.strength) < len(year.strength)
    assert anna.log(WEEK, since=MONDAY + timedelta(weeks=9)) == week


def test_what_had_to_be_assumed_is_told_in_the_log(store: Path) -> None:
    for athlete in (tl.stored("anna", store=store), tl.read(ROBIN / "inputs")):
        assert "profile-assumed" in {problem.code for problem in athlete.log(WEEK).problems}


def test_an_athlete_shows_no_more_than_id_and_zone() -> None:
    robin = tl.read(ROBIN)
    assert (robin.id, robin.name) == ("robin", "Robin Example")
    assert repr(robin) == "<Athlete 'robin', Europe/Berlin>"
    assert robin.monday(WEEK) == MONDAY


def test_what_somebody_has_seen_is_known_in_python(tmp_path: Path) -> None:
    folder = copytree(ROBIN, tmp_path / "robin")
    flags = tl.weekly_report(tl.read(folder), WEEK, as_of=SEEN_FROM).flags
    first = flags[-1]
    seen = Acknowledgement(
        code=first.code,
        until=MONDAY + timedelta(weeks=4),
        made_at=datetime.fromisoformat(SEEN_FROM),
        week=WEEK,
        severity=first.severity,
        measure=first.because[0].measure,
        value=first.because[0].value,
        unit=first.because[0].unit,
        threshold=first.because[0].threshold,
    )
    # Some editors put a byte-order mark before what they save.
    (folder / "acknowledged.toml").write_text(text_of("robin", [seen]), encoding="utf-8-sig")
    report = tl.weekly_report(tl.read(folder), WEEK, as_of=SEEN_FROM)
    assert [each.code for each in report.acknowledged] == [first.code]


@pytest.mark.parametrize("profile", [None, tl.default_profile("anna", "UTC")])
def test_files_that_hold_nothing_are_refused(tmp_path: Path, profile: tl.Profile | None) -> None:
    (tmp_path / "cat.jpg").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(tl.NothingReadableError, match="nothing readable"):
        tl.read(tmp_path, profile=profile)


def test_a_moment_is_text_or_an_instant() -> None:
    robin = tl.read(ROBIN)
    expected = tl.weekly_report(robin, WEEK, as_of=SEEN_FROM)
    for moment in (datetime.fromisoformat(SEEN_FROM), datetime(2026, 11, 16, 8)):
        assert tl.weekly_report(robin, WEEK, as_of=moment) == expected


def test_an_empty_week_is_not_the_last_one() -> None:
    with pytest.raises(tl.RemediableError, match="'' is not an ISO week"):
        tl.weekly_report(tl.read(ROBIN), "", as_of=SEEN_FROM)


def test_a_page_is_as_wide_as_its_layout_in_text_and_in_bytes() -> None:
    report = tl.weekly_report(tl.read(ROBIN), WEEK, as_of=SEEN_FROM)
    narrow = tl.render(report, "text", tl.Layout(width=50))
    assert max(map(len, narrow.splitlines())) <= 50 < len(max(tl.render(report).splitlines()))
    assert tl.render_bytes(report, "text", tl.Layout(width=50)) == narrow.encode()


def test_every_rule_in_use_can_be_explained() -> None:
    assert tl.rules_in_use() == rules_in_use()
    for rule in tl.rules_in_use():
        assert tl.explain(rule.name).startswith(f"{rule.code} {rule.name}")


def test_what_cannot_be_explained_is_told_with_what_can() -> None:
    codes = sorted(rule.code for rule in tl.rules_in_use())
    with pytest.raises(tl.RemediableError, match="called 'zzzzzz'") as why:
        tl.explain("zzzzzz")
    assert why.value.remedy.startswith(f"Flags are {codes[0]} to {codes[-1]};")
    with pytest.raises(tl.RemediableError) as why:
        tl.explain("flexon state")
    assert "flexion_state" in why.value.remedy


def test_a_roster_of_a_group_is_named_after_it(tmp_path: Path) -> None:
    for name in ("desk_rider_lifter", "pound_lifter"):
        copytree(EXAMPLES / name, tmp_path / name)
    (tmp_path / "roster.toml").write_text(
        '[[athlete]]\nid = "robin"\ngroup = "riders"\n', encoding="utf-8"
    )
    everybody = tl.team_roster(tmp_path, week=WEEK, as_of=SEEN_FROM)
    riders = tl.team_roster(tmp_path, week=WEEK, as_of=SEEN_FROM, group="riders")
    assert (len(everybody.lines), everybody.title) == (2, "")
    assert ([line.athlete.id for line in riders.lines], riders.title) == (["robin"], "riders")
    with pytest.raises(tl.RemediableError, match="lies in the future"):
        tl.team_roster(tmp_path, week="2026-W48", as_of=SEEN_FROM)


def test_a_folder_with_nothing_but_what_a_system_leaves_there_holds_no_log(tmp_path: Path) -> None:
    (tmp_path / "anna").mkdir()
    (tmp_path / "anna" / ".DS_Store").write_bytes(b"\0")
    (line,) = tl.team_roster(tmp_path, week=WEEK, as_of=SEEN_FROM).lines
    assert (line.athlete.id, line.level) == ("anna", "no data")
    assert "The folder holds no log." in line.model_dump_json()
