"""The numbers of one set: load, repetitions, exertion, time, distance."""

from dataclasses import dataclass

from tl_analyzer.log import Problem, ProblemKind, WeightUnit
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_strength.body_mass import is_assisted, moves_the_body
from tl_strength.cells import Cells
from tl_strength.dialect import Role
from tl_strength.limits import limits
from tl_strength.quantities import Measured, Quantity, read_quantity
from tl_strength.units import metres_in, read_length, weight_unit

_NO_BOUND = float("inf")
_MINUS = ("-", "\N{MINUS SIGN}")


@dataclass(frozen=True, slots=True)
class Amounts:
    """What was lifted, how often, how long and how far.

    Attributes
    ----------
    load : float or None
        Weight as written [in `unit`]; None where there is none.
    unit : WeightUnit or None
        Unit that the file states for this row.
    unplaced : bool
        Whether a distance without any unit was left out.
    helps : bool
        Whether the weight is help: it was written with a minus.
    """

    load: float | None
    unit: WeightUnit | None
    reps: int | None
    seconds: float | None
    metres: float | None
    unplaced: bool = False
    helps: bool = False


def read_amounts(cells: Cells, exercise: str, remarks: list[Problem]) -> Amounts:
    """Read the amounts from columns of their own.

    Raises
    ------
    Refusal
        If a number cannot be read.
    """
    load, helps = _load(cells, exercise)
    seconds = _seconds(cells, remarks)
    metres, unplaced = _metres(cells, seconds, remarks)
    reps = _whole(cells.number(Role.REPS, limits().set.reps), Role.REPS, cells, remarks)
    return Amounts(
        load=load,
        unit=_unit(cells) if load else None,
        reps=_counted(reps, seconds, metres, cells),
        seconds=seconds,
        metres=metres,
        unplaced=unplaced,
        helps=helps,
    )


def read_spoken_amounts(cells: Cells, exercise: str, remarks: list[Problem]) -> Amounts:
    """Read the amounts from two columns whose cells say what they measure.

    Raises
    ------
    Refusal
        If a quantity cannot be read.
    """
    found: dict[Measured, Quantity] = {}
    roles = {Role.AMOUNT: Measured.REPS, Role.MEASURE: Measured.WEIGHT}
    place: dict[Measured, Role] = {}
    for role, bare in roles.items():

        def quantity(text: str, bare: Measured = bare) -> Quantity | None:
            return read_quantity(text, bare, comma_is_decimal=cells.comma_is_decimal)

        if held := cells.convert(role, quantity):
            found[held.what], place[held.what] = held, role
    bounds = limits().set
    most = {
        Measured.WEIGHT: bounds.weight,
        Measured.REPS: bounds.reps,
        Measured.SECONDS: _NO_BOUND,
        Measured.METRES: _NO_BOUND,
    }
    for what, held in found.items():
        if held.value > most[what]:
            raise cells.refusal(place[what], f"at most {most[what]:g}")
    reps = found.get(Measured.REPS)
    weight = found.get(Measured.WEIGHT)
    seconds = _bounded_seconds(_value(found, Measured.SECONDS), Role.AMOUNT, cells, remarks)
    metres = _checked_metres(
        _value(found, Measured.METRES), seconds, place.get(Measured.METRES), cells, remarks
    )
    counted = _whole(reps.value if reps else None, Role.AMOUNT, cells, remarks)
    return Amounts(
        load=weight.value or None if weight else None,
        unit=weight.unit if weight and weight.value else None,
        reps=_counted(counted, seconds, metres, cells),
        seconds=seconds,
        metres=metres,
    )


def read_rating(
    role: Role, least: float, most: float, cells: Cells, remarks: list[Problem]
) -> float | None:
    """Read a self-rating; a bad one does not cost the set."""
    text = cells.text(role)
    if not text.strip():
        return None
    try:
        value = number(text, comma_is_decimal=cells.comma_is_decimal)
    except Unreadable:
        value = _NO_BOUND
    if value is None or least <= value <= most:
        return value
    # Zero stands for none where the scale does not reach so low.
    if value:
        expected = f"a number from {least:g} to {most:g}"
        remarks.append(cells.remark(role, expected, "The set was read without it."))
    return None


def _value(found: dict[Measured, Quantity], what: Measured) -> float | None:
    return found[what].value if what in found else None


def _load(cells: Cells, exercise: str) -> tuple[float | None, bool]:
    """Read the weight as written, and whether it is help; zero stands for none."""
    most = limits().set.weight
    text = cells.text(Role.WEIGHT).strip()
    lifts_the_body = moves_the_body(exercise) or is_assisted(exercise)
    if lifts_the_body and text.startswith(_MINUS) and len(text) > 1:
        load = cells.convert(Role.WEIGHT, cells.bounded(most), text[1:])
        return load or None, bool(load)
    return cells.number(Role.WEIGHT, most) or None, False


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


def _whole(value: float | None, role: Role, cells: Cells, remarks: list[Problem]) -> int | None:
    if value is None:
        return None
    if not value.is_integer():
        hint = "The part of a repetition was left out."
        remarks.append(cells.remark(role, "a whole number", hint, ProblemKind.REPAIRED))
    return int(value)


def _counted(
    reps: int | None, seconds: float | None, metres: float | None, cells: Cells
) -> int | None:
    """Repetitions, unless the number only fills the cell of a hold or a walk."""
    if reps == 0 and (seconds or metres):
        return None
    if reps == 1 and seconds and cells.layout.dialect.one_rep_is_a_hold:
        return None
    return reps


def _seconds(cells: Cells, remarks: list[Problem]) -> float | None:
    """Read how long the set lasted [s]; zero stands for none."""
    if not cells.text(Role.SECONDS).strip():
        return None
    if cells.unit(Role.SECONDS) == "s":
        value = cells.number(Role.SECONDS, _NO_BOUND) or 0.0
    else:
        value = cells.convert(Role.SECONDS, read_length)
    return _bounded_seconds(value, Role.SECONDS, cells, remarks)


def _bounded_seconds(
    value: float | None, role: Role, cells: Cells, remarks: list[Problem]
) -> float | None:
    most = limits().set.duration_s
    if value is not None and value > most:
        hint = "The set was read without its duration."
        remarks.append(cells.remark(role, f"at most {most / 3600.0:g} hours", hint))
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
    if not word and metres_in(shared := cells.text(Role.WEIGHT_UNIT)) is not None:
        # One column for all units: in a row without a weight it is that of the distance.
        word = shared
    if not word:
        return None, True
    size = metres_in(word)
    if size is None:
        hint = "The set was read without its distance."
        remarks.append(cells.remark(Role.DISTANCE_UNIT, "m, km, mi, yd or ft", hint))
        return None, False
    return _checked_metres(value * size, seconds, Role.DISTANCE, cells, remarks), False


def _checked_metres(
    metres: float | None,
    seconds: float | None,
    role: Role | None,
    cells: Cells,
    remarks: list[Problem],
) -> float | None:
    """Leave out a distance that cannot be right with its unit."""
    if not metres or role is None:
        return None
    if not _believable(metres, seconds):
        hint = "With its unit it cannot be right: the set was read without its distance."
        remarks.append(cells.remark(role, "a distance that fits the time", hint))
        return None
    return metres


def _believable(metres: float, seconds: float | None) -> bool:
    bounds = limits().set
    if metres > bounds.distance_m:
        return False
    return seconds is None or bounds.speed_least_m_s <= metres / seconds <= bounds.speed_most_m_s
