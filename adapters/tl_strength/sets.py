"""One row in, one set out: or the problem with it, or the label under which it is set aside."""

from datetime import date, datetime

from tl_analyzer.log import LoadMeaning, Problem, SetType
from tl_analyzer.parsing.dates import Dates
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.rows import Refusal, Row
from tl_strength.cells import Cells
from tl_strength.dialect import Dialect, Role, tag_key
from tl_strength.draft import Aside, Draft
from tl_strength.hands import takes_a_pair
from tl_strength.layout import Layout
from tl_strength.limits import limits
from tl_strength.set_values import read_amounts, read_rating, read_spoken_amounts
from tl_strength.units import says_yes

#: Digits from which a number is no longer that of a set.
_LONG = 4


class SetReader:
    """Reads the rows of one file.

    Parameters
    ----------
    layout : Layout
        Where the columns are and what they mean.
    dates : Dates
        Reader of the file's dates.
    file : str
        Name of the file, for problems.
    """

    def __init__(self, layout: Layout, dates: Dates, file: str):
        self._layout = layout
        self._dialect = layout.dialect
        self._held = frozenset(layout.columns)
        self._read_amounts = read_spoken_amounts if Role.AMOUNT in self._held else read_amounts
        self._dates = dates
        self._file = file

    def read(self, row: Row) -> Draft | Aside | Problem:
        """Read a row of the width of the header."""
        cells = Cells(self._layout, row, self._file)
        try:
            kind = self._kind(cells)
            return kind if isinstance(kind, Aside) else self._draft(cells, kind)
        except Refusal as refusal:
            return refusal.problem

    def _kind(self, cells: Cells) -> SetType | Aside:
        """Tell sets from rows that hold none, and of what type they are."""
        kind = _tagged(cells, self._dialect)
        if isinstance(kind, Aside):
            return kind
        done = _done(cells, self._dialect) if Role.STATUS in self._held else None
        if isinstance(done, Aside):
            return done
        needed = self._dialect.done_needs
        if needed and not any(cells.text(role).strip() for role in needed):
            return Aside(label="not done", known=True, role=needed[0])
        if Role.WARMUP in self._held and says_yes(cells.text(Role.WARMUP)):
            return SetType.WARMUP
        return kind if done is None or kind is not SetType.WORKING else done

    def _draft(self, cells: Cells, kind: SetType) -> Draft:
        remarks: list[Problem] = []
        start = cells.convert(Role.DATE, self._dates.read, self._layout.stamp(cells.row.cells))
        exercise = self._exercise(cells)
        amounts = self._read_amounts(cells, exercise, remarks)
        return Draft(
            line=cells.row.line,
            start=start,
            key=_key(cells, self._dialect, start),
            title=cells.text(Role.TITLE).strip(),
            end=cells.text(Role.END).strip(),
            lasted=cells.text(Role.DURATION).strip(),
            exercise=exercise,
            set_type=kind,
            strange_tag=_strange_tag(cells, self._dialect),
            load=amounts.load,
            unit=amounts.unit,
            reps=amounts.reps,
            rpe=self._rpe(cells, remarks),
            seconds=amounts.seconds,
            metres=amounts.metres,
            unplaced_distance=amounts.unplaced,
            note=cells.text(Role.NOTE),
            at=self._moment(start, cells, remarks),
            rir=self._rir(cells, remarks),
            body_mass=self._body_mass(cells, remarks),
            meaning=LoadMeaning.ASSISTANCE if amounts.helps else self._meaning(exercise, cells),
            position=self._position(cells),
            # Last, when all values have been read.
            remarks=tuple(remarks),
        )

    def _exercise(self, cells: Cells) -> str:
        """Name of the exercise, with its equipment where a column of its own states it."""
        name = cells.text(Role.EXERCISE)
        if not name.strip() or len(name) > limits().file.name_length:
            raise cells.refusal(Role.EXERCISE, "the name of an exercise")
        tool = cells.text(Role.EQUIPMENT).strip()
        if not tool or tag_key(tool) in map(tag_key, self._dialect.equipment_unsaid):
            return name
        if len(tool) > limits().file.label_length or tag_key(tool) in tag_key(name):
            return name
        return f"{name.strip()} ({tool})"

    def _moment(self, start: date, cells: Cells, remarks: list[Problem]) -> datetime | None:
        """Moment of the set, if any; one that cannot be read does not cost the set."""
        if self._dialect.clock_of == "set":
            return start if isinstance(start, datetime) else None
        text = cells.text(Role.SET_TIME)
        if not text.strip():
            return None
        try:
            found = self._dates.read(text)
        except Unreadable as error:
            hint = "The set was read without its time."
            remarks.append(cells.remark(Role.SET_TIME, error.expected, hint))
            return None
        return found if isinstance(found, datetime) else None

    def _position(self, cells: Cells) -> int | None:
        """Number of the set, from its own column or from that of its type."""
        text = cells.text(Role.INDEX if Role.INDEX in self._held else Role.TAG).strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < _LONG else None

    def _rpe(self, cells: Cells, remarks: list[Problem]) -> float | None:
        bounds = limits().set
        return read_rating(Role.RPE, bounds.rpe_least, bounds.rpe_most, cells, remarks)

    def _rir(self, cells: Cells, remarks: list[Problem]) -> float | None:
        if Role.RIR not in self._held:
            return None
        return read_rating(Role.RIR, 0.0, limits().set.rir_most, cells, remarks)

    def _body_mass(self, cells: Cells, remarks: list[Problem]) -> float | None:
        if Role.BODY_MASS not in self._held:
            return None
        bounds = limits().set
        return read_rating(
            Role.BODY_MASS, bounds.body_mass_least, bounds.body_mass_most, cells, remarks
        )

    def _meaning(self, exercise: str, cells: Cells) -> LoadMeaning | None:
        """What the row says its weight stands for."""
        if Role.MULTIPLIER not in self._held:
            return None
        value = cells.number(Role.MULTIPLIER, limits().set.multiplier)
        paired = value is not None and value in self._dialect.pairs
        return LoadMeaning.PER_HAND if paired and takes_a_pair(exercise) else None


