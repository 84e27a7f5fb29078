"""What each kind of row of a case may hold: a word that nobody reads would test nothing."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from tl_analyzer.load.weekly import Kind
from tl_analyzer.nearest import did_you_mean
from tl_analyzer.testing.cases.names import names


class Row(NamedTuple):
    """Keys of a row: those it needs, and those it may have."""

    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


#: By the key of a case that holds a list of rows.
ROWS: Final[Mapping[str, Row]] = MappingProxyType(
    {
        "sets": Row(
            ("at",), ("lift", "reps", "sets", "kg", "minute", "warmup", "D", "H", "O", "I")
        ),
        "rides": Row(("at",), ("minutes", "flexed", "bout", "km", "measured")),
        "sitting": Row(("at", "until"), ("p", "u", "quality")),
        "moved": Row(("at",), ("minutes", "label", "by")),
        "check_ins": Row(("on",), ("region", "side", "score", "signs")),
        "problems": Row((), ("file", "kind", "code")),
        "states": Row(("at", "creep", "dose")),
        "raised": Row(("code",), ("name", "severity", "confidence", "channel", "at")),
    }
)
_MOVEMENT = Row(("pattern", "loads"))
_WEEKLY = Row((), ("this", "daily", "usual", "before", "low", "high", "quality"))
_COVERAGE = Row(
    (),
    (
        "desk_hours_measured", "desk_hours_assumed", "sets", "sets_recognised", "unrecognised",
        "guessed_units",
    ),
)  # fmt: skip


def faults(case: Mapping[str, Any]) -> Iterator[str]:
    """What the rows of a case hold and cannot, in words for its author.

    Parameters
    ----------
    case : mapping
        As it stands in its file.
    """
    for key, row in ROWS.items():
        rows = case.get(key, [])
        if not isinstance(rows, list):
            yield f"{key} is no list of rows, such as {key} = [{{ ... }}]"
            continue
        for each in rows:
            yield from _of_row(key, each, row)
    yield from _of_table("movements", case.get("movements", {}), None, _MOVEMENT)
    yield from _of_table("weekly", case.get("weekly", {}), tuple(names()["weekly"]), _WEEKLY)
    yield from _of_row("coverage", case.get("coverage", {}), _COVERAGE)
    yield from _of_row("history", case.get("history", {}), Row((), tuple(Kind)))


def _of_table(key: str, table: Any, known: tuple[str, ...] | None, row: Row) -> Iterator[str]:
    if not isinstance(table, dict):
        yield f"{key} is no table"
        return
    for name, each in table.items():
        if known is not None and name not in known:
            yield _unknown(key, name, known)
        else:
            yield from _of_row(f"{key}.{name}", each, row)


def _of_row(key: str, each: Any, row: Row) -> Iterator[str]:
    if not isinstance(each, dict):
        yield f"{key} holds {each!r}, which is no row such as {{ ... }}"
        return
    known = row.needs + row.may
    yield from (_unknown(key, word, known) for word in each if word not in known)
    yield from (f"{key} needs {word!r}" for word in row.needs if word not in each)


def _unknown(key: str, word: str, known: tuple[str, ...]) -> str:
    guess = did_you_mean(word, known, f"It knows {', '.join(known)}.")
    return f"{key} knows no {word!r}. {guess}"
