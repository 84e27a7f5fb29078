"""What changes on the bike would have taken from the week, by the equations of the load model.

One change, one function: `Trial` -> exposure removed, in the unit of the exposure.
"""

from collections.abc import Callable

from tl_analyzer.advice.trial import Trial
from tl_analyzer.load.ride_exposure import STANDING, FlexedBout, RideExposure
from tl_analyzer.load.riding import longest_flexed_bout

Bouts = tuple[FlexedBout, ...]


def longest_with_standing_breaks(trial: Trial) -> float:
    """Minutes off the longest bout with a short stand out of the saddle every so often. [min]"""
    return _off_the_longest(trial, lambda bouts: with_standing_breaks(bouts, trial))


def dose_with_standing_breaks(trial: Trial) -> float:
    """Riding dose lost with a short stand out of the saddle every so often. [u min]"""
    return sum(
        _dose(ride.bouts) - _dose(with_standing_breaks(ride.bouts, trial))
        for ride in trial.picture.rides_this_week()
        if ride.flexed_min > 0.0
    )


def longest_with_stops(trial: Trial) -> float:
    """Minutes off the longest bout with planned stops off the bike. [min]"""
    parameters = trial.parameters
    every = parameters.number("advice.stop_every_min")
    for_min = parameters.number("advice.stop_min")
    return _off_the_longest(
        trial, lambda bouts: interrupted(bouts, _flexed(trial), every, for_min, 0.0, "")
    )


def longest_when_split(trial: Trial) -> float:
    """Minutes off the longest bout when its ride is split in the middle. [min]"""

    def longest_half(bouts: Bouts) -> float:
        first, second = halves(bouts)
        return max(_longest(first, trial), _longest(second, trial))

    return _off_the_longest_ride(trial, longest_half)


def longest_when_higher(trial: Trial) -> float:
    """Minutes off the longest bout when half of its ride has the hands on the tops. [min]"""
    return _off_the_longest_ride(trial, lambda b: _longest(half_on_the_tops(b, trial), trial))


def dose_when_higher(trial: Trial) -> float:
    """Riding dose lost when half of the longest ride has the hands on the tops. [u min]"""
    rides = _by_length(trial)
    return _dose(rides[0].bouts) - _dose(half_on_the_tops(rides[0].bouts, trial)) if rides else 0.0


def dose_above_usual(trial: Trial) -> float:
    """Riding dose that a week at usual leaves out. [u min]"""
    weekly = trial.picture.weekly["flexed_ride_dose"]
    return max(weekly.this - (weekly.usual or weekly.this), 0.0)


def with_standing_breaks(bouts: Bouts, trial: Trial) -> Bouts:
    """Ride with the same minutes, some of them out of the saddle."""
    parameters = trial.parameters
    return interrupted(
        bouts,
        _flexed(trial),
        parameters.number("advice.stand_every_min") - parameters.number("advice.stand_min"),
        parameters.number("advice.stand_min"),
        parameters.number(f"flexion.u.{STANDING}"),
        STANDING,
    )


def interrupted(
    bouts: Bouts, flexed_level: float, every_min: float, for_min: float, u: float, posture: str
) -> Bouts:
    """Ride whose flexed bouts give way to another posture at regular intervals.

    Parameters
    ----------
    bouts : tuple of FlexedBout
        The ride as it was, in time order.
    flexed_level : float
        Level u from which a bout is interrupted. [1]
    every_min, for_min : float
        Bent minutes between two interruptions, and the length of each. [min]
    u, posture : float, str
        Level during an interruption [1], and its name.

    Returns
    -------
    tuple of FlexedBout
        The ride as it might have been; its length is the same.
    """
    pieces: list[FlexedBout] = []
    left = every_min * 60.0
    for bout in bouts:
        if bout.u < flexed_level:
            pieces.append(bout)
            continue
        now = bout.start
        while now + left < bout.end:
            bent = now + left
            upright = min(bent + for_min * 60.0, bout.end)
            pieces += [bout._replace(start=now, end=bent), FlexedBout(bent, upright, u, posture)]
            now, left = upright, every_min * 60.0
        if now < bout.end:
            pieces.append(bout._replace(start=now))
            left -= bout.end - now
    return tuple(pieces)


def halves(bouts: Bouts) -> tuple[Bouts, Bouts]:
    """Ride before and after the middle of its time."""
    middle = (bouts[0].start + bouts[-1].end) / 2.0 if bouts else 0.0
    first = tuple(b._replace(end=min(b.end, middle)) for b in bouts if b.start < middle)
    second = tuple(b._replace(start=max(b.start, middle)) for b in bouts if b.end > middle)
    return first, second


def half_on_the_tops(bouts: Bouts, trial: Trial) -> Bouts:
    """Ride whose second half is no lower than with the hands on the tops."""
    tops = trial.parameters.number("flexion.u.bike_tops")
    first, second = halves(bouts)
    return first + tuple(b._replace(u=min(b.u, tops), posture="bike_tops") for b in second)


def _off_the_longest(trial: Trial, changed: Callable[[Bouts], Bouts]) -> float:
    """Minutes off the longest bout of the week when every ride is changed. [min]"""
    rides = _by_length(trial)
    after = (min(_longest(changed(r.bouts), trial), r.longest_bout_min) for r in rides)
    return rides[0].longest_bout_min - max(after) if rides else 0.0


def _off_the_longest_ride(trial: Trial, longest: Callable[[Bouts], float]) -> float:
    """Minutes off the longest bout of the week when only the ride that holds it is changed."""
    rides = _by_length(trial)
    if not rides:
        return 0.0
    other = rides[1].longest_bout_min if len(rides) > 1 else 0.0
    return rides[0].longest_bout_min - max(
        min(longest(rides[0].bouts), rides[0].longest_bout_min), other
    )


def _by_length(trial: Trial) -> list[RideExposure]:
    rides = (ride for ride in trial.picture.rides_this_week() if ride.flexed_min > 0.0)
    return sorted(rides, key=lambda ride: -ride.longest_bout_min)


def _longest(bouts: Bouts, trial: Trial) -> float:
    break_s = trial.parameters.number("flexion.break_s")
    return longest_flexed_bout(bouts, _flexed(trial), break_s)


def _flexed(trial: Trial) -> float:
    return trial.parameters.number("flexion.flexed_level")


def _dose(bouts: Bouts) -> float:
    return sum(bout.minutes * bout.u for bout in bouts)
