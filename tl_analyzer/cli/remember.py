"""Answers become lines of the profile; its comments and everything else in it stay."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import tomlkit
from tomlkit.items import Array

from tl_analyzer.cli.ask_columns import TableAnswer
from tl_analyzer.cli.profile_init import TEMPLATE
from tl_analyzer.cli.profile_text import with_values
from tl_analyzer.log import WeightUnit


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
    return with_values(text, "athlete", {"id": athlete_id, "timezone": zone})


def remembered(text: str, answers: Answers) -> str:
    """The text of a profile with the answers in it."""
    if answers.unit is not None:
        text = with_values(text, "athlete", {"units": answers.unit.value})
    return _with_tables(text, answers.tables)


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
