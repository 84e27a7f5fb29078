"""Sets as people jot them down: ``3 x 10 @ 60 kg``, ``100x5, 105x5``, ``5-5-3``, ``BW+20 x 8``.

======================================  =====================================================
``3x10@60kg``, ``3 sets of 10 @ 60``    sets, repetitions, load
``3x10x60kg``, ``60kg x 10 x 3``        the same in other orders
``100kg x 5``, ``5 x 100 kg``           one set; the unit shows which is the load
``100x5, 105x5``                        bare pairs: see `BarePair`
``5, 5, 3 x 100, 105, 110 pound``       repetitions, then loads
``5/5/4``, ``5-5-3``, ``5/5/4 @ 60``    repetitions of each set
``70kg, 6``, ``70 kg: 6, 6, 5``         a load, then repetitions
``BW+20``, ``BW-15 x 8``, ``+20kg``     load added to the body, or help
``3 x 10 / side @ 2x20 kg RPE 8``       each side, one in each hand, effort
``3 x 30 s``, ``30, 30, 20 s``          timed sets
======================================  =====================================================

A plan is not work done: ranges (``8-10``), ``5+``, ``AMRAP`` and ``80 %`` are refused as such.
A text that can be read in two ways is refused, never guessed.
"""

import re
from dataclasses import replace
from functools import lru_cache

from tl_analyzer.parsing.noted_set import (
    LOAD,
    NUMBER,
    STATED_LOAD,
    BarePair,
    NotedSet,
    load_of,
)
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.set_words import set_words, spellings, unclear

__all__ = ["BarePair", "NotedSet", "parse_sets"]

_SIDE = r"(?P<side>(?:per|/)?side)?"
_DONE = rf"(?:(?P<time>{NUMBER}(?:sec|min))|(?P<reps>\d+)(?:reps)?){_SIDE}"
_EFFORT = rf"(?:@?(?P<effort>(?:rpe|rir){NUMBER}|{NUMBER}(?:rpe|rir)))?"
_SETS = r"(?P<sets>\d+)(?:x|sets(?:x|of)?)"

#: Single items whose numbers say what they are, tried in this order.
_ITEMS = tuple(
    re.compile(shape + _EFFORT)
    for shape in (
        rf"(?P<load>{STATED_LOAD})x{_DONE}(?:x(?P<sets>\d+)(?:sets)?)?",
        rf"(?:{_SETS})?{_DONE}[@x](?P<load>{STATED_LOAD})",
        rf"(?:{_SETS})?{_DONE}@(?P<bare>{NUMBER})",
        rf"(?P<sets>\d+)sets(?:x|of)?{_DONE}",
        rf"(?:(?P<sets>\d+)x)?(?P<time>{NUMBER}(?:sec|min)){_SIDE}",
        rf"(?P<reps>\d+)reps{_SIDE}",
    )
)
#: Items that stand alone in their text or not at all.
_LONE = (re.compile(rf"(?P<reps>\d+){_SIDE}{_EFFORT}"), re.compile(rf"(?P<load>{STATED_LOAD})"))
_PAIR = re.compile(rf"(?P<first>{NUMBER})x(?P<reps>\d+)(?:reps)?{_SIDE}{_EFFORT}")
_TRIPLE = re.compile(rf"(?P<first>{NUMBER})x(?P<reps>\d+)(?:reps)?x(?P<last>{NUMBER}){_EFFORT}")
_LIST = re.compile(
    rf"(?P<reps>\d+(?P<sign>[,/-])\d+(?:(?P=sign)\d+)*)(?P<what>reps|sec)?"
    rf"(?:(?P<by>[@x])(?P<loads>{LOAD}(?:[,/]{LOAD})*))?{_EFFORT}"
)
_LOAD_FIRST = re.compile(
    rf"(?P<load>{STATED_LOAD})[,:x](?P<reps>\d+(?:reps)?(?:[,/]\d+(?:reps)?)*)"
    rf"(?:,(?={STATED_LOAD}[,:x])|$)"
)
_RANGE = re.compile(r"(?<![\d.-])(\d+)-(\d+)(?![\d.-])")
_PLAN = re.compile(r"plan|%|\d\+(?!\d)")
#: Digits that any count in a notation may have.
_DIGITS = 6


def parse_sets(text: str, bare: BarePair = BarePair.BY_SIZE) -> tuple[NotedSet, ...]:
    """Read a notation of sets that were done.

    Parameters
    ----------
    text : str
        The notation, at least one set.
    bare : BarePair
        What bare pairs stand for, where the source is known to mean one thing.

    Returns
    -------
    tuple of NotedSet
        The sets in the order written, never empty.

    Raises
    ------
    Unreadable
        If the text is no such notation, a plan rather than work, or readable in two ways.
    """
    return _parse(text, bare)


@lru_cache(maxsize=4096)
def _parse(text: str, bare: BarePair) -> tuple[NotedSet, ...]:
    why = unclear()
    for group in spellings(text):
        readings = set()
        for spelling in group:
            try:
                readings.add(_blocks(spelling, bare))
            except Unreadable as error:
                why = error
        if len(readings) == 1:
            return readings.pop()
        if readings:
            raise Unreadable(
                "sets that can be read in one way",
                "Put a blank behind commas that separate, and a point into decimals.",
            )
    raise why


