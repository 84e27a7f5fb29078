"""A changed week in words: what was changed, each channel before and after, and the flags."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tl_analyzer.finding import Severity
from tl_analyzer.report.what_if_report import ChannelChanges, ExposureChange, FlagChange, WhatIf
from tl_analyzer.report.wording import PROSE, clean, dated, number, quantity, sentence

#: What such numbers are, and are not.
NOTE = (
    "The model's arithmetic on the week as logged, with strength and usual as they were. Time of"
    " training left out counts neither as training nor as sitting. Symptoms do not follow from it."
)

#: Digits of "x usual": the usual of four weeks is known no better.
_RATIO_DIGITS = 2

_ARROW = "\N{RIGHTWARDS ARROW}"


class WhatIfEntry(NamedTuple):
    """A changed week.

    Attributes
    ----------
    title : str
        The changes as they were asked for.
    sentence : str
        The difference in one sentence.
    facts : tuple of (str, str)
        Label and words of every line.
    note : str
        What the numbers are, and are not.
    """

    title: str
    sentence: str
    facts: tuple[tuple[str, str], ...]
    note: str = NOTE


def what_if_entry(found: WhatIf | None) -> WhatIfEntry | None:
    """Put a changed week into words; None where none was asked for."""
    if found is None:
        return None
    return WhatIfEntry(
        title=f"What if: {'; '.join(clean(c.change) for c in found.changes)}",
        sentence=sentence(dated(clean(found.sentence, PROSE))),
        facts=tuple(_facts(found)),
    )


def _facts(found: WhatIf) -> Iterator[tuple[str, str]]:
    for change in found.changes:
        yield "Changed", sentence(dated(clean(change.effect, PROSE)))
    for name in ChannelChanges.model_fields:
        yield name.capitalize(), _exposure(getattr(found.channels, name))
    if found.measures:
        yield "Also", "; ".join(f"{clean(m.name)} {_exposure(m)}" for m in found.measures)
    yield "Would clear", _listed(found.cleared)
    yield "Would stay", _listed(found.staying)
    if found.new:
        yield "Would be new", _listed(found.new)


def _exposure(change: ExposureChange) -> str:
    after = quantity(change.after, change.unit)
    if number(change.before) == number(change.after):
        return f"{after}, as it was"
    shown = f"{number(change.before)} {_ARROW} {after}"
    if not change.usual:
        return shown
    was, would = (
        number(value / change.usual, _RATIO_DIGITS) for value in (change.before, change.after)
    )
    return f"{shown} ({was if was == would else f'{was} {_ARROW} {would}'} x usual)"


def _listed(flags: Iterable[FlagChange]) -> str:
    said = (
        f"{clean(f.code)} {clean(f.name).replace('-', ' ')} ({_severity(f.before, f.after)})"
        for f in flags
    )
    return ", ".join(said) or "none"


def _severity(before: Severity | None, after: Severity | None) -> str:
    levels = dict.fromkeys(level.value for level in (before, after) if level is not None)
    return f" {_ARROW} ".join(levels)
