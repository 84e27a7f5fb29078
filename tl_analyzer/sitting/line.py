"""The line of sitting: evidence of many sources -> one timeline without overlap."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from tl_analyzer.local_days import midnight
from tl_analyzer.log import Log, Posture, SittingStyle
from tl_analyzer.log.posture_columns import Codes
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile
from tl_analyzer.sitting.evidence import Kind, Voice
from tl_analyzer.sitting.evidence_columns import EvidenceColumns, Flags, Floats
from tl_analyzer.sitting.nights import usual_nights
from tl_analyzer.sitting.observed import observed, stood_hours
from tl_analyzer.sitting.pauses import with_pauses
from tl_analyzer.sitting.recorded import recorded
from tl_analyzer.sitting.seats import Seat, Seats
from tl_analyzer.sitting.spans import Span
from tl_analyzer.sitting.stretches import Stretches
from tl_analyzer.sitting.sweep import sweep
from tl_analyzer.sitting.usual_hours import usual_hours
from tl_analyzer.sitting.verdict import Verdict

#: What a computer sees; breaks of a few minutes it does not.
_BY_COMPUTER = frozenset({Kind.COMPUTER, Kind.SHORT_PAUSE})


@dataclass(frozen=True)
class SittingLine:
    """The day off the bike, decided.

    Attributes
    ----------
    stretches : Stretches
        All time that anything is known about, in order, without overlap.
    sitting : Seats
        Of these the sitting, as the load model takes it.
    stood_hours : tuple of Span
        Clock hours in which a watch saw the athlete stand up, at an unknown minute. [s]
    """

    stretches: Stretches
    sitting: Seats
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
        Days to cover, in order, none left out.
    until : float
        Nothing is assumed after this instant. [s]

    Returns
    -------
    SittingLine
    """
    zone = profile.athlete.timezone
    voices: Codes[Voice] = Codes()
    # The day before the first counts too: a night belongs to two days.
    since = midnight(days[0].toordinal() - 1, zone) if days else until
    found = with_pauses(observed(log, since, voices), parameters)
    nights = EvidenceColumns.of(usual_nights(profile, days, found, parameters), voices)
    found = EvidenceColumns.joined([found, nights])
    assumed = usual_hours(profile, days, found, until, parameters)
    done = recorded(log, parameters, since, voices)
    style = desk_style(profile)
    stretches = sweep(EvidenceColumns.joined([done, found, assumed]), style, parameters)
    return SittingLine(
        stretches=stretches,
        sitting=_sitting(stretches, style, _rose(found, parameters), parameters),
        stood_hours=stood_hours(log),
    )


def _sitting(
    stretches: Stretches, style: SittingStyle, risen: Floats, parameters: Parameters
) -> Seats:
    """The sitting of a line; `risen` are instants at which the athlete got up. [s]."""
    seats: list[Seat] = []
    number = []
    for verdict, _, _ in stretches.decisions:
        if verdict is None or verdict.posture is not Posture.SITTING:
            number.append(-1)
            continue
        number.append(len(seats))
        seats.append(_seat(verdict, style, parameters))
    seat = np.array(number or [-1], dtype=np.int64)[stretches.decision]
    seated = seat >= 0
    start, end = stretches.start[seated], stretches.end[seated]
    # Whoever got up since the sitting before; before the first there was none.
    before = np.concatenate(([0.0], end))[: len(end)]
    fresh = _any_within(risen, before, start)
    return Seats(start, end, seat[seated], fresh, tuple(seats))


def _seat(verdict: Verdict, style: SittingStyle, parameters: Parameters) -> Seat:
    _, _, probability, quality, evidence, _ = verdict
    styles = [e.style for e in evidence if e.style is not None]
    used = styles[0] if styles else style
    source = ", ".join(dict.fromkeys([e.source for e in evidence]))
    upper_bound = not _BY_COMPUTER.isdisjoint([e.kind for e in evidence])
    posture, u = desk_posture(used), desk_level(used, parameters)
    return Seat(posture, u, probability, quality, source, upper_bound)


def _rose(found: EvidenceColumns, parameters: Parameters) -> Floats:
    """Instants at which the athlete left the computer for long, or came back to it. [s]."""
    longest = parameters.number("sitting.away_ends_bout_s")
    long = found.where({Kind.AWAY}) & (found.end - found.start > longest)
    return np.sort(np.concatenate((found.start[long], found.end[long])))


def _any_within(instants: Floats, start: Floats, end: Floats) -> Flags:
    """Whether any of some instants (in order) lies in each ``start <= t <= end``. Shape (n,)."""
    following = np.append(instants, np.inf)[np.searchsorted(instants, start)]
    return following <= end


def desk_style(profile: Profile) -> SittingStyle:
    """How the athlete sits at the desk, where no source says."""
    return profile.desk[-1].posture if profile.desk else SittingStyle.SLUMPED


def desk_posture(style: SittingStyle) -> str:
    """Name of a way of sitting in the parameters."""
    return f"desk_{style.value.replace('-', '_')}"


def desk_level(style: SittingStyle, parameters: Parameters) -> float:
    """Flexion level u of a way of sitting. [1]."""
    return parameters.number(f"flexion.u.{desk_posture(style)}")
