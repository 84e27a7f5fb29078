"""The week's exposure in a Python chart of GoldenCheetah.

Paste this whole file into a Python chart, or these two lines::

    from tl_goldencheetah.chart import show
    show(GC)

The chart shows the report on the week of the chosen activity, else on the last complete one, as a
page. It is read from the log store, where that holds the athlete, else from the activities of the
athlete in GoldenCheetah. Nothing leaves the computer.
"""

# At the top nothing but the standard library: what is missing has to be said on the page.
import atexit
import os
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from tl_analyzer import Athlete, WeeklyReport

#: The series in which GoldenCheetah keeps seated and standing.
POSITION = "POSITION"


class Bindings(Protocol):
    """What of GoldenCheetah's object ``GC`` is used, as its Python bindings document it."""

    def athlete(self) -> Any:
        """Name and folder of the athlete: ``name``, ``home``."""
        ...

    def activityMetrics(self, compare: bool = False) -> Any:
        """Metrics of the chosen activity, with its ``date``."""
        ...

    def xdataNames(self, name: str = "", activity: Any = None) -> Any:
        """Names of the additional series of the chosen activity."""
        ...

    def webpage(self, url: str) -> Any:
        """Show a page in the chart."""
        ...


class CurveBindings(Bindings, Protocol):
    """The same, with what draws curves."""

    def setChart(self, *, title: str) -> Any:
        """Set up the chart."""
        ...

    def addCurve(self, *, name: str, x: Sequence[float], y: Sequence[float]) -> Any:
        """Add a curve."""
        ...


def show(
    gc: Bindings,
    athlete: str | None = None,
    store: str | None = None,
    week: str | None = None,
) -> Path:
    """Show the week's report in the chart.

    Parameters
    ----------
    gc : Bindings
        The object ``GC``.
    athlete : str, optional
        Id in the log store; by default the athlete's name in GoldenCheetah, or the only one there.
    store : str, optional
        File of the log store; the default one otherwise.
    week : str, optional
        ``2026-W46``, ``this`` or ``last``; by default that of the chosen activity.

    Returns
    -------
    Path
        The page: a private file in the folder for temporary files, removed when Python ends.
    """
    try:
        from tl_analyzer import RemediableError, render
    except ImportError as why:
        return _page(gc, _message(f"tl-analyzer cannot be loaded: {why}", _INSTALL))
    try:
        report = _report(gc, athlete, store, week)
        print(_line(gc, report))
        return _page(gc, render(report, "html"))
    except RemediableError as why:
        return _page(gc, _message(why.message, why.remedy))


def draw(
    gc: CurveBindings,
    channel: str = "flexion",
    athlete: str | None = None,
    store: str | None = None,
    week: str | None = None,
) -> None:
    """Draw one channel over the weeks as a curve, for charts without a page.

    Parameters
    ----------
    gc : CurveBindings
        The object ``GC``.
    channel : str
        ``hinge``, ``overhead``, ``flexion`` or ``rotation``.
    athlete, store, week
        As for `show`.

    Raises
    ------
    RemediableError
        If something is missing that `show` would say on its page.
    """
    from tl_analyzer import RemediableError

    report = _report(gc, athlete, store, week)
    channels = dict(report.channels)
    if channel not in channels:
        raise RemediableError(f"no channel {channel!r}", f"There are: {', '.join(channels)}.")
    shown = channels[channel]
    first = 1 - len(shown.trend)
    known = [(first + place, value) for place, value in enumerate(shown.trend) if value is not None]
    gc.setChart(title=f"{channel} [{shown.unit}], weeks up to {report.week}")
    gc.addCurve(name=channel, x=[ago for ago, _ in known], y=[value for _, value in known])


_INSTALL = (
    "Install it for the Python that GoldenCheetah uses (Options, General, Python):"
    " python3 -m pip install tl-analyzer"
)


def _report(
    gc: Bindings, athlete: str | None, store: str | None, week: str | None
) -> "WeeklyReport":
    import tl_analyzer as tl

    who = _athlete(gc, athlete, store)
    return tl.weekly_report(who, week or _chosen_week(gc))


def _athlete(gc: Bindings, athlete: str | None, store: str | None) -> "Athlete":
    """The athlete of the log store, else the activities in GoldenCheetah."""
    import tl_analyzer as tl

    if athlete is not None:
        return tl.stored(athlete, store=store)
    found = gc.athlete()
    known: Mapping[str, Any] = found if isinstance(found, Mapping) else {}
    reason = "the log store does not hold this athlete"
    try:
        ids = tl.stored_athletes(store)
    except tl.RemediableError as why:
        if store is not None:
            raise
        ids, reason = (), why.message
    named = str(known.get("name", "")).casefold()
    mine = [each for each in ids if each.casefold() == named] or (
        list(ids) if len(ids) == 1 else []
    )
    if mine:
        return tl.stored(mine[0], store=store)
    folder = Path(str(known.get("home", ""))) / "activities"
    if not known.get("home") or not folder.is_dir():
        raise tl.RemediableError(
            "neither the log store nor GoldenCheetah's folder holds this athlete",
            "`tl import PATH...` fills the store; then name the athlete: show(GC, athlete='anna').",
        )
    print(f"{reason}: the activities in GoldenCheetah are read instead")
    return tl.read(folder)


def _chosen_week(gc: Bindings) -> str:
    """The week of the chosen activity; the last complete one where none is chosen."""
    metrics = gc.activityMetrics()
    day = metrics.get("date") if isinstance(metrics, Mapping) else None
    if not isinstance(day, date):
        return "last"
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def _line(gc: Bindings, report: "WeeklyReport") -> str:
    """What the console of the chart says."""
    told = POSITION in {str(name).upper() for name in gc.xdataNames() or ()}
    posture = "tells" if told else "does not tell"
    return f"Week {report.week}. The chosen activity {posture} seated from standing."


def _page(gc: Bindings, html: str) -> Path:
    # mkstemp makes the file readable by its owner alone: this is health data.
    handle, name = tempfile.mkstemp(prefix="tl-analyzer-", suffix=".html")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(html)
    page = Path(name)
    atexit.register(page.unlink, missing_ok=True)
    gc.webpage(page.as_uri())
    return page


def _message(what: str, remedy: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>tl-analyzer</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<style>:root { color-scheme: light dark } body { font: 1rem/1.5 sans-serif; margin: 1rem;"
        " max-width: 40rem; overflow-wrap: anywhere }</style>"
        f"<h1>Nothing to show yet</h1><p>{escape(what)}</p><p>{escape(remedy)}</p></html>"
    )


if "GC" in globals():
    show(globals()["GC"])
