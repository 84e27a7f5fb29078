"""Every adapter at hand."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple, cast

from tl_analyzer.adapter import Adapter
from tl_analyzer.column_question import AsksColumns
from tl_analyzer.plugins.choice import Choice, choice
from tl_analyzer.plugins.claims import settled
from tl_analyzer.plugins.containment_adapter import ContainedAdapter, ContainedAskingAdapter
from tl_analyzer.plugins.group import ADAPTERS
from tl_analyzer.plugins.installed import Installed
from tl_analyzer.plugins.loading import RefusedError, load

#: An adapter as installed.
InstalledAdapter = Installed[Adapter]

#: What an adapter has; the contract is asked for of every plugin.
_PARTS = ("name", "recognised", "recognises", "read")
#: Longest name of an adapter, and longest line about what it recognises. [characters]
_LONGEST_NAME, _LONGEST_LINE = 60, 400


class _Stated(NamedTuple):
    """An adapter and what it states, looked at once."""

    adapter: Any
    name: str
    recognised: str
    contract: int
    asks: bool


def adapters() -> tuple[InstalledAdapter, ...]:
    """Every installed adapter by name, broken ones with their error.

    Those of other distributions are contained: whatever they do costs their own files alone.
    """
    return _adapters(choice())


@cache
def _adapters(_: Choice) -> tuple[InstalledAdapter, ...]:
    return tuple(_usable(each) for each in settled(load(ADAPTERS, _stated), _claims))


def _claims(stated: _Stated) -> Mapping[str, object]:
    return {f"the adapter name {stated.name!r}": object()}


def _stated(held: Any) -> _Stated:
    made = held()
    contract = getattr(made, "contract", None)
    if isinstance(contract, int) and contract > ADAPTERS.contract:
        # What a newer contract asks for is not known here; whoever loads it says so.
        return _Stated(made, "", "", contract, asks=False)
    if missing := [part for part in _PARTS if not hasattr(made, part)]:
        raise RefusedError(f"is not an adapter: it has no {', no '.join(missing)}")
    name, recognised = made.name, made.recognised
    if not isinstance(name, str) or not name.isprintable() or not 0 < len(name) <= _LONGEST_NAME:
        raise RefusedError(f"has no name of 1 to {_LONGEST_NAME} printable characters")
    if not isinstance(recognised, str):
        raise RefusedError("does not say in a line of text what it recognises")
    asks = isinstance(made, AsksColumns)
    return _Stated(made, str(name), recognised[:_LONGEST_LINE], cast(int, contract), asks)


def _usable(found: Installed[_Stated]) -> InstalledAdapter:
    stated = found.value
    if stated is None:
        return cast(InstalledAdapter, found)
    return cast(InstalledAdapter, replace(cast(Any, found), value=_held(found, stated)))


def _held(found: Installed[_Stated], stated: _Stated) -> object:
    if found.shipped:
        return stated.adapter
    kind = ContainedAskingAdapter if stated.asks else ContainedAdapter
    return kind(stated.name, stated.recognised, stated.contract, found.origin, stated.adapter)
