"""One outing on a bike, as a ride of the log."""

from collections.abc import Sequence

import numpy as np

from tl_analyzer.log import Clock, PositionEvidence, RideSession, When
from tl_fit.clock import utc
from tl_fit.context import Context
from tl_fit.course import Pause, course, pauses
from tl_fit.message import FloatArray, Message, Part, Records
from tl_fit.outing import Outing
from tl_fit.position import position_changes

_INDOOR = frozenset({"indoor_cycling", "spin", "virtual_activity"})


def ride(outing: Outing, part: Part, zone: str, context: Context) -> RideSession:
    """Make a ride of an outing.

    Parameters
    ----------
    outing : Outing
        An outing on a bike with two records or more.
    part : Part
        The FIT file it is in.
    zone : str
        IANA zone it was lived in.
    context : Context
        Where it comes from.
    """
    records = outing.records
    first_s, last_s = int(records.time_s[0]), int(records.time_s[-1])
    events = part.named("event")
    off = pauses(events, last_s)
    changes = [c for c in position_changes(events) if first_s <= c.at <= last_s]
    ridden = course(records, off, changes)
    standing_s = _time_standing(outing, part)
    return RideSession(
        start=When(utc=utc(first_s), zone=zone, clock=Clock.STATED),
        end=utc(last_s),
        elapsed_s=last_s - first_s,
        moving_s=ridden.moving_s,
        distance_m=_distance(outing),
        sub_sport=outing.sub_sport,
        indoor=_indoor(outing.sub_sport, records),
        position_evidence=_evidence(bool(changes), standing_s),
        time_standing_s=standing_s,
        average_power_w=_average_power(outing, off),
        device=device(part.first("file_id")),
        bouts=ridden.bouts,
        provenance=context.provenance(outing.row),
    )


def _evidence(changes: bool, standing_s: float | None) -> PositionEvidence:
    if changes:
        return PositionEvidence.EVENTS
    return PositionEvidence.NONE if standing_s is None else PositionEvidence.TIME_STANDING


def _time_standing(outing: Outing, part: Part) -> float | None:
    """Time standing as the device summed it [s]; of a cut-off recording, summed over its laps."""
    if outing.summary:
        return outing.summary.amount("time_standing")
    laps = [lap.amount("time_standing") for lap in part.named("lap")]
    known = [lap for lap in laps if lap is not None]
    return sum(known) if known else None


def _distance(outing: Outing) -> float | None:
    """Distance as summed, else as last recorded [m]; zero throughout means not measured."""
    return outing.total("total_distance") or last_positive(outing.records.distance_m)


def last_positive(column: FloatArray) -> float | None:
    """The last value above zero of a column."""
    positive = column[column > 0]
    return float(positive[-1]) if len(positive) else None


def _indoor(sub_sport: str, records: Records) -> bool | None:
    """Whether it was ridden indoors. Virtual rides record positions of places that are not."""
    if sub_sport in _INDOOR:
        return True
    return None if np.isnan(records.latitude).all() else False


def _average_power(outing: Outing, off: Sequence[Pause]) -> float | None:
    """Mean power as summed, else over the records outside pauses [W]; all zero is no meter."""
    power_w = outing.records.power_w
    if not (power_w > 0).any():
        return None
    stated = outing.total("avg_power")
    if stated:
        return stated
    counted = ~np.isnan(power_w) & (power_w >= 0)
    for pause in off:
        time_s = outing.records.time_s
        counted &= (time_s < pause.start_s) | (time_s >= pause.end_s)
    return float(power_w[counted].mean()) if counted.any() else None


def device(file_id: Message | None) -> str:
    """The device as maker and product, as far as the file names them."""
    if file_id is None:
        return ""
    maker = file_id.word("manufacturer").replace("_", " ")
    brand = maker.partition(" ")[0].lower()
    product = file_id.word("product_name") or next(
        (file_id.word(name) for name in file_id.fields if name.endswith("product")), ""
    )
    product = product.replace("_", " ")
    named = product.lower().startswith(brand) if brand else True
    return product if product and named else f"{maker} {product}".strip()
