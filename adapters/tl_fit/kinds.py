"""Kinds of FIT files, as ``file_id.type`` names them."""

from tl_fit.message import Part

#: Recordings of what was done.
ACTIVITIES = frozenset({"activity", "activity_summary"})

#: Weighings.
WEIGHT = "weight"

#: What a watch sees all day.
MONITORING = frozenset({"monitoring_a", "monitoring_b", "monitoring_daily"})

#: Kinds that record no training, in words for the user.
_OTHERS = {
    "blood_pressure": "a blood pressure reading",
    "course": "a planned route: nothing was ridden",
    "device": "a description of a device",
    "exd_configuration": "a configuration of a device",
    "goals": "goals set on a device",
    "schedules": "a training calendar: nothing was done yet",
    "segment": "a segment to race on: nothing was ridden",
    "segment_list": "a list of segments: nothing was ridden",
    "settings": "settings of a device",
    "sport": "sport settings of a device",
    "unknown": "an appendix that does not say what it is",
    "totals": "running totals of a device",
    "workout": "a planned workout: nothing was ridden",
}


def kind_of(part: Part) -> str:
    """The kind of a FIT file; one that does not say and holds records is an activity."""
    file_id = part.first("file_id")
    stated = file_id.fields.get("type") if file_id else None
    if stated is not None:
        return str(stated)
    return "activity" if part.counts["record"] or part.counts["session"] else "unknown"


def description(kind: str) -> str:
    """What a file of a kind without training is."""
    return _OTHERS.get(kind, f"a FIT file of kind {kind!r}, which holds no training")
