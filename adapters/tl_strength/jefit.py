"""JEFIT backups: sections of CSV in one text, one row per exercise with all its sets."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import Entry, Problem, Tally, WeightUnit
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.rows import Row
from tl_analyzer.parsing.set_notation import BarePair, parse_sets
from tl_analyzer.parsing.text import decode, decode_head
from tl_strength.dialect import Role
from tl_strength.expanded import ExpandedReading
from tl_strength.expansion import Expansion
from tl_strength.jefit_sections import Section, names_in, sections
from tl_strength.json_workouts import instant
from tl_strength.limits import limits
from tl_strength.repetitions import noted_cells, shows_work
from tl_strength.sources import source_dialect
from tl_strength.units import weight_unit

_SETTING, _SESSIONS = "SETTING", "WORKOUT SESSIONS"
_LOGS, _CARDIO = "EXERCISE LOGS", "CARDIO LOGS"
_NAMES = {Role.DATE: "mydate", Role.EXERCISE: "ename", Role.REPS: "logs", Role.WEIGHT: "logs"}
#: Sections in a head that make the file a backup.
_SECTIONS_LEAST = 2


class JefitAdapter:
    """JEFIT backups."""

    name: ClassVar[str] = "jefit"
    recognised: ClassVar[str] = "JEFIT backup (one text with sections)"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether sections of a backup open in the head."""
        found = names_in(decode_head(file.head).lines)
        return _LOGS in found or len(found) >= _SECTIONS_LEAST

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield workouts in the order of time, problems, and the account of all rows."""
        if file.size > limits().file.bytes:
            ledger = Ledger(file, self.name, "row")
            yield ledger.too_large(file.size, limits().file.bytes)
            yield ledger.tally()
            return
        text = decode(file.read())
        yield from text.problems(file.name)
        held = list(sections(text.lines))
        engine = ExpandedReading(
            provenance(self, file), source_dialect(self.name), reading, delimiter=","
        )
        backup = _Backup(held, file.name)
        yield from engine.run(backup.expand())


class _Backup:
    """The rows of a backup, joined with the sessions they belong to."""

    def __init__(self, held: Sequence[Section], file: str):
        self._held = held
        self._file = file
        self._unit = _unit(held)
        self._starts: dict[str, tuple[str, str]] = {
            section.cell(row, "_id"): (
                _unix(section.cell(row, "starttime")),
                _unix(section.cell(row, "endtime")),
            )
            for section in held
            if section.name == _SESSIONS
            for row in section.rows
        }

    def expand(self) -> Iterator[Expansion]:
        """Yield one expansion for each row of each section."""
        for section in self._held:
            for row in section.rows:
                if section.name == _LOGS:
                    yield self._exercise(section, row)
                elif section.name == _CARDIO:
                    yield _cardio(section, row)
                else:
                    yield Expansion(line=row.line, aside=section.name.casefold())

    def _exercise(self, section: Section, row: Row) -> Expansion:
        logs = section.cell(row, "logs").strip(",")
        session = section.cell(row, "belongsession")
        start, end = self._times(section, row)
        if not logs:
            return Expansion(line=row.line, aside="sets not done")
        try:
            noted = parse_sets(logs, BarePair.LOAD_BY_REPS)
        except Unreadable as error:
            return self._refused(row, logs, error)
        shared = {
            Role.WORKOUT: session.strip("0") and session,
            Role.END: end,
            Role.EXERCISE: section.cell(row, "ename"),
            Role.WEIGHT_UNIT: self._unit.value if self._unit else "",
        }
        done = [one for one in noted if shows_work(str(one.reps))]
        return Expansion(
            line=row.line,
            date=start,
            sets=tuple(noted_cells(one, shared, _NAMES) for one in done),
            undone=len(noted) - len(done),
        )

    def _times(self, section: Section, row: Row) -> tuple[str, str]:
        """Start and end: of the session, else of the log, unless the local date belies it."""
        day = section.cell(row, "mydate")
        session = section.cell(row, "belongsession")
        start, end = self._starts.get(session, ("", ""))
        stamps = (start, _unix(session), _unix(section.cell(row, "logtime")))
        for stamp in stamps:
            if stamp and _near(stamp, day):
                return stamp, end if stamp == start else ""
        return day, ""

    def _refused(self, row: Row, text: str, error: Unreadable) -> Expansion:
        problem = Problem(
            file=self._file,
            line=row.line,
            column="logs",
            code="set-not-understood",
            found=echo(text),
            expected=error.expected,
            hint=error.hint,
        )
        return Expansion(line=row.line, problems=(problem,))


def _unit(held: Sequence[Section]) -> WeightUnit | None:
    """Unit of the account; of the settings nothing else is looked at."""
    for section in held:
        if section.name == _SETTING:
            for row in section.rows:
                if (unit := weight_unit(section.cell(row, "mass"))) is not None:
                    return unit
    return None


def _cardio(section: Section, row: Row) -> Expansion:
    """A cardio log by its time, if it has one."""
    start = _unix(section.cell(row, "logtime"))
    if not start:
        return Expansion(line=row.line, aside="cardio")
    return Expansion(line=row.line, date=start, sport=source_dialect(JefitAdapter.name).sport)


def _unix(text: str) -> str:
    return instant(int(text)) if text.isascii() and text.isdecimal() and len(text) <= 12 else ""


def _near(stamp: str, day: str) -> bool:
    """Whether an instant can fall on a local date, in whatever zone."""
    try:
        local = date.fromisoformat(day)
    except ValueError:
        return True
    return abs(date.fromisoformat(stamp[:10]) - local) <= timedelta(days=1)
