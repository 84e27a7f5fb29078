"""What the settings of a device say of its owner: body mass and usual sleeping hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from tl_analyzer.log import (
    BodyMass,
    Clock,
    Entry,
    Observation,
    Posture,
    PostureInterval,
    Problem,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)
from tl_fit.context import Context
from tl_fit.evidence import evidence
from tl_fit.message import Message, Part
from tl_fit.outcome import Outcome

_DAY_S = 24 * 3600
_SOURCE = "usual sleeping hours (settings of the watch)"


@dataclass(frozen=True)
class Lived:
    """The time that a file covers.

    Attributes
    ----------
    start, end : datetime
        First and last instant [UTC].
    zone : str
        IANA zone.
    """

    start: datetime
    end: datetime
    zone: str


def add_athlete(outcome: Outcome, part: Part, lived: Lived, context: Context) -> None:
    """Add body mass and sleeping hours to what came of a file.

    Parameters
    ----------
    outcome : Outcome
        What came of the file; its user profile must be among what is set aside.
    part : Part
        The file.
    lived : Lived
        The time it covers.
    context : Context
        Where it comes from.
    """
    profiles = part.named("user_profile")
    if len(profiles) != 1:
        # Of several people nobody says who wore the device.
        return
    profile = profiles[0]
    added: list[Entry] = [*_body_mass(profile, lived, context), *_nights(profile, lived, context)]
    if added:
        outcome.entries.extend(added)
        outcome.aside["user_profile"] -= 1
    outcome.problems.extend(_doubts(profile, context))


def _body_mass(profile: Message, lived: Lived, context: Context) -> Iterator[BodyMass]:
    mass_kg = profile.amount("weight")
    limit = evidence().limit
    if mass_kg is not None and limit.lightest_kg <= mass_kg <= limit.heaviest_kg:
        yield BodyMass(
            start=When(utc=lived.start, zone=lived.zone, clock=Clock.STATED),
            mass=Weight(value=mass_kg, unit=WeightUnit.KG, basis=UnitBasis.STATED),
            provenance=context.provenance(profile.row),
        )


def _hours(profile: Message) -> tuple[int, int] | None:
    """When the athlete usually falls asleep and wakes [s after midnight]."""
    asleep_s, awake_s = profile.number("sleep_time"), profile.number("wake_time")
    if asleep_s is None or awake_s is None or max(asleep_s, awake_s) > _DAY_S:
        return None
    return asleep_s % _DAY_S, awake_s % _DAY_S


def _credible(hours: tuple[int, int]) -> bool:
    limit = evidence().limit
    length_s = (hours[1] - hours[0]) % _DAY_S
    return limit.sleep_least_s <= length_s <= limit.sleep_most_s


def _nights(profile: Message, lived: Lived, context: Context) -> Iterator[PostureInterval]:
    """Usual sleep from the midnight before a file begins until it ends, cut at midnights.

    Cut at midnights, the same night from two files is the same interval.
    """
    hours = _hours(profile)
    if hours is None or not _credible(hours):
        return
    asleep_s, awake_s = hours
    pieces = [(asleep_s, awake_s)] if asleep_s < awake_s else [(0, awake_s), (asleep_s, _DAY_S)]
    day = lived.start.astimezone(ZoneInfo(lived.zone)).date()
    grade = evidence().grade.usual_sleep
    for _ in range(evidence().limit.days):
        midnight = datetime.combine(day, time())
        for begin_s, end_s in pieces:
            start = When.from_local(midnight + timedelta(seconds=begin_s), lived.zone)
            stop = When.from_local(midnight + timedelta(seconds=end_s), lived.zone)
            end = min(stop.utc, lived.end)
            if start.utc < end:
                yield PostureInterval(
                    start=start,
                    end=end,
                    posture=Posture.LYING,
                    probability=grade.probability,
                    quality=grade.quality,
                    observation=Observation.SLEEP,
                    source=_SOURCE,
                    provenance=context.provenance(profile.row),
                )
        day += timedelta(days=1)
        if When.from_local(datetime.combine(day, time()), lived.zone).utc >= lived.end:
            return


def _doubts(profile: Message, context: Context) -> Iterator[Problem]:
    mass_kg, hours, limit = profile.amount("weight"), _hours(profile), evidence().limit
    if mass_kg and not limit.lightest_kg <= mass_kg <= limit.heaviest_kg:
        yield context.note(
            "body-mass-implausible",
            found=f"a body mass of {mass_kg:g} kg in the settings of the device",
            expected=f"{limit.lightest_kg} to {limit.heaviest_kg} kg",
            hint="It is left out; correct it on the device.",
            row=profile.row,
        )
    if hours and not _credible(hours) and hours[0] != hours[1]:
        yield context.note(
            "sleep-hours-implausible",
            found=f"usual sleep from {_clock(hours[0])} to {_clock(hours[1])}",
            expected=f"{limit.sleep_least_s // 3600} to {limit.sleep_most_s // 3600} hours",
            hint="They are left out; correct them on the device.",
            row=profile.row,
        )


def _clock(time_s: int) -> str:
    return f"{time_s // 3600:02d}:{time_s % 3600 // 60:02d}"
