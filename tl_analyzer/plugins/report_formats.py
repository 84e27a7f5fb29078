"""What a report format is; authors import `tl_analyzer.report_format`.

Its name is that of its entry point, so that a format can be chosen before any of them is loaded.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint
from inspect import isfunction
from typing import TYPE_CHECKING, Any

from tl_analyzer.plugins.entry_lists import origin
from tl_analyzer.plugins.group import FORMATS
from tl_analyzer.plugins.installed import Installed
from tl_analyzer.plugins.loading import RefusedError, load_entry, wanted

if TYPE_CHECKING:
    from tl_analyzer.report.layout import Layout
    from tl_analyzer.report.weekly_report import WeeklyReport

_NAME = re.compile(r"[a-z][a-z0-9-]{0,29}")


@dataclass(frozen=True)
class ReportFormat:
    """A format that is text.

    Attributes
    ----------
    contract : int
        Version of the contract it was written for.
    write : callable
        A pure function of the report value and the page it is written for.
    """

    contract: int
    write: "Callable[[WeeklyReport, Layout], str]"


def _nothing_is_missing() -> None:
    """A format that needs nothing but what is installed with it."""


@dataclass(frozen=True)
class BinaryReportFormat:
    """A format that is no text: to a file or a pipe, never to a terminal.

    Attributes
    ----------
    contract, write
        As for `ReportFormat`, but bytes.
    ready : callable
        Called before the work begins; raises `RemediableError` when what it needs is missing.
    """

    contract: int
    write: "Callable[[WeeklyReport, Layout], bytes]"
    ready: Callable[[], object] = _nothing_is_missing


AnyFormat = ReportFormat | BinaryReportFormat


def formats_on_offer() -> tuple[Installed[AnyFormat], ...]:
    """Every format by name, from names alone: nothing is imported, and no value is there yet.

    One whose name is none, or belongs to another one, has an error.
    """
    return tuple(offer for _, offer in _offers())


def added_format_names() -> tuple[str, ...]:
    """Names of formats that are not shipped and can be asked for; nothing is imported."""
    return tuple(o.name for o in formats_on_offer() if not o.shipped and not o.error)


def load_format(name: str) -> Installed[AnyFormat] | None:
    """Load the format of that name and no other; None if nobody offers it.

    One that cannot be loaded, or that two offer, has an error and no value.
    """
    held = [(entry, offer) for entry, offer in _offers() if offer.name == name]
    for entry, offer in held:
        if not offer.error:
            return load_entry(entry, FORMATS, _made)
    return held[0][1] if held else None


def _offers() -> list[tuple[EntryPoint, Installed[AnyFormat]]]:
    found: list[tuple[EntryPoint, Installed[AnyFormat]]] = [
        (entry, Installed(FORMATS, entry.name, *origin(entry), None)) for entry in wanted(FORMATS)
    ]
    return [(entry, replace(offer, error=_error(offer, found))) for entry, offer in found]


def _error(
    offer: Installed[AnyFormat], found: list[tuple[EntryPoint, Installed[AnyFormat]]]
) -> str:
    if offer.shipped:
        return ""
    if not _NAME.fullmatch(offer.name):
        return "its name is not like my-format"
    others = [one.origin for _, one in found if one.name == offer.name and one is not offer]
    return f"format {offer.name} is also in {' and '.join(others)}" if others else ""


def _made(held: Any) -> AnyFormat:
    found = held() if isfunction(held) else held
    if not isinstance(found, ReportFormat | BinaryReportFormat):
        raise RefusedError("is no ReportFormat")
    if not callable(found.write):
        raise RefusedError("has nothing to be called in `write`")
    return found
