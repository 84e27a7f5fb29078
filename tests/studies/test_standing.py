"""The study of standing finds what is there, and finds nothing where nothing is."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import numpy as np
import pytest

from examples.fit_writer import FitFile
from studies.standing.__main__ import main
from studies.standing.features import smoothed
from studies.standing.logistic import fit
from studies.standing.methods import Example, logistic, never
from studies.standing.page import winners
from studies.standing.rides import read_rides
from studies.standing.score import scores
from studies.standing.settings import settings
from studies.standing.verdict import standing_breaks
from tl_analyzer.log import PostureBout, RidePosture
from tl_analyzer.plugins import parameter_set

START = datetime(2026, 5, 1, 8, tzinfo=UTC)
MINUTES = 20
#: Numbers of two head units in the public list of products.
UNITS = (3122, 3570)
SEATED, STANDING = 0, 1

#: Cadence [1/min] and power [W] of a second, from whether the rider stands.
Pedalling = Callable[[Random, bool], tuple[int, int]]


def telling(chance: Random, standing: bool) -> tuple[int, int]:
    if standing:
        return chance.randint(55, 65), chance.randint(270, 330)
    return chance.randint(82, 92), chance.randint(150, 190)


def silent(chance: Random, standing: bool) -> tuple[int, int]:
    return chance.randint(70, 92), chance.randint(150, 250)


def ride(number: int, pedalling: Pedalling, stood_s: int = 90) -> bytes:
    """One ride at 1 Hz that is broken by standing twice."""
    start = START + timedelta(days=number)
    chance = Random(number)
    ups = [chance.randrange(120, 480), chance.randrange(660, 1000)]
    fit_file = FitFile()
    product = UNITS[number % len(UNITS)]
    fit_file.add("file_id", type=4, manufacturer=1, product=product, time_created=start)
    for up in ups:
        for second, position in ((up, STANDING), (up + stood_s, SEATED)):
            at = start + timedelta(seconds=second)
            fit_file.add("event", timestamp=at, event=44, event_type=3, data=position)
    for second in range(MINUTES * 60 + 1):
        cadence, power = pedalling(chance, any(up <= second < up + stood_s for up in ups))
        at = start + timedelta(seconds=second)
        fit_file.add("record", timestamp=at, speed=7.5, cadence=cadence, power=power)
    fit_file.add("session", timestamp=at, start_time=start, sport=2, sub_sport=7)
    return fit_file.to_bytes()


def rides(folder: Path, pedalling: Pedalling) -> Path:
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.fit").write_bytes(ride(number, pedalling))
    return folder


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rides(tmp_path_factory.mktemp("told") / "rides", telling)


@pytest.fixture(scope="module")
def untold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rides(tmp_path_factory.mktemp("untold") / "rides", silent)


def examples(folder: Path) -> list[Example]:
    return [Example(one, settings()) for one in read_rides(folder)]


def test_standing_that_shows_in_the_signals_is_found_on_devices_not_seen_before(
    told: Path,
) -> None:
    found = scores(examples(told), lambda e: e.ride.device, parameter_set())
    assert found["never standing"].recorded == 8
    assert found["logistic"].found == found["logistic"].right == found["logistic"].inferred == 8
    assert found["logistic"].longest_error < 0.5 < found["never standing"].longest_error


def test_standing_that_does_not_show_is_not_claimed(untold: Path) -> None:
    found = scores(examples(untold), lambda e: e.ride.device, parameter_set())
    assert winners(found, settings().decision) == []


@pytest.fixture(scope="module")
def page(untold: Path) -> str:
    return main(untold)


def test_the_page_says_the_same_each_time_and_refuses_what_does_not_show(
    untold: Path, page: str
) -> None:
    assert page == main(untold)
    assert "standing is not inferred at all" in page
    assert "4 rides" in page and "from 2 kinds of devices" in page
    for file in untold.iterdir():
        assert file.name not in page


def test_every_row_of_a_table_is_as_wide_as_its_head(page: str) -> None:
    assert page.count("| logistic |") == 4
    for table in page.split("\n\n"):
        widths = {row.count("|") for row in table.splitlines() if row.startswith("|")}
        assert len(widths) <= 1, table


def test_never_standing_can_only_say_too_long(told: Path) -> None:
    score = scores(examples(told), lambda e: e.ride.first_s, parameter_set())["never standing"]
    assert score.longest_bias == score.longest_error > 0
    assert score.longest_shortfall == score.inferred == score.worse == 0


def test_an_inference_sees_the_signals_alone(told: Path) -> None:
    known = examples(told)
    guess, _ = logistic(known[1:])(known[0])[0], never(known)(known[0])[0]
    assert guess.shape == known[0].ride.standing.shape
    assert (guess & known[0].ride.standing).sum() > 0.8 * known[0].ride.standing.sum()


def test_a_ride_recorded_twice_counts_once(tmp_path: Path) -> None:
    for name in ("first.fit", "copy.fit"):
        (tmp_path / name).write_bytes(ride(0, telling))
    assert len(read_rides(tmp_path)) == 1


def test_one_kind_of_device_is_not_enough(tmp_path: Path) -> None:
    (tmp_path / "only.fit").write_bytes(ride(0, telling))
    with pytest.raises(ValueError, match="two kinds of devices"):
        main(tmp_path)


def test_a_break_is_owed_to_standing_only_if_the_stop_alone_is_too_short() -> None:
    def breaks(*bouts: tuple[RidePosture, int]) -> int:
        at, cut = START, []
        for posture, seconds in bouts:
            cut.append(PostureBout(start=at, end=at + timedelta(seconds=seconds), posture=posture))
            at = cut[-1].end
        return len(standing_breaks(cut, 60.0))

    seated = (RidePosture.SEATED, 600)
    assert breaks(seated, (RidePosture.STANDING, 60), seated) == 1
    assert breaks(seated, (RidePosture.STANDING, 59), seated) == 0
    assert breaks(seated, (RidePosture.STANDING, 40), (RidePosture.STOPPED, 30), seated) == 1
    assert breaks(seated, (RidePosture.STANDING, 40), (RidePosture.STOPPED, 60), seated) == 0
    assert breaks(seated, (RidePosture.STOPPED, 90), seated) == 0


def test_the_regression_recovers_what_the_data_were_made_with() -> None:
    chance = np.random.default_rng(7)
    rows = chance.normal(3.0, 2.0, size=(20_000, 2))
    truth = chance.random(20_000) < 1.0 / (1.0 + np.exp(-(1.5 * rows[:, 0] - 0.5 * rows[:, 1] - 3)))
    model = fit(rows, truth, ridge=1.0, steps=30, tolerance=1e-9)
    assert model.weights[:2] / model.scale == pytest.approx([1.5, -0.5], abs=0.1)
    assert model.probability(rows).mean() == pytest.approx(truth.mean(), abs=1e-3)


def test_smoothing_keeps_a_constant_and_the_ends() -> None:
    assert smoothed(np.full(10, 4.0), 5) == pytest.approx(np.full(10, 4.0))
    assert smoothed(np.array([1.0, 3.0]), 61) == pytest.approx([2.0, 2.0])