def _blocks(spelling: str, bare: BarePair) -> tuple[NotedSet, ...]:
    ranges = (
        len(low) > _DIGITS or int(low) < int(high[:_DIGITS])
        for low, high in _RANGE.findall(spelling)
    )
    if _PLAN.search(spelling) or any(ranges):
        raise Unreadable(
            "work that was done, not a plan (a range, a percentage, AMRAP)",
            "Write the repetitions and the load of each set as performed.",
        )
    blocks = [block.strip(",") for block in spelling.split(";")]
    noted = tuple(one for block in blocks if block for one in _block(block, bare))
    if not 0 < len(noted) <= set_words().sets_most:
        raise unclear()
    return noted


def _block(block: str, bare: BarePair) -> list[NotedSet]:
    if match := _LIST.fullmatch(block):
        return _listed(match)
    if noted := _loads_first(block):
        return noted
    items = block.split(",")
    pairs = [match for item in items if (match := _PAIR.fullmatch(item))]
    if len(pairs) == len(items):
        return _pairs(pairs, bare)
    if pairs:
        raise unclear()
    if len(items) == 1:
        return _item(block, (*_ITEMS, *_LONE))
    return [one for item in items for one in _item(item, _ITEMS)]


def _item(item: str, shapes: tuple[re.Pattern[str], ...]) -> list[NotedSet]:
    if match := _TRIPLE.fullmatch(item):
        return _triple(match)
    for shape in shapes:
        if match := shape.fullmatch(item):
            return _sets(match.groupdict())
    raise unclear()


def _sets(held: dict[str, str | None]) -> list[NotedSet]:
    bare = held.get("bare")
    load = load_of(bare or held.get("load") or "", may_be_effort=bare is not None)
    reps = held.get("reps")
    noted = replace(
        _rated(load, held.get("effort")),
        reps=_count(reps, set_words().reps_most) if reps else None,
        seconds=_seconds(held.get("time")),
        each_side=bool(held.get("side")),
    )
    return [noted] * _count(held.get("sets") or "1", set_words().sets_most)


def _listed(match: re.Match[str]) -> list[NotedSet]:
    """``5, 5, 3 x 100, 105, 110 pound``: as many loads as sets, or one for all."""
    known = set_words()
    reps = [_count(each, known.reps_most) for each in match["reps"].split(match["sign"])]
    texts = re.split("[,/]", match["loads"] or "")
    bare_by_sign = match["by"] == "x" and not re.fullmatch(STATED_LOAD, texts[-1])
    if bare_by_sign or (match["by"] is None and max(reps) > known.list_reps_most):
        raise unclear()
    # The unit stands once, behind the last of them.
    unit = load_of(texts[-1], may_be_effort=False).unit
    loads = [load_of(text, may_be_effort=match["by"] == "@" and unit is None) for text in texts]
    if len(loads) == 1:
        loads *= len(reps)
    if len(loads) != len(reps) or any(load.unit not in (None, unit) for load in loads):
        raise unclear()
    loads = [_rated(replace(load, unit=load.unit or unit), match["effort"]) for load in loads]
    if match["what"] == "sec":
        return [replace(load, seconds=float(n)) for load, n in zip(loads, reps, strict=True)]
    return [replace(load, reps=count) for load, count in zip(loads, reps, strict=True)]


def _loads_first(block: str) -> list[NotedSet]:
    """``70kg, 6, 6, 75kg, 5``; empty if the block is none of that kind."""
    noted, at = [], 0
    while match := _LOAD_FIRST.match(block, at):
        load = load_of(match["load"], may_be_effort=False)
        counts = re.findall(r"\d+", match["reps"])
        noted += [replace(load, reps=_count(each, set_words().reps_most)) for each in counts]
        at = match.end()
    return noted if at == len(block) else []


def _pairs(pairs: list[re.Match[str]], bare: BarePair) -> list[NotedSet]:
    known = set_words()
    if bare is BarePair.BY_SIZE:
        if any(_count(pair["reps"], known.reps_most) > known.bare_reps_most for pair in pairs):
            raise unclear()
        few = all(_may_count_sets(pair["first"]) for pair in pairs)
        bare = BarePair.SETS_BY_REPS if few else BarePair.LOAD_BY_REPS
    elif bare is BarePair.SETS_BY_REPS and not all(pair["first"].isdecimal() for pair in pairs):
        raise unclear()
    role = "load" if bare is BarePair.LOAD_BY_REPS else "sets"
    return [one for pair in pairs for one in _sets({**pair.groupdict(), role: pair["first"]})]


def _triple(match: re.Match[str]) -> list[NotedSet]:
    """``3x10x60`` or ``60x10x3``: the end that cannot count sets is the load."""
    first, last = (_may_count_sets(match[end]) for end in ("first", "last"))
    if first == last:
        raise unclear()
    sets, load = ("first", "last") if first else ("last", "first")
    return _sets({**match.groupdict(), "sets": match[sets], "load": match[load]})


def _may_count_sets(text: str) -> bool:
    return text.isdecimal() and 1.0 <= float(text) <= set_words().bare_sets_most


def _count(text: str, most: int) -> int:
    if len(text) > _DIGITS or int(text) > most:
        raise Unreadable(f"at most {most} of a kind")
    return int(text)


def _seconds(text: str | None) -> float | None:
    if text is None:
        return None
    seconds = float(text[:-3]) * (60.0 if text.endswith("min") else 1.0)
    if seconds > set_words().seconds_most:
        raise Unreadable(f"at most {set_words().seconds_most:g} seconds")
    return seconds


def _rated(noted: NotedSet, text: str | None) -> NotedSet:
    if text is None:
        return noted
    value = float(re.sub("[a-z]", "", text))
    if value > 10.0:
        raise Unreadable("a rating of effort from 0 to 10")
    return replace(noted, rpe=value) if "rpe" in text else replace(noted, rir=value)
