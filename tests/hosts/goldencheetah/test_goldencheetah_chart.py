"""The Python chart, against a STAND-IN for GoldenCheetah's object ``GC``.

No build with an embedded Python is at hand: the stand-in has the signatures of the documented
bindings (GoldenCheetah 3.8: ``goldencheetah.sip`` and ``library.py``), and nothing else. What it
cannot show is said in docs/hosts/goldencheetah.md.
"""

import inspect
import shutil
import stat
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner

import tl_analyzer as tl
from tests.hosts.goldencheetah.gc_library import EXAMPLE, make_library, rated_workout
from tl_analyzer.cli.start import tl as command
from tl_goldencheetah import chart


class StandIn:
    """The documented bindings that the chart uses; keeps what was shown."""

    def __init__(self, home: Path, chosen: date | None = date(2026, 11, 12)) -> None:
        self.home = home
        self.chosen = chosen
        self.series = ["Position"]
        self.pages: list[Path] = []
        self.curves: list[tuple[str, list[float], list[float]]] = []

    def athlete(self) -> dict[str, object]:
        return {"name": "Robin", "home": str(self.home), "dob": date(1990, 1, 1)}

    def activityMetrics(self, compare: bool = False) -> dict[str, object]:
        return {"date": self.chosen, "Duration": 3600.0} if self.chosen else {}

    def xdataNames(self, name: str = "", activity: object = None) -> list[str]:
        return self.series

    def webpage(self, url: str) -> int:
        parts = urlsplit(url)
        assert parts.scheme == "file"
        self.pages.append(Path(unquote(parts.path)))
        return 0

    def setChart(
        self,
        title: str = "",
        type: int = 1,
        animate: bool = False,
        legpos: int = 2,
        stack: bool = False,
        orientation: int = 2,
    ) -> None:
        self.title = title

    def addCurve(
        self,
        name: str = "",
        x: Sequence[float] = (),
        y: Sequence[float] = (),
        xaxis: str = "x",
        yaxis: str = "y",
        labels: Sequence[str] = (),
        colors: Sequence[str] = (),
        line: int = 1,
        symbol: int = 1,
        size: int = 15,
        color: str = "cyan",
        opacity: int = 0,
        opengl: bool = True,
        legend: bool = True,
        datalabels: bool = False,
        fill: bool = False,
    ) -> None:
        self.curves.append((name, list(x), list(y)))


@pytest.fixture
def gc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.setenv("TL_STORE", str(tmp_path / "no store.db"))
    home = make_library(tmp_path / "library") / "Robin"
    return StandIn(home)


@pytest.fixture
def ridden(gc: StandIn) -> StandIn:
    """The athlete's activities hold recordings."""
    for file in (EXAMPLE / "inputs").glob("ride_*.fit"):
        shutil.copy(file, gc.home / "activities")
    return gc


def test_the_chart_shows_the_week_of_the_chosen_activity(
    ridden: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    page = chart.show(ridden)
    assert ridden.pages == [page]
    assert "2026-W46" in page.read_text(encoding="utf-8")
    said = capsys.readouterr().out
    assert "2026-W46" in said
    assert "no log store" in said and "read instead" in said
    assert "The chosen activity tells seated from standing." in said
    ridden.series = ["GEARS"]
    chart.show(ridden)
    assert "does not tell seated from standing" in capsys.readouterr().out


def test_the_page_is_private_and_asks_nothing_of_the_network(ridden: StandIn) -> None:
    page = chart.show(ridden)
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    text = page.read_text(encoding="utf-8")
    assert 'src="http' not in text and "<link" not in text


def test_the_log_store_comes_first(gc: StandIn, tmp_path: Path) -> None:
    store = tmp_path / "log.db"
    done = CliRunner().invoke(command, ["import", str(EXAMPLE), "--store", str(store)])
    assert done.exit_code == 0, done.output
    page = chart.show(gc, store=str(store))
    assert "Deadlift" in page.read_text(encoding="utf-8")


def test_of_several_athletes_of_a_store_none_is_guessed(
    ridden: StandIn, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(tmp_path / "log.db")
    mine = "Squat"
    for athlete in ("anna", "bea", "robin"):
        if athlete == "robin":
            chart.show(ridden, store=store)
            assert "does not hold this athlete: the activities" in capsys.readouterr().out
            mine = "Deadlift"
        folder = rated_workout(tmp_path / athlete)
        (folder / "strong.csv").write_text(
            (folder / "strong.csv").read_text(encoding="utf-8").replace("Deadlift", mine),
            encoding="utf-8",
        )
        profile = folder / "profile.toml"
        told = profile.read_text(encoding="utf-8").replace('"robin"', f'"{athlete}"')
        profile.write_text(told, encoding="utf-8")
        done = CliRunner().invoke(command, ["import", str(folder), "--store", store])
        assert done.exit_code == 0, done.output
    page = chart.show(ridden, store=store).read_text(encoding="utf-8")
    assert "Deadlift" in page and "read instead" not in capsys.readouterr().out


def test_a_named_store_that_is_not_there_is_said(ridden: StandIn, tmp_path: Path) -> None:
    page = chart.show(ridden, store=str(tmp_path / "gone.db"))
    assert "Nothing to show yet" in page.read_text(encoding="utf-8")


def test_what_is_missing_is_said_on_the_page(gc: StandIn) -> None:
    page = chart.show(gc, athlete="anna")
    assert gc.pages == [page]
    assert "Nothing to show yet" in page.read_text(encoding="utf-8")
    shutil.rmtree(gc.home)
    assert "tl import" in chart.show(gc).read_text(encoding="utf-8")


def test_without_tl_analyzer_the_page_says_how_to_install_it(
    gc: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tl_analyzer", None)
    assert "pip install" in chart.show(gc).read_text(encoding="utf-8")


def test_a_channel_is_drawn_as_a_curve(ridden: StandIn) -> None:
    chart.draw(ridden, "flexion")
    ((name, x, y),) = ridden.curves
    assert name == "flexion" and len(x) == len(y) > 1
    assert x == sorted(x) and x[-1] == 0 and x[0] < 0
    assert ridden.title.startswith("flexion [") and "2026-W46" in ridden.title
    with pytest.raises(tl.RemediableError, match="no channel"):
        chart.draw(ridden, "elbow")


def test_pasted_whole_it_runs_with_the_object_gc_at_hand(ridden: StandIn) -> None:
    source = inspect.getsource(chart)
    exec(compile(source, "<chart>", "exec"), {"GC": ridden, "__name__": "__main__"})
    assert len(ridden.pages) == 1
