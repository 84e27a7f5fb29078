"""A mapping file to start from: one entry for each exercise that was not recognised."""

import json
import textwrap
from collections.abc import Sequence
from pathlib import Path

import click

from tl_analyzer.cli.delivery import write_private
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.unknown_exercises import UnknownExercise
from tl_analyzer.movement.movement import Pattern
from tl_analyzer.report.wording import count, share

_HEAD = """\
# Exercise names of your log that are not understood, the most frequent first. For each one you
# know, remove the # of the name and of ONE line below it, and correct that line:
#   same_as = "..."  another name for the same exercise, as `tl exercises NAME` understands it
#   pattern = "..."  {patterns}
# Then name this file in the profile: exercises = "{file}"
"""
_WIDTH = 96


def mapping_proposal(unknown: Sequence[UnknownExercise], file: str, existing: str = "") -> str:
    """Write a mapping file for editing; as it stands it changes nothing.

    Parameters
    ----------
    unknown : sequence of UnknownExercise
        What to propose.
    file : str
        Name of the file.
    existing : str
        What stands in the file already: it is kept, and names in it are not proposed again.
    """
    entries = [_entry(one) for one in unknown if _key(one.name) not in existing]
    head = existing.rstrip() + "\n" if existing.strip() else _head(file)
    return "\n".join([head, *entries])


def write_proposal(file: Path, unknown: Sequence[UnknownExercise]) -> None:
    """Write or extend a mapping file.

    Raises
    ------
    UsageFailure
        If it exists and cannot be read, or cannot be written.
    """
    try:
        existing = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
    except (OSError, UnicodeDecodeError) as why:
        raise UsageFailure(f"cannot read {file}: {why}", "Name another file.") from why
    write_private(file, mapping_proposal(unknown, file.name, existing))
    told = f"wrote {file}: {count(len(unknown), 'exercise')} not understood"
    click.echo(f'{told}; edit it, and set exercises = "{file.name}" in the profile', err=True)


def _head(file: str) -> str:
    patterns = ", ".join(pattern for pattern in Pattern if pattern is not Pattern.OTHER)
    wrapped = _wrapped(patterns)
    return _HEAD.format(patterns=wrapped, file=file)


def _wrapped(text: str) -> str:
    indent = "#                    "
    return textwrap.fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)[
        len(indent) :
    ]


def _entry(one: UnknownExercise) -> str:
    load = f", {share(one.share_of_load)} of the load" if one.load_kg else ""
    said = f"{count(one.sets, 'set')}, {share(one.share_of_sets)} of all sets{load}"
    lines = [f"# [{_key(one.name)}]  # {said}"]
    lines += [f"# same_as = {_key(one.nearest or '')}"]
    lines += ['# pattern = ""']
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    """A TOML key or text in quotes; JSON's escapes are TOML's, but for DEL."""
    return json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")