def _tagged(cells: Cells, dialect: Dialect) -> SetType | Aside:
    """Tell sets from rows that hold none: a known tag, a number, any other label."""
    text = cells.text(Role.TAG).strip()
    if (kind := dialect.types.get(tag_key(text))) is not None:
        return kind
    if not text or dialect.untagged == "working" or _is_number(text):
        return SetType.WORKING
    label = " ".join(text.split()).casefold()
    if len(label) > limits().file.label_length:
        raise cells.refusal(Role.TAG, "the number or the type of a set")
    return Aside(label=label, known=label in dialect.asides)


def _done(cells: Cells, dialect: Dialect) -> SetType | Aside:
    """Tell sets that were done from those that were only planned."""
    text = cells.text(Role.STATUS).strip()
    key = tag_key(text)
    if (label := dialect.undone_words.get(key)) is not None:
        return Aside(label=label, known=True, role=Role.STATUS)
    if not text:
        return SetType.WORKING
    if (kind := dialect.done_words.get(key)) is not None:
        return kind
    if len(text) > limits().file.label_length:
        raise cells.refusal(Role.STATUS, "whether the set was done")
    return Aside(label=" ".join(text.split()).casefold(), known=False, role=Role.STATUS)


def _strange_tag(cells: Cells, dialect: Dialect) -> str:
    """What stands for the type of the set, where it was read as a working set all the same."""
    if dialect.untagged == "aside":
        return ""
    text = " ".join(cells.text(Role.TAG).split())
    understood = not text or tag_key(text) in dialect.types or _is_number(text)
    return "" if understood else text[: limits().file.label_length]


def _key(cells: Cells, dialect: Dialect, start: date) -> tuple[str, ...]:
    """Take the first combination of cells that is complete, or else the last."""
    values: tuple[str, ...] = ()
    for roles in dialect.workout:
        values = tuple(
            start.isoformat() if role is Role.DATE else cells.text(role).strip() for role in roles
        )
        if all(values):
            break
    return values


def _is_number(text: str) -> bool:
    try:
        return number(text, comma_is_decimal=False) is not None
    except Unreadable:
        return False
