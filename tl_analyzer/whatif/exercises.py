"""Which exercises of a log an athlete means by a name."""

from collections.abc import Iterable

from tl_analyzer.movement.movement import Movement
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.nearest import did_you_mean
from tl_analyzer.report.wording import some
from tl_analyzer.whatif.change import ChangeError

_ANY_IMPLEMENT = "unspecified"

#: Exercises that a hint names. [1]
_LISTED = 8


def meant(wanted: str, names: Iterable[str], recogniser: Recogniser) -> frozenset[str]:
    """Find the exercises that are meant: the very name, else the same lift, else part of a name.

    Parameters
    ----------
    wanted : str
        As typed: ``deadlift`` means a barbell deadlift and a ``Kreuzheben``, but no Romanian one.
    names : iterable of str
        Exercises as the log writes them.
    recogniser : Recogniser
        How exercise names are understood.

    Raises
    ------
    ChangeError
        If none is meant; the hint names the nearest.
    """
    known = tuple(dict.fromkeys(names))
    typed = _plain(wanted)
    movement = recogniser.recognise(wanted)
    exact = {name for name in known if _plain(name) == typed}
    same = {name for name in known if _covers(movement, recogniser.recognise(name))}
    found = exact or same or {name for name in known if typed in _plain(name)}
    if not found:
        listed = some(known, _LISTED) or "no exercise"
        raise ChangeError(
            f"no sets of {wanted!r} there", did_you_mean(wanted, known, f"There is {listed}.")
        )
    return frozenset(found)


def same_exercise(target: str, name: str, recogniser: Recogniser) -> bool:
    """Whether an exercise of the log already is the one that is named."""
    wanted, movement = recogniser.recognise(target), recogniser.recognise(name)
    if _plain(target) == _plain(name):
        return True
    return _covers(wanted, movement) and wanted.unilateral == movement.unilateral


def _covers(wanted: Movement, movement: Movement) -> bool:
    if not wanted.lift or wanted.lift != movement.lift:
        return False
    return wanted.equipment in (_ANY_IMPLEMENT, movement.equipment)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
