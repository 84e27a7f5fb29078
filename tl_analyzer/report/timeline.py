"""The days of a week with desk, rides and lifts on one axis."""

from collections.abc import Iterator
from operator import attrgetter

from tl_analyzer.finding import Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.local_days import midnight
from tl_analyzer.parameters import Parameters
from tl_analyzer.report.drawn_stretches import Stretch, cut, drawn
from tl_analyzer.report.marked_by_flags import Marks, marked
from tl_analyzer.report.pain_by_day import pain_by_day
from tl_analyzer.report.pictures import Lane, TimelineBar, TimelineDay
from tl_analyzer.report.timeline_lanes import (
    desk_lane,
    lift_lane,
    other_lane,
    plain,
    ride_lane,
    ride_name,
    session_name,
)
from tl_analyzer.rules.evidence import instant
from tl_analyzer.sitting.spans import Span

_LANES = list(Lane)
_start = attrgetter("start")


def week_timeline(
    picture: Picture, flags: tuple[Flag, ...], parameters: Parameters
) -> tuple[TimelineDay, ...]:
    """Lay the week out day by day.

    Parameters
    ----------
    picture : Picture
        The week.
    flags : tuple of Flag
        Its flags; a bar is marked with those whose evidence names it.
    parameters : Parameters
        ``flexion.seated_probability``, ``exposure.minutes_per_set``.

    Returns
    -------
    tuple of 7 TimelineDay
        Monday first.
    """
    zone, monday = picture.week.zone, picture.week.monday.toordinal()
    midnights = [midnight(monday + n, zone) for n in range(8)]
    pieces = _pieces(picture, midnights, parameters)
    marks = [Marks.of(flag) for flag in flags]
    pain = pain_by_day(picture)
    return tuple(
        TimelineDay(
            date=day.isoformat(),
            bars=tuple(
                TimelineBar(
                    lane=piece.lane,
                    start=instant(piece.start, zone),
                    end=instant(piece.end, zone),
                    label=piece.label,
                    level=piece.level,
                    known=piece.known.value,
                    flags=marked(piece, marks),
                )
                for piece in pieces
                if begin <= piece.start < end and _seen(piece, zone)
            ),
            untimed=tuple(_untimed(picture, day.toordinal())),
            pain=pain.get(day.toordinal()),
        )
        for day, begin, end in zip(picture.week.days, midnights[:-1], midnights[1:], strict=True)
    )


def _pieces(picture: Picture, midnights: list[float], parameters: Parameters) -> list[Stretch]:
    """What is drawn, cut at midnights, in time order and then in the order of the lanes."""
    week = Span(midnights[0], midnights[-1])
    rides = [r for r in picture.rides if r.timed and r.end > week.start and r.start < week.end]
    ridden = [bout for ride in rides for bout in ride_lane(ride, picture.week.zone)]
    trained = [s for s in lift_lane(picture, parameters) if s.end > week.start]
    taken = [Span(s.start, s.end) for s in (*ridden, *trained)]
    other = sorted(other_lane(picture, week, taken), key=_start)
    pieces = [
        *drawn(desk_lane(picture, week, parameters), midnights),
        *drawn(ridden, midnights),
        *drawn(other, midnights),
        # A session is a bar of its own, however short: flags speak of it.
        *(piece for _, piece in cut(trained, midnights)),
    ]
    return sorted(pieces, key=lambda piece: (piece.start, _LANES.index(piece.lane)))


def _untimed(picture: Picture, day: int) -> Iterator[str]:
    """Sessions of a day of which no more than the date is known."""
    zone = picture.week.zone
    for ride in picture.rides:
        if ride.day == day and not ride.timed:
            yield ride_name(ride, zone)
    for session in picture.sessions:
        if session.day == day and not session.start.timed:
            yield session_name(session, zone)
    for on, sport in picture.undated:
        if on == day:
            yield plain(sport)


def _seen(piece: Stretch, zone: str) -> bool:
    """Whether a piece is longer than the minutes that bars are stated in."""
    return instant(piece.start, zone) != instant(piece.end, zone)
