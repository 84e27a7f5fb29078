"""Which column of a diary means what: as the athlete said, or as the questions read."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli

from tl_analyzer.column_map import ColumnMap, column_key
from tl_analyzer.log import Scale
from tl_analyzer.parsing.body_words import plain_words
from tl_wellness.resources import limits

#: What a column of a diary can mean.
MEANINGS = ("date", "score", "region", "side", "signs", "note")

#: Between the ends of a scale: ``0-10``, ``0 to 10``, ``1 bis 10``, ``0/10``.
_BETWEEN = r"-|\u2013|\u2014|/|\.\.+|to|bis|a|\u00e0|al|tot"
_ENDS = re.compile(rf"(?<![\d.])(\d{{1,3}})\s*(?:{_BETWEEN})\s*(\d{{1,3}})(?![\d.])")


@dataclass(frozen=True)
class DiaryColumns:
    """The columns of one diary.

    Attributes
    ----------
    places : mapping of str to int
        Place of the column by what it means.
    scale : Scale or None
        Scale of the pain score, where the map or the question states it.
    by_map : ColumnMap or None
        The map this comes from; None when the questions were read.
    """

    places: Mapping[str, int]
    scale: Scale | None
    by_map: ColumnMap | None = None

    def cell(self, cells: Sequence[str], meaning: str) -> str:
        """Cell of a row by what it means; empty where there is no such column."""
        place = self.places.get(meaning)
        return cells[place].strip() if place is not None and place < len(cells) else ""


def mapped_columns(header: Sequence[str], columns: ColumnMap) -> DiaryColumns | None:
    """Columns by the athlete's own map; None where it names no date or a column is missing."""
    keys = [column_key(name) for name in header]
    wanted = {meaning.strip().lower(): column_key(name) for meaning, name in columns.means.items()}
    if "date" not in wanted or any(name not in keys for name in wanted.values()):
        return None
    places = {meaning: keys.index(name) for meaning, name in wanted.items() if meaning in MEANINGS}
    question = header[places["score"]] if "score" in places else ""
    return DiaryColumns(places, _mapped_scale(columns) or stated_scale(question), columns)


def unknown_meanings(columns: ColumnMap) -> list[str]:
    """Meanings of a map that a diary does not have."""
    return sorted(name for name in columns.means if name.strip().lower() not in MEANINGS)


def guessed_columns(header: Sequence[str]) -> DiaryColumns | None:
    """Columns of the answers to a Google form about pain; None where it is none.

    The first column is the time stamp that the form puts there; each question has at most one
    meaning, and of several about pain the first with a scale counts.
    """
    if len(header) < 2 or plain_words(header[0]) not in _questions()["timestamp"]:
        return None
    places = {"date": 0}
    pain = []
    for place, question in enumerate(header[1:], start=1):
        if len(question) > limits().question_length:
            continue
        meaning = _meaning(question)
        if meaning == "score":
            pain.append(place)
        elif meaning:
            places.setdefault(meaning, place)
    if not pain:
        return None
    places["score"] = next((p for p in pain if stated_scale(header[p])), pain[0])
    return DiaryColumns(places, stated_scale(header[places["score"]]))


def stated_scale(question: str) -> Scale | None:
    """The scale that a question states, such as ``0-10``."""
    for match in _ENDS.finditer(question.casefold()):
        least, most = int(match[1]), int(match[2])
        if least in (0, 1) and least < most:
            return Scale(least=least, most=most, best="least")
    return None


def as_toml(
    header: Sequence[str], columns: DiaryColumns, scale: Scale | None, dates: str | None
) -> str:
    """The table of the profile that says what was guessed."""
    means = ", ".join(
        f"{meaning} = {_quoted(header[columns.places[meaning]])}"
        for meaning in MEANINGS
        if meaning in columns.places
    )
    lines = ["[[columns]]", 'adapter = "diary-table"', f"means = {{ {means} }}"]
    if dates:
        lines.append(f'dates = "{dates}"')
    if scale:
        lines.append(f"scale = [{scale.least:g}, {scale.most:g}]")
    return "\n".join(lines)


def _mapped_scale(columns: ColumnMap) -> Scale | None:
    if columns.scale is None or columns.scale[0] >= columns.scale[1]:
        return None
    return Scale(least=columns.scale[0], most=columns.scale[1], best="least")


def _meaning(question: str) -> str:
    """What a question asks for.

    Pain on a scale is a score whatever else is said; otherwise a word for the place or the side
    decides before the word for pain does: "Where is the pain?".
    """
    text = f" {plain_words(question)} "
    known = _questions()

    def says(meaning: str) -> bool:
        return any(f" {word} " in text for word in known[meaning])

    hurts = says("score") or any(part in text for part in known["pain_part"])
    if hurts and stated_scale(question):
        return "score"
    found = next((meaning for meaning in ("side", "region", "note") if says(meaning)), "")
    return found or ("score" if hurts else "")


def _quoted(text: str) -> str:
    """Text as a string of TOML, which allows no DEL where JSON does."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


@cache
def _questions() -> dict[str, tuple[str, ...]]:
    text = files("tl_wellness").joinpath("questions.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomli.loads(text)["words"].items()}
