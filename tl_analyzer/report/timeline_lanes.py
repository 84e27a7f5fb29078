"""What goes into the lanes of a day: sitting, rides, lifting, and other movement."""

from collections.abc import Iterable, Iterator
from math import isnan

import numpy as np

from tl_analyzer.finding import DataQuality
from tl_analyzer.load.labels import day_and_time, day_name, instant_name
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.ride_exposure import STANDING, RideExposure
from tl_analyzer.load.riding import UNSPECIFIED
from tl_analyzer.load.set_table import Session
from tl_analyzer.log.activity import LIFTING
from tl_analyzer.parameters import Parameters
from tl_analyzer.report.drawn_stretches import Stretch
from tl_analyzer.report.pictures import Lane
from tl_analyzer.rules.desk import KNOWN
from tl_analyzer.sitting.sitting import MovedBy
from tl_analyzer.sitting.spans import Span, subtract, union

_SEATS = {
    "desk_slumped": "sitting, slumped",
    "desk_upright": "sitting upright",
    "desk_sit_stand": "sitting at a sit-stand desk",
}
_POSITIONS = {STANDING: "out of the saddle", f"bike_{UNSPECIFIED}": "position not known"}


def desk_lane(picture: Picture, span: Span, parameters: Parameters) -> Iterator[Stretch]:
    """Sitting within a span of time [s]; what is too improbable to count is left out."""
    least = parameters.number("flexion.seated_probability")
    for seat in picture.seated_within(*span):
        if seat.probability >= least:
            label = _SEATS.get(seat.posture, plain(seat.posture))
            yield Stretch(Lane.DESK, seat.start, seat.end, label, seat.u, KNOWN[seat.quality])


def ride_lane(ride: RideExposure, zone: str) -> Iterator[Stretch]:
    """One ride by the postures it was ridden in; stops are left out."""
    name = ride_name(ride, zone)
    if not ride.bouts:
        yield Stretch(Lane.RIDE, ride.start, ride.end, name, None, ride.quality, ride.label)
    for bout in ride.bouts:
        posture = _POSITIONS.get(bout.posture, plain(bout.posture.removeprefix("bike_")))
        label = f"{name}, {posture}"
        yield Stretch(Lane.RIDE, bout.start, bout.end, label, bout.u, ride.quality, ride.label)


def lift_lane(picture: Picture, parameters: Parameters) -> Iterator[Stretch]:
    """Strength sessions of a known time of day, and recordings of lifting without sets."""
    easy = {m.start for m in picture.moved if m.by is MovedBy.STRENGTH}
    sets = picture.sets
    asked = np.fmax(sets.demand, sets.intensity)
    for number, session in enumerate(picture.sessions):
        if not session.start.timed:
            continue
        start = session.start.utc.timestamp()
        # Sets of a session stand together.
        rows = slice(*np.searchsorted(sets.session, (number, number + 1)))
        end, told = _end(session, sets.start[rows].tolist(), parameters)
        hardest = float(np.fmax.reduce(asked[rows], initial=np.nan))
        yield Stretch(
            Lane.OTHER if start in easy else Lane.LIFT,
            start,
            end,
            session_name(session, picture.week.zone) + ("" if told else ", length assumed"),
            None if isnan(hardest) else hardest,
            DataQuality.MEASURED if told else DataQuality.ASSUMED,
            session.label,
        )
    for moved in picture.moved:
        if moved.by is MovedBy.ACTIVITY and moved.label == LIFTING:
            label = plain(moved.label)
            yield Stretch(Lane.LIFT, moved.start, moved.end, label, None, DataQuality.MEASURED)


def other_lane(picture: Picture, span: Span, taken: Iterable[Span]) -> Iterator[Stretch]:
    """Walks and other movement within a span of time [s].

    What is taken - by rides and lifting, and by walks that a clock was started for - a watch that
    merely saw movement does not name again.
    """
    moved = [m for m in picture.moved if m.end > span.start and m.start < span.end]
    started = [m for m in moved if m.by is MovedBy.ACTIVITY and m.label != LIFTING]
    for m in started:
        label = plain(m.label)
        yield Stretch(Lane.OTHER, m.start, m.end, label, None, DataQuality.MEASURED)
    busy = union([*taken, *((m.start, m.end) for m in started)])
    for m in moved:
        if m.by is MovedBy.POSTURE:
            for start, end in subtract(Span(m.start, m.end), busy):
                yield Stretch(Lane.OTHER, start, end, "on the move", None, DataQuality.OBSERVED)


def session_name(session: Session, zone: str) -> str:
    """Name a strength session beside its time: ``strength 'Heavy pull'``."""
    return _beside(session.label, day_and_time(session.start, zone))


def ride_name(ride: RideExposure, zone: str) -> str:
    """Name a ride beside its time: ``ride, 1 h 30 min``."""
    begun = instant_name(ride.start, zone) if ride.timed else day_name(ride.day)
    return _beside(ride.label, begun)


def _beside(label: str, when: str) -> str:
    return label.removeprefix(when).strip()


def _end(session: Session, starts: list[float], parameters: Parameters) -> tuple[float, bool]:
    """When a session ended [s], and whether the log tells."""
    begin = session.start.utc.timestamp()
    per_set = parameters.number("exposure.minutes_per_set") * 60.0
    if session.minutes:
        return begin + session.minutes * 60.0, True
    if max(starts, default=begin) > begin:
        return max(starts) + per_set, True
    return begin + per_set * max(len(starts), 1), False


def plain(word: str) -> str:
    """Write a name of the vocabulary as words: ``trail_running`` is trail running."""
    return word.replace("_", " ")
