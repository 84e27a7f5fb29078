"""Values put into the text of a profile: every comment and the layout around them stay."""

import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import cast

import tomli
import tomlkit

from tl_analyzer.athletes.athlete import checked_text
from tl_analyzer.cli.delivery import write_private

_TABLE = re.compile(r"\s*\[")
#: A value, in which quotes may hold a #, and the ``gap`` before the remark at the line's end.
_VALUE = r""" (?: "(?:\\.|[^"\\\r\n])*" | '[^'\r\n]*' | [^\#"'\r\n] )*? """
_REST = rf"{_VALUE}(?P<gap>[\ \t]*)(?=\#|\r|\n|$)"
_BYTE_ORDER_MARK = "\ufeff"

#: What a line of a profile holds.
Scalar = str | int | float | time | list[str]


def profile_text(file: Path) -> str:
    """The text of a profile with its own line ends."""
    return file.read_bytes().decode("utf-8").removeprefix(_BYTE_ORDER_MARK)


def with_values(text: str, table: str, values: Mapping[str, Scalar]) -> str:
    """Set keys of one table, such as ``screen`` or ``strength.one_rep_max_kg``.

    A key that is there keeps its place and its comment; a new one takes the place of the commented
    suggestion for it, else it follows the last key of the table.
    """
    for key, value in values.items():
        text = _with_value(text, table, key, value)
    return text


def with_suggested_block(text: str, header: str, values: Mapping[str, Scalar]) -> str:
    """Make a commented block such as ``# [[desk]]`` real, with values in place of its examples."""
    lines = text.splitlines(keepends=True)
    begin = next(n for n, line in enumerate(lines) if line.startswith(f"# {header}"))
    for number in range(begin, len(lines)):
        if not lines[number].startswith("# "):
            break
        lines[number] = _real(lines[number], values)
    return "".join(lines)


def _real(line: str, values: Mapping[str, Scalar]) -> str:
    for key, value in values.items():
        if found := _suggestion(key).match(line):
            new = _Line(key, tomlkit.item(value).as_string(), found.re)
            return _in_its_place(found, new) + line[found.end() :]
    return line.removeprefix("# ")


def write_profile(file: Path, text: str) -> None:
    """Write a profile in one piece, for its owner's eyes, unless it would not be one.

    Raises
    ------
    UsageFailure
        If the text is no profile, or cannot be written.
    """
    checked_text(text, file)
    write_private(file, text)


def _with_value(text: str, table: str, key: str, value: Scalar) -> str:
    document = tomlkit.parse(text)
    held: MutableMapping[str, object] = document
    for name in table.split("."):
        if name not in held:
            held[name] = tomlkit.table()
        held = cast(MutableMapping[str, object], held[name])
    had = key in held
    held[key] = value
    plain = tomlkit.dumps(document)
    # A key that is added comes after the comments of the next table: nobody would find it there.
    written = tomlkit.item(value).as_string()
    placed = _placed(text, table, _Line(key, written, _live(key) if had else _suggestion(key)))
    try:
        same = tomli.loads(placed) == tomli.loads(plain)
    except tomli.TOMLDecodeError:
        same = False
    return placed if same else plain


@dataclass(frozen=True, slots=True)
class _Line:
    """A key to be written, and how to know the line whose place it takes."""

    key: str
    value: str
    instead_of: re.Pattern[str]

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"


def _placed(text: str, table: str, line: _Line) -> str:
    """The text with a line in the place of another one, or after the last key of the table."""
    lines = text.splitlines(keepends=True)
    end_of_line = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    header = re.compile(rf"\s*\[\s*{re.escape(table)}\s*\]\s*(#.*)?")
    begin = next((n for n, each in enumerate(lines) if header.fullmatch(each.rstrip())), None)
    if begin is None:
        before = text if not text or text.endswith("\n") else text + end_of_line
        return f"{before}{end_of_line}[{table}]{end_of_line}{line}{end_of_line}"
    rest = range(begin + 1, len(lines))
    end = next((n for n in rest if _TABLE.match(lines[n])), len(lines))
    inside = range(begin + 1, end)
    for number in inside:
        if found := line.instead_of.match(lines[number]):
            lines[number] = _in_its_place(found, line) + lines[number][found.end() :]
            return "".join(lines)
    keys = [n for n in inside if lines[n].strip() and not lines[n].lstrip().startswith("#")]
    after = keys[-1] if keys else begin
    lines[after] = lines[after].rstrip("\r\n") + end_of_line
    lines.insert(after + 1, f"{line}{end_of_line}")
    return "".join(lines)


def _live(key: str) -> re.Pattern[str]:
    """The line of a key."""
    return re.compile(rf"\s*{re.escape(key)}\s*={_REST}", re.VERBOSE)


def _suggestion(key: str) -> re.Pattern[str]:
    """A commented line for a key."""
    return re.compile(rf"\s*\#\s*{re.escape(key)}\s*={_REST}", re.VERBOSE)


def _in_its_place(found: re.Match[str], line: _Line) -> str:
    """A line; the remark that followed keeps its column where there is room."""
    if not found["gap"]:
        return str(line)
    return f"{str(line).ljust(found.end() - found.start() - 1)} "
