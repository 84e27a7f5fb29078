"""The picture of a week from the few rows of a case."""

from collections.abc import Mapping
from typing import Any

from tl_analyzer.finding import Channel
from tl_analyzer.load.picture import ChannelExposure, FlexionState, Picture, Strengths
from tl_analyzer.profile import parse_profile
from tl_analyzer.testing.cases import day_rows, quantities
from tl_analyzer.testing.cases.moments import WEEK, ZONE, Moment
from tl_analyzer.testing.cases.names import names
from tl_analyzer.testing.cases.set_rows import DEADLIFT_KG, sets_of

_PROFILE = f"""
schema = 1
[athlete]
id = "anna"
timezone = "{ZONE}"
"""

#: When the report is made, after the end of the week, unless a case says so. [s]
_AFTER_S = 5 * 86_400.0


def picture_of(case: Mapping[str, Any]) -> Picture:
    """Build a picture from a case; whatever it does not name is empty or nothing.

    Parameters
    ----------
    case : mapping
        As it stands in its file.
    """
    sessions, sets = sets_of(case)
    rides = tuple(sorted(map(day_rows.ride, case.get("rides", [])), key=lambda r: r.start))
    sitting = sorted(map(day_rows.sitting, case.get("sitting", [])), key=lambda s: s.start)
    diary = sorted(day_rows.check_ins(case.get("check_ins", [])), key=lambda c: c.start.utc)
    stated = case.get("weekly", {})
    weekly = {key: quantities.weekly(key, stated.get(key, {})) for key in names()["weekly"]}
    as_of = case.get("as_of")
    return Picture(
        week=WEEK,
        as_of=Moment.parse(as_of).seconds if as_of else WEEK.end + _AFTER_S,
        profile=parse_profile(_PROFILE + case.get("profile", "")),
        sessions=sessions,
        sets=sets,
        rides=rides,
        sitting=tuple(sitting),
        moved=tuple(map(day_rows.moving, case.get("moved", []))),
        check_ins=tuple(diary),
        weekly=weekly,
        channels={
            Channel(channel): ChannelExposure(Channel(channel), weekly[key])
            for channel, key in names()["channels"].items()
        },
        history=quantities.history(case.get("history", {})),
        strengths=Strengths(DEADLIFT_KG, "stated in the profile", from_log=False),
        coverage=quantities.coverage(case.get("coverage", {}), sets, rides),
        problems=tuple(map(quantities.problem, case.get("problems", []))),
        states={state.time: state for state in map(_state, case.get("states", []))},
    )


def _state(row: Mapping[str, Any]) -> FlexionState:
    return FlexionState(Moment.parse(row["at"]).seconds, row["creep"], row["dose"])
