"""The outings of one recording: what was done, when, and the records of each."""

from dataclasses import dataclass

import numpy as np

from tl_fit.cuts import cuts
from tl_fit.message import Message, Part, Records

#: Sports on a saddle.
_RIDES = frozenset({"cycling", "e_biking"})
#: On gym equipment these are rides too.
_GYM_RIDES = frozenset({"indoor_cycling", "spin"})
#: Sports that say little; their sub-sport says what was done.
_VAGUE = frozenset({"fitness_equipment", "generic", "training", "unknown"})
#: What only bicycles report, and what is only mounted on bicycles: by these a recording is told
#: that was cut off before it named a sport.
_BIKE_EVENTS = frozenset({"rider_position_change", "front_gear_change", "rear_gear_change"})
_BIKE_MAKERS = frozenset({"hammerhead", "srm", "stages_cycling"})
_BIKE_PRODUCT = "edge"

TRANSITION = "transition"
#: The bracket around the parts of a multisport activity; the parts stand for themselves.
_BRACKET = "multisport"


@dataclass(frozen=True)
class Outing:
    """One outing: one session message, or a recording without any.

    Attributes
    ----------
    sport, sub_sport : str
        As the device names them.
    summary : Message or None
        The session message.
    records : Records
        Its records in time order.
    """

    sport: str
    sub_sport: str
    summary: Message | None
    records: Records

    @property
    def is_ride(self) -> bool:
        """Whether it was ridden on a bike."""
        return self.sport in _RIDES or (
            self.sport == "fitness_equipment" and self.sub_sport in _GYM_RIDES
        )

    @property
    def label(self) -> str:
        """What was done, in one word of the FIT profile: ``running``, ``strength_training``."""
        specific = self.sub_sport not in ("", "generic")
        return self.sub_sport if specific and self.sport in _VAGUE else self.sport

    @property
    def row(self) -> int | None:
        """Number of its session message."""
        return self.summary.row if self.summary else None

    def total(self, field: str) -> float | None:
        """A total of the session message, zero or more."""
        return self.summary.amount(field) if self.summary else None

    @property
    def begin_s(self) -> int | None:
        """When it began [FIT time, s]."""
        stated = _start_s(self.summary) if self.summary else None
        if stated is None and len(self.records):
            return int(self.records.time_s[0])
        return stated

    @property
    def elapsed_s(self) -> float | None:
        """The stated time from start to end [s], where an outing can last so long."""
        return _elapsed_s(self.summary) if self.summary else None


def outings(part: Part, records: Records) -> list[Outing]:
    """Share the records of a recording among its sessions.

    A session lasts until the next one begins, so that no record is lost between two; what
    precedes the first belongs to the first. A session that does not say when it began gets none.
    """
    sessions = [s for s in part.named("session") if s.word("sport") != _BRACKET]
    if not sessions:
        sport, sub_sport = _unsummarised(part)
        return [Outing(sport, sub_sport, None, records)]
    if len(sessions) == 1:
        return [_outing(part, sessions[0], records)]
    timed = sorted((start_s, s.row, s) for s in sessions if (start_s := _start_s(s)) is not None)
    timed = timed or [(0, sessions[0].row, sessions[0])]
    starts = np.array([start_s for start_s, _, _ in timed])
    share = np.maximum(np.searchsorted(starts, records.time_s, side="right") - 1, 0)
    found = [
        _outing(part, session, records.pick(share == index))
        for index, (_, _, session) in enumerate(timed)
    ]
    none = np.zeros(len(records), dtype=np.bool_)
    placed = {row for _, row, _ in timed}
    untimed = [session for session in sessions if session.row not in placed]
    return found + [_outing(part, session, records.pick(none)) for session in untimed]


def _start_s(session: Message) -> int | None:
    """When a session began [FIT time, s]."""
    start_s, end_s = session.instant("start_time"), session.instant("timestamp")
    elapsed_s = _elapsed_s(session)
    if start_s is None and end_s is not None and elapsed_s is not None:
        return round(end_s - elapsed_s)
    return start_s


def _elapsed_s(session: Message) -> float | None:
    elapsed_s = session.amount("total_elapsed_time")
    return elapsed_s if elapsed_s is not None and elapsed_s <= 2 * cuts().clock_span_s else None


def _outing(part: Part, session: Message, records: Records) -> Outing:
    sport, sub_sport = _sport(session)
    if not sport:
        sport, sub_sport = _unsummarised(part)
    return Outing(sport, sub_sport, session, records)


def _sport(message: Message) -> tuple[str, str]:
    """Sport and sub-sport of a message; a sport without a name keeps its number."""
    sport = message.word("sport")
    if not sport and "sport" in message.fields:
        sport = f"sport_{message.fields['sport']}"
    return sport, message.word("sub_sport")


def _unsummarised(part: Part) -> tuple[str, str]:
    """What was done, from the messages beside a missing session message."""
    for name in ("sport", "lap"):
        for message in part.named(name):
            sport, sub_sport = _sport(message)
            if sport:
                return sport, sub_sport
    return ("cycling" if _from_a_bike(part) else "unknown"), ""


def _from_a_bike(part: Part) -> bool:
    if any(event.word("event") in _BIKE_EVENTS for event in part.named("event")):
        return True
    file_id = part.first("file_id")
    return file_id is not None and (
        file_id.word("manufacturer") in _BIKE_MAKERS
        or file_id.word("garmin_product").startswith(_BIKE_PRODUCT)
    )
