"""Rides -> stretches of trunk flexion, from recorded position or the profile."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from operator import attrgetter

from tl_analyzer.finding import DataQuality
from tl_analyzer.load.labels import ride_label
from tl_analyzer.load.ride_exposure import STANDING, FlexedBout, RideExposure
from tl_analyzer.log import PositionEvidence, RidePosture, RideSession
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Bike

UNSPECIFIED = "unspecified"

QUALITY = {
    PositionEvidence.EVENTS: DataQuality.MEASURED,
    PositionEvidence.TIME_STANDING: DataQuality.OBSERVED,
    PositionEvidence.NONE: DataQuality.OBSERVED,
}


def riding_position(ride: RideSession, bike: Bike) -> str:
    """Hand position on a ride: the first rule of the profile that fits, else its default."""
    for rule in bike.rule:
        if rule.indoor is not None and rule.indoor != bool(ride.indoor):
            continue
        if rule.sub_sport is not None and rule.sub_sport.casefold() != ride.sub_sport.casefold():
            continue
        if rule.device is not None and rule.device.casefold() not in ride.device.casefold():
            continue
        return rule.position.value
    return bike.position.value if bike.position is not None else UNSPECIFIED


def ride_exposures(
    rides: Iterable[tuple[RideSession, datetime]], window: range, bike: Bike, parameters: Parameters
) -> Iterator[RideExposure]:
    """Flexion through the rides of a window of days, each as it was recorded.

    Parameters
    ----------
    rides : iterable of (RideSession, datetime)
        Rides with their posture bouts, and the athlete's wall clock at the start of each.
    window : range
        Days to look at. [ordinal]
    bike : Bike
        Riding positions of the profile.
    parameters : Parameters
        Flexion levels u, the flexed level, and the break that resets a bout.

    Yields
    ------
    RideExposure
        Seated, coasting and unrecorded stretches take the level of the riding position,
        standing that of riding out of the saddle; stops are left out. Where the device
        summed standing time without saying when, the dose is corrected and the longest
        stretch stays an upper bound.
    """
    flexed_level = parameters.number("flexion.flexed_level")
    break_s = parameters.number("flexion.break_s")
    standing = parameters.number(f"flexion.u.{STANDING}"), STANDING
    for ride, wall in rides:
        if (day := wall.toordinal()) not in window:
            continue
        position = riding_position(ride, bike)
        seat = f"bike_{position}"
        seated = parameters.number(f"flexion.u.{seat}"), seat
        bouts = tuple(
            [
                FlexedBout(
                    b.start.timestamp(),
                    b.end.timestamp(),
                    *(standing if b.posture is RidePosture.STANDING else seated),
                )
                for b in ride.bouts
                if b.posture is not RidePosture.STOPPED
            ]
        )
        minutes = [(end - start) / 60.0 for start, end, _, _ in bouts]
        levels = [u for _, _, u, _ in bouts]
        dose = sum([length * u for length, u in zip(minutes, levels, strict=True)])
        flexed = sum([n for n, u in zip(minutes, levels, strict=True) if u >= flexed_level])
        evidence, stood = ride.position_evidence, 0.0
        if evidence is PositionEvidence.TIME_STANDING and ride.time_standing_s:
            stood = min(ride.time_standing_s / 60.0, sum(minutes))
            dose -= stood * (seated[0] - standing[0])
            flexed -= stood if seated[0] >= flexed_level else 0.0
        flexed = max(flexed, 0.0)
        yield RideExposure(
            label=ride_label(ride, wall),
            start=ride.start.utc.timestamp(),
            end=ride.end.timestamp(),
            day=day,
            distance_km=(ride.distance_m or 0.0) / 1000.0,
            evidence=evidence,
            position=position,
            bouts=bouts,
            flexed_min=flexed,
            longest_bout_min=min(longest_flexed_bout(bouts, flexed_level, break_s), flexed),
            dose_u_min=dose,
            upper_bound=evidence is not PositionEvidence.EVENTS,
            quality=DataQuality.ASSUMED if position == UNSPECIFIED else QUALITY[evidence],
            timed=ride.start.timed,
            untimed_standing_min=stood,
        )


def joined(rides: Iterable[RideExposure], parameters: Parameters) -> tuple[RideExposure, ...]:
    """Join recordings that follow each other within less than a break.

    Head units and platforms split a ride at midnight, at a crash or by hand; the back does not
    notice.
    """
    whole: list[RideExposure] = []
    break_s = parameters.number("flexion.break_s")
    for ride in sorted(rides, key=attrgetter("start")):
        gap = ride.start - whole[-1].end if whole else float("inf")
        if 0.0 <= gap < break_s:
            whole[-1] = _one_ride(whole[-1], ride, parameters)
        else:
            whole.append(ride)
    return tuple(whole)


def _one_ride(first: RideExposure, second: RideExposure, parameters: Parameters) -> RideExposure:
    bouts = first.bouts + second.bouts
    flexed = first.flexed_min + second.flexed_min
    longest = longest_flexed_bout(
        bouts, parameters.number("flexion.flexed_level"), parameters.number("flexion.break_s")
    )
    return replace(
        first,
        label=f"{first.label}, and its continuation",
        end=second.end,
        distance_km=first.distance_km + second.distance_km,
        bouts=bouts,
        flexed_min=flexed,
        longest_bout_min=min(longest, flexed),
        dose_u_min=first.dose_u_min + second.dose_u_min,
        upper_bound=first.upper_bound or second.upper_bound,
        quality=max(first.quality, second.quality, key=list(DataQuality).index),
        untimed_standing_min=first.untimed_standing_min + second.untimed_standing_min,
    )


def longest_flexed_bout(
    bouts: tuple[FlexedBout, ...], flexed_level: float, break_s: float
) -> float:
    """Longest time at or above the flexed level without a break that resets it.

    Parameters
    ----------
    bouts : tuple of FlexedBout
        Levels through the ride, in time order; what lies between them counts as off the bike.
    flexed_level : float
        Level u at which the trunk counts as flexed. [1]
    break_s : float
        Shortest time below that level that resets the count. [s]

    Returns
    -------
    float
        Flexed time of the longest stretch, shorter interruptions left out. [min]
    """
    longest = running = 0.0
    flexed_until: float | None = None
    for start, end, u, _ in bouts:
        if u < flexed_level:
            continue
        if flexed_until is not None and start - flexed_until >= break_s:
            running = 0.0
        running += (end - start) / 60.0
        longest = max(longest, running)
        flexed_until = end
    return longest
