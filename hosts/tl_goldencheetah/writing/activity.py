"""A lifting session as an activity in GoldenCheetah's JSON.

Its reader is made for its own files and knows no other JSON: a list must not be empty, values are
numbers or texts in double quotes, letters stand as they are and not as escape sequences, and a text
ends with a blank, so that none is taken for a name of the format.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import fmean
from zoneinfo import ZoneInfo

from tl_analyzer.log import SetType, StrengthSession
from tl_goldencheetah.marks import SOURCE, SOURCE_TAG, WRITTEN_TAG
from tl_goldencheetah.writing.numbers import numbers
from tl_goldencheetah.writing.plain_text import plain_line
from tl_goldencheetah.writing.sets_summary import LONGEST_TEXT, summary

Document = dict[str, dict[str, object]]

_SECONDS_A_MINUTE = 60.0
#: Characters of the digest that identifies a session.
_KEY = 16


@dataclass(frozen=True)
class Activity:
    """A session on its way into a library.

    Attributes
    ----------
    name : str
        Its file name: the start on the athlete's clock.
    day, title : str
        Its day and title, for people.
    identifier : str
        The same for the same session of the same athlete.
    document : dict
        What the file holds.
    """

    name: str
    day: str
    title: str
    identifier: str
    document: Document

    @property
    def data(self) -> bytes:
        """The file."""
        return encoded(self.document)


def activity_of(session: StrengthSession, athlete: str, zone: str, second: int = 0) -> Activity:
    """Make an activity of a session.

    Parameters
    ----------
    session : StrengthSession
        The session; one of which only the day is known is placed at noon.
    athlete : str
        The athlete's id.
    zone : str
        The athlete's IANA zone: GoldenCheetah names files by the clock on the wall, and writes the
        start in UTC.
    second : int
        Seconds added to the start, where two sessions begin at the same one. [s]
    """
    start = session.start.utc.replace(microsecond=0) + timedelta(seconds=second)
    wall = start.astimezone(ZoneInfo(zone))
    identifier = _identifier(athlete, start)
    length_s = _length_s(session)
    rpe = session_rpe(session)
    ride: dict[str, object] = {
        "STARTTIME": f"{start.astimezone(UTC):%Y/%m/%d %H:%M:%S} UTC ",
        "RECINTSECS": 1,
        "DEVICETYPE": f"{SOURCE} ",
        "IDENTIFIER": f"{identifier} ",
    }
    if length_s:
        overrides = [_override("workout_time", length_s)]
        if rpe is not None:
            overrides.append(_override("session_rpe", rpe * length_s / _SECONDS_A_MINUTE))
        ride["OVERRIDES"] = overrides
    title = plain_line(session.title, LONGEST_TEXT)
    tags = {"Sport": "Strength", "Workout Title": title, "Notes": _notes(session, rpe)}
    if rpe is not None:
        tags["RPE"] = f"{rpe:.1f}"
    tags[SOURCE_TAG] = SOURCE
    ride["TAGS"] = {name: f"{value} " for name, value in tags.items() if value}
    document = stamped({"RIDE": ride})
    return Activity(
        f"{wall:%Y_%m_%d_%H_%M_%S}.json", f"{wall:%Y-%m-%d %H:%M}", title, identifier, document
    )


def session_rpe(session: StrengthSession) -> float | None:
    """Mean rating of the working sets, 1-10, where enough of them are rated. [1]."""
    working = [each for each in session.sets if each.set_type is not SetType.WARMUP]
    rated = [each.rpe for each in working if each.rpe is not None]
    if not rated or len(rated) < numbers().rated_share * len(working):
        return None
    return fmean(rated)


def encoded(document: Document) -> bytes:
    """The document as a file that GoldenCheetah reads."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def stamped(document: Document) -> Document:
    """The document with a field that tells whether it is still as it was written."""
    plain = _unstamped(document)
    ride = plain["RIDE"]
    tags = ride["TAGS"]
    if not isinstance(tags, dict):
        return plain
    digest = hashlib.sha256(encoded(plain)).hexdigest()
    return {"RIDE": ride | {"TAGS": tags | {WRITTEN_TAG: f"{digest} "}}}


def _unstamped(document: Document) -> Document:
    ride = document["RIDE"]
    tags = ride["TAGS"]
    if not isinstance(tags, dict):
        return document
    rest = {name: value for name, value in tags.items() if name != WRITTEN_TAG}
    return {"RIDE": ride | {"TAGS": rest}}


def _identifier(athlete: str, start: datetime) -> str:
    key = f"{athlete}\0{start.astimezone(UTC):%Y%m%dT%H%M%S}"
    return f"{SOURCE}-{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:_KEY]}"


def _length_s(session: StrengthSession) -> float | None:
    length_s = session.duration_s
    return length_s if length_s is not None and length_s <= numbers().longest_s else None


def _override(metric: str, value: float) -> dict[str, dict[str, str]]:
    return {metric: {"value": f"{value:.3f}"}}


def _notes(session: StrengthSession, rpe: float | None) -> str:
    lines = list(summary(session))
    if not session.start.timed:
        lines.append("The log states no time of day: placed at noon.")
    if rpe is not None:
        lines.append("RPE: mean of the rated working sets.")
    return "\n".join(lines)
