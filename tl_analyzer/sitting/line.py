"""The line of sitting: evidence of many sources -> one timeline without overlap."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from tl_analyzer.local_days import midnight
from tl_analyzer.log import Log, Posture, SittingStyle
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile
from tl_analyzer.sitting.evidence import Evidence, Kind, observed, recorded, stood_hours
from tl_analyzer.sitting.nights import usual_nights
from tl_analyzer.sitting.pauses import with_pauses
from tl_analyzer.sitting.sitting import Sitting
from tl_analyzer.sitting.spans import Span
from tl_analyzer.sitting.sweep import Stretch, sweep
from tl_analyzer.sitting.usual_hours import usual_hours

#: What a computer sees; breaks of a few minutes it does not.
_BY_COMPUTER = frozenset({Kind.COMPUTER, Kind.SHORT_PAUSE})

#: Name of a way of sitting in the parameters, and its flexion level u. [1]
Seat = tuple[str, float]


@dataclass(frozen=True)
class SittingLine:
    """The day off the bike, decided.

    Attributes
    ----------
    stretches : tuple of Stretch
        All time that anything is known about, in order, without overlap.
    sitting : tuple of Sitting
        Of these the sitting, as the load model takes it.
    stood_hours : tuple of Span
        Clock hours in which a watch saw the athlete stand up, at an unknown minute. [s]
    """

    stretches: tuple[Stretch, ...]
    sitting: tuple[Sitting, ...]
    stood_hours: tuple[Span, ...]


def sitting_line(
    log: Log, profile: Profile, parameters: Parameters, days: Sequence[date], until: float
) -> SittingLine:
    """Merge everything that speaks for or against sitting.

    Parameters
    ----------
    log : Log
        The athlete's log.
    profile : Profile
        Usual desk hours, and how the desk is used.
    parameters : Parameters
        Probabilities, lengths of pauses, flexion levels.
    days : sequence of date
        Days to cover, in order.
    until : float
        Nothing is assumed after this instant. [s]

    Returns
    -------
    SittingLine
    """
    zone = profile.athlete.timezone
    # The day before the first counts too: a night belongs to two days.
    since = midnight(days[0].toordinal() - 1, zone) if days else until
    found = list(with_pauses(observed(log, since), parameters))
    found += usual_nights(profile, days, found, parameters)
    assumed = usual_hours(profile, days, found, until, parameters)
    done = (e for e in recorded(log, parameters, since) if e.end > since)
    style = desk_style(profile)
    stretches = tuple(sweep(chain(done, found, assumed), style, parameters))
    seated = [s for s in stretches if s.verdict.posture is Posture.SITTING]
    risen = _rose(found, parameters)
    ends = [0.0, *(s.end for s in seated)]
    seats = {each: _seat(each, parameters) for each in SittingStyle}
    return SittingLine(
        stretches=stretches,
        sitting=tuple(
            [
                _sitting(stretch, style, _any_within(risen, end, stretch.start), seats)
                for stretch, end in zip(seated, ends, strict=False)
            ]
        ),
        stood_hours=stood_hours(log),
    )


def _sitting(
    stretch: Stretch, style: SittingStyle, fresh: bool, seats: Mapping[SittingStyle, Seat]
) -> Sitting:
    start, end, (_, _, probability, quality, evidence, _) = stretch
    styles = [e.style for e in evidence if e.style is not None]
    posture, u = seats[styles[0] if styles else style]
    source = ", ".join(dict.fromkeys([e.source for e in evidence]))
    upper_bound = not _BY_COMPUTER.isdisjoint([e.kind for e in evidence])
    return Sitting(start, end, posture, u, probability, quality, source, upper_bound, fresh)


def _seat(style: SittingStyle, parameters: Parameters) -> Seat:
    return desk_posture(style), desk_level(style, parameters)


def _rose(found: Sequence[Evidence], parameters: Parameters) -> list[float]:
    """Instants at which the athlete left the computer for long, or came back to it. [s]."""
    longest = parameters.number("sitting.away_ends_bout_s")
    long = [e for e in found if e.kind is Kind.AWAY and e.end - e.start > longest]
    return sorted(edge for e in long for edge in (e.start, e.end))


def _any_within(instants: Sequence[float], start: float, end: float) -> bool:
    """Whether any of some instants (in order) lies in ``start <= t <= end``."""
    place = bisect_left(instants, start)
    return place < len(instants) and instants[place] <= end


def desk_style(profile: Profile) -> SittingStyle:
    """How the athlete sits at the desk, where no source says."""
    return profile.desk[-1].posture if profile.desk else SittingStyle.SLUMPED


def desk_posture(style: SittingStyle) -> str:
    """Name of a way of sitting in the parameters."""
    return f"desk_{style.value.replace('-', '_')}"


def desk_level(style: SittingStyle, parameters: Parameters) -> float:
    """Flexion level u of a way of sitting. [1]."""
    return parameters.number(f"flexion.u.{desk_posture(style)}")
