"""What was and was not known about the week."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tl_analyzer.load.picture import Coverage
from tl_analyzer.load.raw_sets import RawSets
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.load.set_table import SetTable
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log, PositionEvidence
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.seats import Seats
from tl_analyzer.sitting.sitting import Sitting


def coverage_of(
    log: Log,
    raw: RawSets,
    sets: SetTable,
    rides: Sequence[RideExposure],
    sitting: Seats,
    observed: Iterable[int],
    week: Week,
    parameters: Parameters,
) -> Coverage:
    """Count what the week's numbers rest on; `observed` are days with evidence of posture."""
    monday = week.monday.toordinal()
    this_week = (sets.day >= monday) & (sets.day < monday + 7)
    known = sets.column("recognised")
    unknown = Counter(
        sets.movements[m].name.strip() for m in sets.movement[this_week & ~known].tolist()
    )
    ridden = [r for r in rides if week.holds(r.day)]
    least = parameters.number("flexion.seated_probability")
    start, end = week.start, week.end
    seated = [s for s in sitting[sitting.between(start, end)] if s.probability >= least]
    days = set(sets.day.tolist())
    days |= {r.day for r in rides}
    days.update(observed)
    days |= {a.start.day_in(week.zone).toordinal() for a in log.activities}
    days |= {c.start.day_in(week.zone).toordinal() for c in log.check_ins}
    # As far back as every report on the week looks, from whatever the log is loaded.
    reach = 7 * int(parameters.number("exposure.trend_weeks"))
    return Coverage(
        days_with_data=sum(week.holds(day) for day in days),
        desk_hours_measured=_hours((s for s in seated if s.measured), week),
        desk_hours_assumed=_hours((s for s in seated if not s.measured), week),
        rides=len(ridden),
        rides_with_measured_position=sum(r.evidence is PositionEvidence.EVENTS for r in ridden),
        sets=int(this_week.sum()),
        sets_recognised=int((this_week & known).sum()),
        unrecognised=tuple(sorted(unknown.items(), key=lambda item: (-item[1], item[0]))),
        guessed_units=bool((raw.guessed & this_week).any()),
        sources=tuple(s.file for s in log.sources if s.adapter),
        last_day=max((d for d in days if monday - reach <= d < monday + 7), default=None),
    )


def _hours(sitting: Iterable[Sitting], week: Week) -> float:
    start, end = week.start, week.end
    hours = (max(0.0, min(s.end, end) - max(s.start, start)) / 3600.0 for s in sitting)
    return sum(hours, 0.0)
