"""One value -> one row; the inverse is in `tl_analyzer.tables.fields`."""

import json

from tl_analyzer.log import (
    ActivitySession,
    BodyMass,
    CheckIn,
    DailyTotal,
    PlannedSession,
    PostureBout,
    Postures,
    Problem,
    RideSession,
    SourceSummary,
    StrengthSession,
    StrengthSet,
    Wellness,
    When,
)
from tl_analyzer.tables.columns import Row
from tl_analyzer.tables.instants import microseconds
from tl_analyzer.tables.origins import Origins


def source_row(s: SourceSummary) -> Row:
    """Row of the summary of a source."""
    return (
        s.file,
        s.digest,
        s.opened,
        s.adapter,
        s.reason,
        s.entries,
        json.dumps(s.tally.model_dump()) if s.tally else None,
        s.same_as,
    )


def problem_row(p: Problem) -> Row:
    """Row of a problem."""
    return p.file, p.found, p.expected, p.hint, p.line, p.column, p.kind.value, p.code


def _when(when: When) -> tuple[int, str, str]:
    return microseconds(when.utc), when.zone, when.clock.value


def workout_row(number: int, w: StrengthSession, origins: Origins) -> Row:
    """Row of a workout."""
    return (
        number,
        *_when(w.start),
        w.duration_s,
        w.title,
        w.app,
        w.detected,
        origins.of(w.provenance),
        w.provenance.row,
        origins.folded(w.folded),
    )


def set_row(workout: int, place: int, s: StrengthSet) -> Row:
    """Row of a set of a workout."""
    weight = s.weight
    return (
        workout,
        place,
        s.exercise,
        s.set_type.value,
        *((weight.value, weight.unit.value, weight.basis.value) if weight else (None, None, None)),
        s.meaning.value,
        s.reps,
        s.rpe,
        s.rir,
        s.duration_s,
        s.distance_m,
        *(_when(s.start) if s.start else (None, None, None)),
        s.note,
        s.position,
        s.row,
    )


def ride_row(number: int, r: RideSession, origins: Origins) -> Row:
    """Row of a ride."""
    start, zone, clock = _when(r.start)
    return (
        number,
        start,
        microseconds(r.end),
        zone,
        clock,
        r.elapsed_s,
        r.moving_s,
        r.distance_m,
        r.sub_sport,
        r.indoor,
        r.position_evidence.value,
        r.time_standing_s,
        r.average_power_w,
        r.device,
        r.recorded,
        origins.of(r.provenance),
        r.provenance.row,
        origins.folded(r.folded),
    )


def bout_row(ride: int, place: int, b: PostureBout) -> Row:
    """Row of a bout of a ride."""
    return ride, place, microseconds(b.start), microseconds(b.end), b.posture.value


def activity_row(a: ActivitySession, origins: Origins) -> Row:
    """Row of an activity."""
    start, zone, clock = _when(a.start)
    return (
        start,
        microseconds(a.end),
        zone,
        clock,
        a.sport,
        a.moving_s,
        a.distance_m,
        origins.of(a.provenance),
        a.provenance.row,
        origins.folded(a.folded),
    )


def posture_rows(
    postures: Postures, origins: Origins, first: int = 0, until: int | None = None
) -> list[Row]:
    """Rows of intervals of posture: of all, or of those from one number to before another."""
    held = postures.columns(first, until)
    return [
        (
            start,
            end,
            zone,
            clock.value,
            posture.value,
            probability,
            quality.value,
            observation.value,
            style.value if style else None,
            source,
            origins.number(*origin),
            row,
        )
        for (
            start,
            end,
            row,
            probability,
            (posture, quality, observation, style, source),
            (zone, clock),
            origin,
        ) in zip(*held, strict=True)
    ]


def mass_row(m: BodyMass, origins: Origins) -> Row:
    """Row of a body mass."""
    mass = m.mass
    return (
        *_when(m.start),
        mass.value,
        mass.unit.value,
        mass.basis.value,
        origins.of(m.provenance),
        m.provenance.row,
    )


def check_in_row(c: CheckIn, origins: Origins) -> Row:
    """Row of a check-in."""
    return (
        *_when(c.start),
        c.region,
        c.side,
        c.score,
        json.dumps(c.signs),
        c.note,
        origins.of(c.provenance),
        c.provenance.row,
    )


def wellness_row(w: Wellness, origins: Origins) -> Row:
    """Row of a value of a wellness diary."""
    scale = w.scale
    return (
        *_when(w.start),
        w.measure,
        w.value,
        w.unit,
        *((scale.least, scale.most, scale.best) if scale else (None, None, None)),
        w.source,
        origins.of(w.provenance),
        w.provenance.row,
    )


def total_row(d: DailyTotal, origins: Origins) -> Row:
    """Row of a sum over a day."""
    return (
        *_when(d.start),
        d.measure.value,
        d.value,
        d.source,
        origins.of(d.provenance),
        d.provenance.row,
    )


def planned_row(p: PlannedSession, origins: Origins) -> Row:
    """Row of a planned session."""
    start, zone, clock = _when(p.start)
    return (
        start,
        None if p.end is None else microseconds(p.end),
        zone,
        clock,
        p.sport.value,
        p.title,
        origins.of(p.provenance),
        p.provenance.row,
    )
