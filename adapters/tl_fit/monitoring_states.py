"""From the rows of all-day monitoring to stretches of one state.

A row closes its stretch: it says what was done since the row before it, up to its own time.
Counted so, the steps of a row fit its minutes; the other way round some rows would have more steps
than anybody takes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from tl_fit.evidence import evidence
from tl_fit.message import Message
from tl_fit.monitoring_clock import Row

#: What a row has that reports a state, and what one has that sums up a span of time.
_STATE = ("current_activity_type_intensity", "intensity")
#: 254, by which a watch says that it stops; the profile calls it ``all``.
_STOPS = frozenset({"all", "stop_disable", 254})
_SPAN = ("duration_min", "duration")
#: The counter of steps counts pairs.
_STEPS_A_CYCLE = 2


class State(Enum):
    """What the wrist did."""

    STILL = "still"
    #: Walking or running.
    ON_FOOT = "on foot"
    #: Another activity.
    MOVING = "moving"
    #: The watch does not say, or was not worn.
    UNKNOWN = "unknown"
    #: No row for longer than any state lasts.
    SILENT = "silent"


#: By the words of the FIT profile; every other one (``generic``, 254, new ones) is unknown.
_STATES = {
    "sedentary": State.STILL,
    "walking": State.ON_FOOT,
    "running": State.ON_FOOT,
    "cycling": State.MOVING,
    "fitness_equipment": State.MOVING,
    "swimming": State.MOVING,
    "transition": State.MOVING,
}


#: Which of several rows of one instant closes the stretch: an activity before stillness.
_FIRST = (State.ON_FOOT, State.MOVING, State.STILL, State.UNKNOWN)


@dataclass(frozen=True)
class Stretch:
    """A stretch of one state, half open.

    Attributes
    ----------
    start_s, end_s : int
        Begin and end [FIT time, s].
    state : State
        What the wrist did.
    steps : float or None
        Steps taken; None where they were not counted. [1]
    row : int
        Number of the first message that tells of it.
    """

    start_s: int
    end_s: int
    state: State
    steps: float | None
    row: int

    @property
    def rate(self) -> float | None:
        """Steps per minute."""
        return None if self.steps is None else 60.0 * self.steps / (self.end_s - self.start_s)


def states(message: Message) -> bool:
    """Whether a row reports a state; others hold a heart rate or a counter alone."""
    stops = message.fields.get("activity_type") in _STOPS
    return stops or any(field in message.fields for field in _STATE)


def is_sum(message: Message) -> bool:
    """Whether a row sums up a span of time instead of reporting a state."""
    return not states(message) and any(message.amount(span) is not None for span in _SPAN)


def state_of(message: Message) -> State:
    """The state that a row reports."""
    return _STATES.get(message.word("activity_type"), State.UNKNOWN)


def steps_so_far(message: Message) -> float | None:
    """The counter of steps of a row [1]; the file counts walking and running apart."""
    if state_of(message) is not State.ON_FOOT:
        return None
    steps, pairs = message.amount("steps"), message.amount("cycles")
    return steps if steps is not None or pairs is None else _STEPS_A_CYCLE * pairs


def stretches(rows: Sequence[Row], opened_s: int | None) -> list[Stretch]:
    """Stretches of one state, in time order; neighbours differ or lie apart.

    Parameters
    ----------
    rows : sequence of Row
        Rows that report a state, in time order.
    opened_s : int or None
        When the monitoring began [FIT time, s]; None where the file does not say: then its first
        row only marks an instant.
    """
    return list(_merged(_closed(rows, opened_s)))


def _closed(rows: Sequence[Row], opened_s: int | None) -> Iterator[Stretch]:
    counters: dict[str, float] = {}
    before_s = opened_s
    for time_s, message in sorted(rows, key=_order):
        steps = _taken(message, counters)
        if before_s is not None and before_s < time_s:
            silent = time_s - before_s > evidence().limit.interval_s
            state = State.SILENT if silent else state_of(message)
            yield Stretch(before_s, time_s, state, steps, message.row)
        before_s = time_s if before_s is None else max(before_s, time_s)


def _order(row: Row) -> tuple[int, int]:
    return row.time_s, _FIRST.index(state_of(row.message))


def _taken(message: Message, counters: dict[str, float]) -> float | None:
    """Steps since the last row of its kind; a counter that fell has started anew."""
    counter = steps_so_far(message)
    if counter is None:
        return None
    kind = message.word("activity_type")
    last = counters.get(kind, 0.0)
    counters[kind] = counter
    return counter - last if counter >= last else counter


def _merged(found: Iterable[Stretch]) -> Iterator[Stretch]:
    """Join stretches of one state that touch."""
    held: Stretch | None = None
    for one in found:
        if held and (held.state, held.end_s) == (one.state, one.start_s):
            known = [steps for steps in (held.steps, one.steps) if steps is not None]
            steps = sum(known) if known else None
            held = Stretch(held.start_s, one.end_s, one.state, steps, held.row)
        else:
            if held:
                yield held
            held = one
    if held:
        yield held
