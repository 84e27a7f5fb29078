"""One row in, one set out: or the problem with it, or the label under which it is set aside."""

from datetime import date

from tl_analyzer.log import Problem, ProblemKind, SetType, WeightUnit
from tl_analyzer.parsing.dates import Dates
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.rows import Row
from tl_strength.cells import Cells, Refusal
from tl_strength.dialect import Dialect, Role, tag_key
from tl_strength.draft import Aside, Draft
from tl_strength.layout import Layout
from tl_strength.limits import limits
from tl_strength.units import metres_in, read_clock, weight_unit

#: Unit in the header of a column that writes durations as h:mm:ss.
_CLOCK = "clock"
_NO_BOUND = float("inf")


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
        self._dates = dates
        self._file = file

    def read(self, row: Row) -> Draft | Aside | Problem:
        """Read a row of the width of the header."""
        cells = Cells(self._layout, row, self._file)
        try:
            kind = _kind(cells, self._layout.dialect)
            return kind if isinstance(kind, Aside) else self._draft(cells, kind)
        except Refusal as refusal:
            return refusal.problem

    def _draft(self, cells: Cells, kind: SetType) -> Draft:
        remarks: list[Problem] = []
        start = cells.convert(Role.DATE, self._dates.read)
        load = cells.number(Role.WEIGHT, limits().set.weight)
        seconds = _seconds(cells, remarks)
        metres, unplaced = _metres(cells, seconds, remarks)
        reps = _reps(cells, remarks)
        return Draft(
            line=cells.row.line,
            start=start,
            key=_key(cells, self._layout.dialect, start),
            title=cells.text(Role.TITLE).strip(),
            end=cells.text(Role.END).strip(),
            lasted=cells.text(Role.DURATION).strip(),
            exercise=_exercise(cells),
            set_type=kind,
            strange_tag=_strange_tag(cells, self._layout.dialect),
            # A zero says that nothing was added, as an empty cell does elsewhere.
            load=load or None,
            unit=_unit(cells) if load else None,
            reps=None if reps == 0 and (seconds or metres) else reps,
            rpe=_rpe(cells, remarks),
            seconds=seconds,
            metres=metres,
            unplaced_distance=unplaced,
            note=cells.text(Role.NOTE),
            remarks=tuple(remarks),
        )


def _kind(cells: Cells, dialect: Dialect) -> SetType | Aside:
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


def _strange_tag(cells: Cells, dialect: Dialect) -> str:
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


def _exercise(cells: Cells) -> str:
    name = cells.text(Role.EXERCISE)
    if not name.strip() or len(name) > limits().file.name_length:
        raise cells.refusal(Role.EXERCISE, "the name of an exercise")
    return name


def _unit(cells: Cells) -> WeightUnit | None:
    if stated := cells.unit(Role.WEIGHT):
        return WeightUnit(stated)
    text = cells.text(Role.WEIGHT_UNIT)
    if not text.strip():
        return None
    unit = weight_unit(text)
    if unit is None:
        raise cells.refusal(Role.WEIGHT_UNIT, "kg or lb")
    return unit


def _reps(cells: Cells, remarks: list[Problem]) -> int | None:
    value = cells.number(Role.REPS, limits().set.reps)
    if value is None:
        return None
    if not value.is_integer():
        hint = "The part of a repetition was left out."
        remarks.append(cells.remark(Role.REPS, "a whole number", hint, ProblemKind.REPAIRED))
    return int(value)


def _rpe(cells: Cells, remarks: list[Problem]) -> float | None:
    """Read the exertion; zero stands for none, and a bad one does not cost the set."""
    bounds = limits().set
    try:
        value = number(cells.text(Role.RPE), comma_is_decimal=cells.comma_is_decimal)
    except Unreadable:
        value = _NO_BOUND
    if not value:
        return None
    if bounds.rpe_least <= value <= bounds.rpe_most:
        return value
    expected = f"a number from {bounds.rpe_least:g} to {bounds.rpe_most:g}"
    remarks.append(cells.remark(Role.RPE, expected, "The set was read without it."))
    return None


def _seconds(cells: Cells, remarks: list[Problem]) -> float | None:
    """Read how long the set lasted [s]; zero stands for none."""
    if not cells.text(Role.SECONDS).strip():
        return None
    if cells.unit(Role.SECONDS) == _CLOCK:
        value = cells.convert(Role.SECONDS, read_clock)
    else:
        value = cells.number(Role.SECONDS, _NO_BOUND) or 0.0
    most = limits().set.duration_s
    if value > most:
        hint = "The set was read without its duration."
        remarks.append(cells.remark(Role.SECONDS, f"at most {most / 3600.0:g} hours", hint))
        return None
    return value or None


def _metres(
    cells: Cells, seconds: float | None, remarks: list[Problem]
) -> tuple[float | None, bool]:
    """Read the distance [m], and whether one was left out for want of a unit."""
    value = cells.number(Role.DISTANCE, _NO_BOUND)
    if not value:
        return None, False
    word = cells.unit(Role.DISTANCE) or cells.text(Role.DISTANCE_UNIT).strip()
    if not word:
        return None, True
    size = metres_in(word)
    if size is None:
        hint = "The set was read without its distance."
        remarks.append(cells.remark(Role.DISTANCE_UNIT, "m, km, mi, yd or ft", hint))
        return None, False
    metres = value * size
    if not _believable(metres, seconds):
        hint = "With its unit it cannot be right: the set was read without its distance."
        remarks.append(cells.remark(Role.DISTANCE, "a distance that fits the time", hint))
        return None, False
    return metres, False


def _is_number(text: str) -> bool:
    try:
        return number(text, comma_is_decimal=False) is not None
    except Unreadable:
        return False


def _believable(metres: float, seconds: float | None) -> bool:
    bounds = limits().set
    if metres > bounds.distance_m:
        return False
    return seconds is None or bounds.speed_least_m_s <= metres / seconds <= bounds.speed_most_m_s
