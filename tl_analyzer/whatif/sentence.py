"""The difference between two weeks in one calm sentence."""

from collections.abc import Sequence
from math import isclose

from tl_analyzer.report.what_if_report import ChannelChanges, ExposureChange, FlagChange, WhatIf
from tl_analyzer.report.wording import number, quantity

#: Relative and absolute difference below which two values count as the same. [1]
_SAME = 1e-9


def sentence(found: WhatIf) -> str:
    """Say what would have been different: exposure first, then flags."""
    channels = [getattr(found.channels, name) for name in ChannelChanges.model_fields]
    changed = [c for c in channels if differs(c)] or list(found.measures[:1])
    parts = [_exposure(c) for c in changed]
    parts += [
        f"{_codes(flags)} would have been {what}"
        for flags, what in (
            (_moved(found.staying, -1), "milder"),
            (_moved(found.staying, 1), "more severe"),
            (found.new, "raised as well"),
        )
        if flags
    ]
    if found.cleared:
        parts.append(f"{_codes(found.cleared)} would not have been raised")
    said = "; ".join(parts) or "no channel and no flag would have been different"
    return f"{said[0].upper()}{said[1:]}."


def differs(change: ExposureChange) -> bool:
    """Whether a quantity would have been another."""
    return not isclose(change.before, change.after, rel_tol=_SAME, abs_tol=_SAME)


def _exposure(change: ExposureChange) -> str:
    after = quantity(change.after, change.unit)
    return f"{change.name} would have been {after} instead of {number(change.before)}"


def _moved(flags: Sequence[FlagChange], way: int) -> tuple[FlagChange, ...]:
    """Flags that stay, but milder (-1) or more severe (1)."""
    return tuple(
        f
        for f in flags
        if f.before is not None and f.after is not None and (f.after.rank - f.before.rank) * way > 0
    )


def _codes(flags: Sequence[FlagChange]) -> str:
    *first, last = (flag.code for flag in flags)
    return f"{', '.join(first)} and {last}" if first else last
