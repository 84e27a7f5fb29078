"""``--what-if``: a change that cannot be read or applied ends the command, with what helps.

What works changes out is imported when one is asked for: a plain report starts without it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from tl_analyzer.cli.failure import UsageFailure

if TYPE_CHECKING:
    from tl_analyzer.load.week import Week
    from tl_analyzer.log import Log
    from tl_analyzer.movement.recogniser import Recogniser
    from tl_analyzer.parameters import Parameters
    from tl_analyzer.profile import Profile
    from tl_analyzer.report.what_if_report import WhatIf
    from tl_analyzer.whatif.change import Proposal

    Case = tuple[Log, Profile, Week, datetime, Parameters, Recogniser]


def parsed_changes(texts: Sequence[str], week: "Week") -> "list[Proposal]":
    """Read the changes of ``--what-if``.

    Raises
    ------
    UsageFailure
        If one cannot be read.
    """
    if not texts:
        return []
    from tl_analyzer.whatif.grammar import parse_change

    with _refused():
        return [parse_change(text, week) for text in texts]


def changed_week(case: "Case", changes: "Sequence[Proposal]") -> "WhatIf":
    """Work out the week as if changed.

    Raises
    ------
    UsageFailure
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
        raise UsageFailure(f"--what-if: {why}", why.hint) from why
