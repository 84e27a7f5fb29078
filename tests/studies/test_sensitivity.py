"""The study of sensitivity counts what a full recomputation would count."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import pytest

from examples.make_example import FOLDER
from studies.sensitivity.__main__ import main
from studies.sensitivity.logs import AthleteLog, athlete_logs
from studies.sensitivity.moves import REPORTED_AFTER, Bound, JudgedWeek, Move, judged, ranged
from studies.sensitivity.page import Sample, page
from studies.sensitivity.tally import tally
from tl_analyzer.finding import Severity
from tl_analyzer.load.exposure import picture_of
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.plugins import parameter_set
from tl_analyzer.rules.catalogue import judge

WATCH, AMBER, RED = Severity.WATCH, Severity.AMBER, Severity.RED

#: Every so-manyeth parameter is checked against a full recomputation.
STRIDE = 5


@pytest.fixture(scope="module")
def example() -> AthleteLog:
    (athlete,) = athlete_logs([FOLDER])
    return athlete


@pytest.fixture(scope="module")
def last_week(example: AthleteLog) -> JudgedWeek:
    return judged(example, example.weeks[-1], parameter_set(), Recogniser())


def test_what_is_skipped_could_not_have_changed_anything(
    example: AthleteLog, last_week: JudgedWeek
) -> None:
    parameters, recogniser, week = parameter_set(), Recogniser(), example.weeks[-1]
    as_of = datetime.fromtimestamp(week.end, UTC) + REPORTED_AFTER
    for parameter in ranged(parameters)[::STRIDE]:
        for bound, value in ((Bound.LOW, parameter.low), (Bound.HIGH, parameter.high)):
            if value is None:
                continue
            entries = {**parameters.entries, parameter.key: replace(parameter, value=value)}
            moved = replace(parameters, entries=entries)
            picture = picture_of(example.log, example.profile, week, as_of, moved, recogniser)
            full = {flag.code: flag.severity for flag in judge(picture, moved)}
            said = last_week.moved.get(Move(parameter.key, bound), last_week.default)
            assert said == full, (parameter.key, bound)


def test_hoods_below_the_flexed_level_take_the_riding_flags_away(last_week: JudgedWeek) -> None:
    assert "TL301" in last_week.default
    assert "TL301" not in last_week.moved[Move("flexion.u.bike_hoods", Bound.LOW)]


def test_the_page_is_the_same_each_time_and_its_tables_are_whole(
    example: AthleteLog, last_week: JudgedWeek
) -> None:
    text = main([FOLDER], count=1, seed=46)
    again = page(Sample((example,), 1, 46), tally([last_week]), parameter_set())
    assert text == again
    assert "Weeks judged: 1, from 1 logs" in text
    tables = [list(run) for row, run in groupby(text.splitlines(), lambda s: s[:1] == "|") if row]
    assert len(tables) == 2
    for table in tables:
        assert len({row.count("|") for row in table}) == 1, table[0]
    assert "| `flexion.u.bike_hoods` [1] | 0.4 (0.3 to 0.5) |" in text


def test_a_folder_without_profile_is_many_athletes(tmp_path: Path) -> None:
    strong = FOLDER / "inputs" / "strong.csv"
    inner = tmp_path / "app"
    inner.mkdir()
    shutil.copy(strong, inner / "one.csv")
    shutil.copy(strong, tmp_path / "two.csv")
    (tmp_path / "README.md").write_text("no log\n")
    shutil.copytree(FOLDER, tmp_path / "whole")
    found = list(athlete_logs([tmp_path]))
    assert [athlete.stated for athlete in found] == [False, False, True]
    assert [bool(athlete.log.rides) for athlete in found] == [False, False, True]


def test_the_last_week_is_always_looked_at_and_the_draw_repeats(example: AthleteLog) -> None:
    drawn = example.sampled(3, seed=46)
    assert drawn == example.sampled(3, seed=46)
    assert len(set(drawn)) == 3 and drawn[-1] == example.weeks[-1]
    assert example.sampled(100, seed=46) == example.weeks
    assert len({example.sampled(3, seed=seed) for seed in range(10)}) > 1


def test_no_log_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no log"):
        main([tmp_path], count=1, seed=1)


LOW, HIGH = Move("rules.x", Bound.LOW), Move("rules.x", Bound.HIGH)
OTHER = Move("hinge.y", Bound.HIGH)


def test_appearing_going_and_another_severity_are_changes() -> None:
    week = JudgedWeek(
        default={"TL101": AMBER, "TL102": WATCH},
        moved={LOW: {"TL101": RED, "TL102": WATCH}, OTHER: {"TL101": AMBER, "TL103": WATCH}},
    )
    quiet = JudgedWeek(default={"TL102": WATCH}, moved={})
    found = tally([week, quiet])
    assert found.changed == {(LOW, "TL101"): 1, (OTHER, "TL102"): 1, (OTHER, "TL103"): 1}
    one, two, three = (found.flags[code] for code in ("TL101", "TL102", "TL103"))
    assert (one.raised, one.kept, one.firm, one.latent) == (1, 1, 0, 0)
    assert (two.raised, two.kept, two.firm, two.latent) == (2, 1, 1, 0)
    assert (three.raised, three.kept, three.firm, three.latent) == (0, 0, 0, 1)


def test_the_parameter_that_changes_most_comes_first() -> None:
    weeks = [
        JudgedWeek(default={"TL101": AMBER}, moved={LOW: {}, HIGH: {"TL101": RED}}),
        JudgedWeek(default={"TL101": AMBER}, moved={OTHER: {}}),
    ]
    found = tally(weeks)
    assert found.keys == ["rules.x", "hinge.y"]
    assert found.decisive("TL101") == "rules.x"
    assert found.weeks_changed("rules.x", Bound.HIGH, "TL101") == 1
    assert found.sum_of("rules.x") == 2
    assert found.decisive("TL999") is None


def test_no_verdict_changed_is_an_empty_table() -> None:
    found = tally([JudgedWeek(default={"TL101": AMBER}, moved={})])
    assert found.keys == [] and found.codes == []
    assert found.flags["TL101"].firm == 1
