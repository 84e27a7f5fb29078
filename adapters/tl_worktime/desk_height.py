"""Home Assistant: the history of a sit-stand desk's height, as CSV."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import ClassVar

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Entry, Observation, Posture, Problem, ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.layout import Heading, Layout
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.row_stream import StreamedRow
from tl_analyzer.parsing.timeline import Span, merged
from tl_analyzer.parsing.written_dates import DateOrder, read_moment
from tl_worktime.kinds import Kind, intervals
from tl_worktime.sheet import SheetAdapter, whole_rows
from tl_worktime.vocabulary import HeightUnit, vocabulary

_LAYOUT = Layout(
    known=("entity_id", "state", "last_changed"),
    required=frozenset({"entity_id", "state", "last_changed"}),
)


@dataclass(frozen=True, slots=True)
class _State:
    """A state of a desk: its height as written, or None while the sensor was away."""

    at: datetime
    row: int
    height: float | None


class DeskHeightAdapter(SheetAdapter):
    """Reads at which height a desk stood; whether anybody was there it cannot know."""

    name: ClassVar[str] = "desk-height"
    recognised: ClassVar[str] = "Home Assistant history: CSV with the height of a desk"
    layout = _LAYOUT

    def begins_so(self, heading: Heading, first: Iterator[StreamedRow]) -> bool:
        """Whether a desk is among the first rows."""
        return any(_is_desk(heading.cell(row.cells, "entity_id")) for row in first)

    def entries(
        self, file: SourceFile, heading: Heading, ledger: Ledger, zone: str
    ) -> Iterator[Entry | Problem]:
        """Yield the times at which the desk was low, and those at which it was high."""
        desks: dict[str, list[_State]] = defaultdict(list)
        yield from self._states(file, heading, ledger, desks)
        for states in desks.values():
            yield from self._desk(states, ledger, file, zone)

    def _states(
        self, file: SourceFile, heading: Heading, ledger: Ledger, desks: dict[str, list[_State]]
    ) -> Iterator[Problem]:
        naive: list[int] = []
        # A file that the athlete has named as this one may call its desk anything.
        any_name = file.columns is not None
        for row in whole_rows(file, heading, ledger):
            if isinstance(row, Problem):
                yield row
                continue
            entity = heading.cell(row.cells, "entity_id")
            if not any_name and not _is_desk(entity):
                ledger.set_aside("another sensor")
            elif sum(map(len, desks.values())) >= self.evidence.limit.held:
                ledger.set_aside("more states than are read")
            else:
                state = self._state(row, heading, ledger, naive)
                if isinstance(state, Problem):
                    yield state
                else:
                    desks[entity].append(state)
        if naive:
            yield ledger.problem(
                ProblemKind.REPAIRED,
                "zone-assumed",
                f"{len(naive)} rows whose time states no zone",
                "times with Z or an offset",
                "They were read as UTC, which is what Home Assistant exports.",
                naive[0],
                "last_changed",
            )

    def _state(
        self, row: StreamedRow, heading: Heading, ledger: Ledger, naive: list[int]
    ) -> _State | Problem:
        stamp, state = (heading.cell(row.cells, name) for name in ("last_changed", "state"))
        at = read_moment(stamp, DateOrder.UNDECIDED, self.evidence.limit.years)
        if not isinstance(at, datetime):
            return ledger.refuse(
                "date-unreadable",
                echo(stamp),
                "an instant such as 2026-03-02T08:01:12Z",
                "Export the history again.",
                row.line,
                "last_changed",
            )
        if at.tzinfo is None:
            naive.append(row.line)
            at = at.replace(tzinfo=UTC)
        if state.lower() in vocabulary().desk_height.absent:
            return _State(at.astimezone(UTC), row.line, None)
        try:
            height = number(state, comma_is_decimal=heading.comma_is_decimal)
        except Unreadable as why:
            return ledger.refuse(
                "height-unreadable", echo(state), why.expected, why.hint, row.line, "state"
            )
        return _State(at.astimezone(UTC), row.line, height)

    def _desk(
        self, states: list[_State], ledger: Ledger, file: SourceFile, zone: str
    ) -> Iterator[Entry | Problem]:
        unit = _unit([s.height for s in states if s.height is not None])
        believed: list[_State] = []
        for state in sorted(states, key=lambda s: (s.at, s.row)):
            if state.height is None:
                ledger.set_aside("sensor away")
            elif unit is None or not unit.least <= state.height <= unit.most:
                yield ledger.refuse(
                    "height-implausible",
                    echo(f"{state.height:g}"),
                    "the height of a desk, such as 72.5 (cm)",
                    "The row was left out.",
                    state.row,
                    "state",
                )
                continue
            believed.append(state)
        if unit is not None:
            spans = merged(self._spans(believed, unit, ledger))
            yield from intervals(spans, self, file, zone, "desk height (Home Assistant)")

    def _spans(
        self, states: list[_State], unit: HeightUnit, ledger: Ledger
    ) -> Iterator[Span[Kind]]:
        limit, grade = self.evidence.limit, self.evidence.grade.desk_height
        for state, following in pairwise([*states, None]):
            if state is None or state.height is None:
                continue
            if following is None:
                ledger.set_aside("last height, end not known")
            elif self._in_passing(state, following, unit):
                ledger.set_aside("height in passing")
            else:
                ledger.take()
                standing = state.height * unit.cm >= limit.standing_cm
                posture = Posture.STANDING if standing else Posture.SITTING
                if state.at < following.at:
                    kind = Kind(posture, Observation.DESK_HEIGHT, grade)
                    yield Span(state.at, following.at, kind, state.row)

    def _in_passing(self, state: _State, following: _State, unit: HeightUnit) -> bool:
        if state.height is None or following.height is None:
            return False
        limit = self.evidence.limit
        soon = following.at - state.at < timedelta(seconds=limit.moving_s)
        return soon and abs(following.height - state.height) * unit.cm > limit.still_cm


def _is_desk(entity: str) -> bool:
    name = entity.lower()
    return any(all(part in name for part in parts) for parts in vocabulary().desk_height.entity)


def _unit(heights: list[float]) -> HeightUnit | None:
    """The unit in which the heights are those of a desk."""
    if not heights:
        return None
    middle = median(heights)
    units = vocabulary().desk_height.unit
    return next((unit for unit in units if unit.least <= middle <= unit.most), None)
