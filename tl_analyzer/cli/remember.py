"""Answers become lines of the profile; its comments and everything else in it stay."""

import re
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

import tomli
import tomlkit
from tomlkit.items import Array

from tl_analyzer.cli.ask_columns import TableAnswer
from tl_analyzer.cli.athlete import checked_text
from tl_analyzer.cli.delivery import write_private
from tl_analyzer.cli.profile_init import TEMPLATE
from tl_analyzer.log import WeightUnit

_ATHLETE = re.compile(r"\s*\[\s*athlete\s*\]\s*(#.*)?")
_TABLE = re.compile(r"\s*\[")
_SUGGESTED = re.compile(r"\s*#\s*units\s*=\s*\"\w*\"")


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person answered.

    Attributes
    ----------
    tables : tuple of TableAnswer
        What the columns of tables mean.
    unit : WeightUnit or None
        Unit of logs that state none; None where it was not asked or not known.
    """

    tables: tuple[TableAnswer, ...] = ()
    unit: WeightUnit | None = None


def new_profile(athlete_id: str, zone: str) -> str:
    """A commented profile of an athlete of whom only a name and a zone are known."""
    text = files("tl_analyzer.cli").joinpath(TEMPLATE).read_text(encoding="utf-8")
    document = tomlkit.parse(text)
    athlete = _athlete(document)
    athlete["id"], athlete["timezone"] = athlete_id, zone
    return tomlkit.dumps(document)


def remembered(text: str, answers: Answers) -> str:
    """The text of a profile with the answers in it."""
    if answers.unit is not None:
        text = _with_unit(text, answers.unit.value)
    return _with_tables(text, answers.tables)


def write_profile(file: Path, text: str) -> None:
    """Write a profile in one piece, for its owner's eyes, unless it would not be one.

    Raises
    ------
    UsageFailure
        If the text is no profile, or cannot be written.
    """
    checked_text(text, file)
    write_private(file, text)


def _with_unit(text: str, unit: str) -> str:
    """Set ``units`` under ``[athlete]``, where the commented profile suggests it if it does."""
    document = tomlkit.parse(text)
    athlete = _athlete(document)
    had = "units" in athlete
    athlete["units"] = unit
    plain = tomlkit.dumps(document)
    if had:
        return plain
    # A key that is added comes after the comments of the next table: nobody would find it there.
    placed = _placed(text, f'units = "{unit}"')
    try:
        same = tomli.loads(placed) == tomli.loads(plain)
    except tomli.TOMLDecodeError:
        same = False
    return placed if same else plain


def _placed(text: str, line: str) -> str:
    """The text with a line in place of the suggestion for it, or after the last key there."""
    lines = text.splitlines(keepends=True)
    begin = next((n for n, each in enumerate(lines) if _ATHLETE.fullmatch(each.rstrip())), None)
    if begin is None:
        return text
    rest = range(begin + 1, len(lines))
    end = next((n for n in rest if _TABLE.match(lines[n])), len(lines))
    inside = range(begin + 1, end)
    for number in inside:
        if suggested := _SUGGESTED.match(lines[number]):
            lines[number] = line + lines[number][suggested.end() :]
            return "".join(lines)
    keys = [n for n in inside if lines[n].strip() and not lines[n].lstrip().startswith("#")]
    after = keys[-1] if keys else begin
    lines[after] = lines[after].rstrip("\r\n") + "\n"
    lines.insert(after + 1, line + "\n")
    return "".join(lines)


def _with_tables(text: str, answers: Sequence[TableAnswer]) -> str:
    """Append column maps; one for the same columns of the same adapter gives way."""
    if not answers:
        return text
    document = tomlkit.parse(text)
    held = document.get("columns")
    if held is None:
        held = tomlkit.aot()
        document.add(tomlkit.nl())
        document.append("columns", held)
    for answer in answers:
        new = _map(answer, inline=isinstance(held, Array))
        for place in reversed(range(len(held))):
            if _same(held[place], new):
                del held[place]
        held.append(new)
    return tomlkit.dumps(document)


def _athlete(document: tomlkit.TOMLDocument) -> MutableMapping[str, object]:
    """The table of the athlete: a profile without one was refused before."""
    return cast(MutableMapping[str, object], document["athlete"])


def _map(answer: TableAnswer, *, inline: bool) -> Mapping[str, object]:
    """A column map as a table of its own, or inline where the others are."""
    table = tomlkit.inline_table() if inline else tomlkit.table()
    table["adapter"] = answer.adapter
    means = tomlkit.inline_table()
    means.update(answer.means)
    table["means"] = means
    if answer.dates:
        table["dates"] = answer.dates
    return table


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    columns = [sorted(table["means"].values()) for table in (one, other)]
    return bool(one["adapter"] == other["adapter"]) and columns[0] == columns[1]
