"""What-if changes: one that cannot be read or applied is refused, with what helps.

What works changes out is imported when one is asked for: a plain report starts without it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tl_analyzer.remedy import RemediableError

if TYPE_CHECKING:
    from tl_analyzer.athletes.case import Case
    from tl_analyzer.load.week import Week
    from tl_analyzer.report.what_if_report import WhatIf
    from tl_analyzer.whatif.change import Proposal


def parsed_changes(texts: str | Sequence[str], week: "Week") -> "list[Proposal]":
    """Read changes as they are written after ``--what-if``.

    Raises
    ------
    RemediableError
        If one cannot be read.
    """
    if not texts:
        return []
    from tl_analyzer.whatif.grammar import parse_change

    with _refused():
        each = (texts,) if isinstance(texts, str) else texts
        return [parse_change(text, week) for text in each]


def changed_week(case: "Case", changes: "Sequence[Proposal]") -> "WhatIf":
    """Work out the week as if changed.

    Raises
    ------
    RemediableError
        If the week holds nothing a change could apply to.
    """
    from tl_analyzer.whatif.what_if import what_if

    with _refused():
        return what_if(*case, changes)


@contextmanager
def _refused() -> Iterator[None]:
    from tl_analyzer.whatif.change import ChangeError

    try:
        yield
    except ChangeError as why:
        raise RemediableError(f"what-if: {why}", why.hint) from why
