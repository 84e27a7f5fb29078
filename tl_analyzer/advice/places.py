"""Where in the day an entry may go: its own place, else where its flags put it."""

from collections.abc import Iterable

from tl_analyzer.advice.catalogue import Catalogue
from tl_analyzer.advice.exercise import Exercise, Place
from tl_analyzer.advice.plan_item import Purpose

#: What loosens belongs before each kind of load it answers; all else to the first.
_BEFORE_EACH = (Purpose.MOBILITY, Purpose.BREAK)


def places(entry: Exercise, codes: Iterable[str], book: Catalogue) -> tuple[Place, ...]:
    """Places of an entry, first choice first; ``Place.ANY`` alone where nothing speaks for one.

    Parameters
    ----------
    entry : Exercise
        The entry.
    codes : iterable of str
        Codes of the flags it answers, in the order of the plan.
    book : Catalogue
        Says where the answers to a flag go.
    """
    if entry.beside_the_plan or entry.place is not Place.ANY:
        return (entry.place,)
    asked = dict.fromkeys(book.answers[code].place for code in codes if code in book.answers)
    asked.pop(Place.ANY, None)
    if not asked:
        return (Place.ANY,)
    return tuple(asked) if entry.purpose in _BEFORE_EACH else (next(iter(asked)),)
