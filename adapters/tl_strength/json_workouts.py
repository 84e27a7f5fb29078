"""Reading JSON exports of workouts: bounds, refusals, and the way to the engine."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import chain

from tl_analyzer.adapter import Adapter, Reading, SourceFile, provenance
from tl_analyzer.log import Entry, Problem, ProblemKind, Tally
from tl_analyzer.parsing.json_text import BadJson, read_json
from tl_analyzer.parsing.ledger import Ledger
from tl_strength.expanded import ExpandedReading
from tl_strength.expansion import Expansion
from tl_strength.limits import limits
from tl_strength.sources import source_dialect

_UNIT = "item"
_OPENING = re.compile(rb"\s*[\[{]")
_BOM = b"\xef\xbb\xbf"


def has_keys(head: bytes, keys: frozenset[str]) -> bool:
    """Whether the head of a file is that of a JSON text in which all the keys stand."""
    text = head.removeprefix(_BOM)
    if not _OPENING.match(text):
        return False
    return all(re.search(rf'"{key}"\s*:'.encode(), text) for key in keys)


def read_workouts(
    adapter: Adapter,
    file: SourceFile,
    reading: Reading,
    expand: Callable[[object], Iterator[Expansion]],
) -> Iterator[Entry | Problem | Tally]:
    """Read a JSON file whose values `expand` takes apart.

    Parameters
    ----------
    adapter : Adapter
        Who reads; the dialect bears its name.
    file : SourceFile
        The file.
    reading : Reading
        What is known about the athlete.
    expand : callable
        Yields the sets of the whole document, each with its number in it.
    """
    ledger = Ledger(file, adapter.name, _UNIT)
    most = limits().file.json_bytes
    if file.size > most:
        yield ledger.too_large(file.size, most)
        yield ledger.tally()
        return
    found = read_json(file)
    if isinstance(found, BadJson):
        yield found.problem(ledger)
        yield ledger.tally()
        return
    sets = ExpandedReading(
        provenance(adapter, file), source_dialect(adapter.name), reading, unit=_UNIT
    )
    expansions = expand(found)
    first = next(expansions, None)
    if first is None:
        yield _nothing(ledger)
        yield ledger.tally()
        return
    yield from sets.run(chain([first], expansions))


def objects(value: object) -> list[dict[str, object]]:
    """The objects of a JSON list; empty for anything else."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def instant(seconds: object) -> str:
    """A Unix time as text in UTC; empty if it is none of this age."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return ""
    bounds = limits().workout
    if not bounds.unix_least_s <= seconds <= bounds.unix_most_s:
        return ""
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _nothing(ledger: Ledger) -> Problem:
    return ledger.problem(
        ProblemKind.REFUSED,
        "no-workouts",
        "no workout where this export has them",
        "workouts with exercises and sets",
        "Export the workouts again; tell us of it if they are in the file.",
    )
