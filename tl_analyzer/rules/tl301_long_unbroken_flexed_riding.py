"""A long stretch of riding bent forward without getting out of the posture.

Fires on the longest unbroken bout at a flexion level u >= 0.35 on a ride of the week: 60 min
watch, 120 min amber, 180 min red; one level up when it is more than 1.5 times the athlete's usual
longest bout, the mean of the four weekly longest. A bout is broken by a minute out of the saddle
or off the bike; coasting does not break it. Where the head unit did not record standing, only
stops are known, so the bout is an upper bound; the evidence says so and confidence is lower.

Why it may matter: one hour of flexed sitting delayed the reflexes of the back muscles at T10 and
L3 from 60 to 96 ms [sanchez_zuriaga_2010]_, and the same time bent in short bouts changed the
back less than in long ones [kang_mirka_2024]_. The clinic article names long rides in a forward
lean as one of four patterns [clinic_hidden_culprit]_.

How weak this is: the hour was measured on chairs, and two and three hours are multiples of it.
The level u of each hand position is a choice of which only the order is published
[schulz_gordon_2010b]_. Many riders spend hours so without trouble; discs of high-volume cyclists
looked better, not worse, in one study [belavy_2019]_. Altered mechanics and slower protective
reflexes for some time is all that can be said.

What would change the verdict: a recorded minute of standing in time, a head unit that records
position, or another riding position in the profile.
"""

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence, usual
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    watch = parameters.number("rules.tl301.watch_minutes")
    cuts = {
        Severity.RED: parameters.number("rules.tl301.red_minutes"),
        Severity.AMBER: parameters.number("rules.tl301.amber_minutes"),
        Severity.WATCH: watch,
    }
    long = [r for r in picture.rides_this_week() if r.longest_bout_min >= watch]
    if not long:
        return None
    long.sort(key=lambda r: -r.longest_bout_min)
    bout = long[0].longest_bout_min
    severity = next(level for level, cut in cuts.items() if bout >= cut)
    because = [_evidence(picture, ride, cuts[severity]) for ride in long]
    weekly = picture.weekly["longest_flexed_bout"]
    ratio = parameters.number("rules.tl301.usual_ratio")
    if weekly.usual is not None and bout > ratio * weekly.usual:
        severity = severity.up()
        because.append(usual.of_week(picture, weekly, ratio * weekly.usual))
    return Verdict(
        severity=severity,
        because=tuple(because),
        clears_when=_clears(bout, watch, parameters.number("flexion.break_s")),
        quality=_quality(long[0]),
    )


def _evidence(picture: Picture, ride: RideExposure, cut: float) -> Evidence:
    what = "longest unbroken flexed bout"
    return Evidence(
        when=evidence.instant(ride.start, picture.week.zone),
        measure=f"{what} at most (when the rider stood was not recorded)"
        if ride.upper_bound
        else what,
        value=ride.longest_bout_min,
        unit="min",
        threshold=cut,
        sessions=(ride.label,),
        high=ride.longest_bout_min,
        low=None if ride.upper_bound else ride.longest_bout_min,
    )


def _clears(bout: float, watch: float, break_s: float) -> str:
    breaks = int(bout // watch)
    every = int(bout / (breaks + 1))
    return (
        f"Stand out of the saddle or get off for {break_s:.0f} s at least every {every} minutes: "
        f"{evidence.count(breaks, 'such break')} on the longest bout keep every stretch below "
        f"{watch:.0f} minutes."
    )


def _quality(ride: RideExposure) -> DataQuality:
    least = DataQuality.OBSERVED if ride.upper_bound else DataQuality.MEASURED
    return evidence.worst(ride.quality, least)


RULE = Rule(
    code="TL301",
    name="long-unbroken-flexed-riding",
    channel=Channel.FLEXION,
    parameters=(
        "rules.tl301.watch_minutes",
        "rules.tl301.amber_minutes",
        "rules.tl301.red_minutes",
        "rules.tl301.usual_ratio",
        "flexion.break_s",
    ),
    check=_check,
)
