"""Sets become workouts: one a day, or one for each title that the table has a column for."""

from collections.abc import Sequence
from datetime import datetime, time

from tl_analyzer.log import Provenance, StrengthSession, StrengthSet, When
from tl_analyzer.parsing.set_notation import NotedSet
from tl_analyzer.parsing.weight_units import Units
from tl_table.draft import Draft

#: The lowest rating that there is. [1]
_RPE_LEAST = 1.0


def sessions(
    drafts: Sequence[Draft], units: Units, zone: str, source: Provenance
) -> list[StrengthSession]:
    """Build the workouts of a file, in the order of time; sets keep the order of the file.

    Parameters
    ----------
    drafts : sequence of Draft
        Rows with sets, in the order of the file.
    units : Units
        How loads without a unit are read.
    zone : str
        IANA zone of the clocks.
    source : Provenance
        Where the values come from.
    """
    workouts: dict[tuple[object, str], list[Draft]] = {}
    for draft in drafts:
        day = draft.day.date() if isinstance(draft.day, datetime) else draft.day
        workouts.setdefault((day, draft.parted), []).append(draft)
    built = [_session(held, units, zone, source) for held in workouts.values()]
    built.sort(key=lambda session: (session.start.utc, session.provenance.row or 0))
    return built


def _session(
    drafts: Sequence[Draft], units: Units, zone: str, source: Provenance
) -> StrengthSession:
    moments = [_moment(draft, zone) for draft in drafts]
    timed = [moment for moment in moments if moment.timed]
    start = min(timed, key=lambda moment: moment.utc) if timed else moments[0]
    each = len({moment.utc for moment in timed}) > 1
    sets = tuple(
        _set(draft, one, units, moment if each and moment.timed else None)
        for draft, moment in zip(drafts, moments, strict=True)
        for one in draft.work
    )
    return StrengthSession(
        start=start,
        title=next((draft.title for draft in drafts if draft.title), ""),
        sets=sets,
        provenance=source.model_copy(update={"row": min(draft.line for draft in drafts)}),
    )


def _moment(draft: Draft, zone: str) -> When:
    day = draft.day
    if isinstance(day, datetime):
        return When(utc=day, zone=zone) if day.tzinfo else When.from_local(day, zone)
    if draft.clock is not None:
        return When.from_local(datetime.combine(day, draft.clock or time()), zone)
    return When.from_date(day, zone)


def _set(draft: Draft, one: NotedSet, units: Units, start: When | None) -> StrengthSet:
    rpe = one.rpe if one.rpe and one.rpe >= _RPE_LEAST else None
    return StrengthSet(
        exercise=draft.exercise,
        row=draft.line,
        weight=units.weigh(one.load, one.unit),
        meaning=one.meaning,
        reps=one.reps,
        rpe=draft.rpe if draft.rpe is not None else rpe,
        rir=draft.rir if draft.rir is not None else one.rir,
        set_type=draft.set_type,
        duration_s=one.seconds if one.seconds is not None else draft.seconds,
        distance_m=draft.metres,
        start=start,
        note=draft.note,
    )
