"""One ride on several devices and platforms: which recordings are one, and which to keep."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from tl_analyzer.intake.folding import clusters, common_s, counted_once, folded, order, overlap
from tl_analyzer.log import PositionEvidence, Problem, RideSession
from tl_analyzer.parameters import Parameters


def rides_once(
    rides: Iterable[RideSession], parameters: Parameters
) -> tuple[list[RideSession], list[Problem]]:
    """Keep each ride once, the richest recording of it, and name the others.

    Nobody rides twice at a time: recordings that share most of the shorter one are one ride,
    whichever button was pressed first. Where a device split a ride that another kept whole, its
    parts are kept if they cover it.
    """
    skew = parameters.number("intake.skew_s")
    kept: list[RideSession] = []
    notes: list[Problem] = []

    def same(a: RideSession, b: RideSession) -> bool:
        return _same_ride(a, b, parameters)

    for group in clusters(rides, same, reach_s=skew):
        best = _best(group, parameters)
        others = [ride for ride in group if ride not in best]
        kept += [_completed(ride, others, parameters) for ride in best]
        notes += [counted_once("ride", other.provenance, best[0].provenance) for other in others]
    return sorted(kept, key=order), notes


def _same_ride(a: RideSession, b: RideSession, parameters: Parameters) -> bool:
    if overlap(_span(a), _span(b)) >= parameters.number("intake.twin_overlap"):
        return True
    apart = abs((a.start.utc - b.start.utc).total_seconds())
    return apart <= parameters.number("intake.skew_s") and _alike(a, b, parameters)


def _alike(a: RideSession, b: RideSession, parameters: Parameters) -> bool:
    """Whether two recordings are as long and as far, and overlap: the clock of one is wrong."""
    if not a.distance_m or not b.distance_m or not common_s(_span(a), _span(b)):
        return False
    within = parameters.number("intake.alike")
    return _near(a.elapsed_s, b.elapsed_s, within) and _near(a.distance_m, b.distance_m, within)


def _near(a: float, b: float, within: float) -> bool:
    return abs(a - b) <= within * max(a, b)


def _best(group: Sequence[RideSession], parameters: Parameters) -> list[RideSession]:
    """The richest recording that covers the ride: one alone, or all parts of one device."""
    start, end = min(r.start.utc for r in group), max(r.end for r in group)
    least = parameters.number("intake.twin_overlap") * _longest(group)
    choices = [[ride] for ride in group] + _parts(group)
    covering = [choice for choice in choices if _covered(choice, start, end) >= least]
    return max(covering or choices, key=_richness)


def _longest(group: Sequence[RideSession]) -> float:
    return max(ride.elapsed_s for ride in group)


def _parts(group: Sequence[RideSession]) -> list[list[RideSession]]:
    """Recordings of one device that do not overlap."""
    by_device: dict[tuple[str, str], list[RideSession]] = {}
    for ride in sorted(group, key=order):
        held = by_device.setdefault((ride.provenance.adapter, ride.device), [])
        if not held or held[-1].end <= ride.start.utc:
            held.append(ride)
    return [held for held in by_device.values() if len(held) > 1]


def _covered(choice: Sequence[RideSession], start: datetime, end: datetime) -> float:
    return sum(common_s(_span(ride), (start, end)) for ride in choice)


def _richness(choice: Sequence[RideSession]) -> tuple[bool, bool, bool, bool, bool, float, str]:
    return (
        all(ride.recorded for ride in choice),
        all(ride.position_evidence is PositionEvidence.EVENTS for ride in choice),
        all(ride.position_evidence is not PositionEvidence.NONE for ride in choice),
        any(len(ride.bouts) > 1 for ride in choice),
        all(ride.average_power_w is not None for ride in choice),
        sum(ride.elapsed_s for ride in choice),
        choice[0].provenance.digest,
    )


def _completed(
    ride: RideSession, others: Sequence[RideSession], parameters: Parameters
) -> RideSession:
    """Take from the other recordings what this one does not know."""
    least = parameters.number("intake.twin_overlap")
    whole = [o for o in sorted(others, key=order) if _near(o.elapsed_s, ride.elapsed_s, 1 - least)]
    found: dict[str, object] = {
        name: next((v for o in whole if (v := getattr(o, name)) not in (None, "")), None)
        for name in ("distance_m", "average_power_w", "indoor", "sub_sport", "device")
        if getattr(ride, name) in (None, "")
    }
    update = {name: value for name, value in found.items() if value is not None}
    return folded(ride.model_copy(update=update), others)


def _span(ride: RideSession) -> tuple[datetime, datetime]:
    return ride.start.utc, ride.end
