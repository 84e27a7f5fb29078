"""An adapter of the package under test, as far as it can be loaded."""

from dataclasses import dataclass
from importlib.metadata import EntryPoint

from tl_analyzer.adapter import CONTRACT, Adapter
from tl_analyzer.plugins.containment import described
from tl_analyzer.plugins.raised_at import raised_at


@dataclass(frozen=True, slots=True)
class Loaded:
    """What an entry point holds.

    Attributes
    ----------
    entry : str
        Its name.
    adapter : Adapter or None
        The adapter; None where there is none.
    error : str
        Why it cannot be used; empty where it can.
    """

    entry: str
    adapter: Adapter | None
    error: str = ""


def loaded(entry: EntryPoint) -> Loaded:
    """Load an adapter and see whether it is one of this contract."""
    # An author's module may raise anything on import.
    try:
        made = entry.load()()
    except (Exception, SystemExit) as why:
        return Loaded(entry.name, None, f"{entry.value}: {described(why)}{raised_at(why)}")
    if not isinstance(made, Adapter):
        return Loaded(
            entry.name, None, f"{entry.value} lacks a part of tl_analyzer.adapter.Adapter"
        )
    wrong = _of_text(made) or _of_name(made, entry.name) or _of_contract(made)
    return Loaded(entry.name, made, wrong)


def _of_text(made: Adapter) -> str:
    for attribute in ("name", "recognised"):
        text = getattr(made, attribute)
        if not isinstance(text, str) or not text.strip():
            return f"its {attribute!r} says nothing"
    return ""


def _of_name(made: Adapter, entry: str) -> str:
    same = made.name == entry
    return "" if same else f"its name is {made.name!r}, its entry point {entry!r}"


def _of_contract(made: Adapter) -> str:
    stated: object = made.contract
    if isinstance(stated, bool) or not isinstance(stated, int):
        return f"its contract is {stated!r}, not a number such as {CONTRACT}"
    if stated > CONTRACT:
        return f"it needs contract {stated}, and this version offers {CONTRACT}"
    return ""
