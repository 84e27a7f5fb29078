"""Which adapter a file belongs to: one claimant, none, or an error that names both."""

from dataclasses import replace

from tl_analyzer.adapter import Adapter, SourceFile
from tl_analyzer.column_map import ColumnMap
from tl_analyzer.column_question import AsksColumns
from tl_analyzer.log import Problem
from tl_analyzer.parsing.header import find_header
from tl_analyzer.parsing.text import decode_head
from tl_analyzer.plugins import InstalledAdapter
from tl_analyzer.plugins.choice import ONLY
from tl_analyzer.plugins.containment_adapter import Answer, ContainedAdapter

#: Lines among which the header of an explained table is looked for. [1]
_HEADER_LINES = 40


def with_columns(file: SourceFile, maps: tuple[ColumnMap, ...]) -> SourceFile:
    """Attach the athlete's own column map to a table that has all its columns.

    Titles and blank lines may stand above the header.
    """
    lines = decode_head(file.head).lines[:_HEADER_LINES] if maps else []
    headers = (header for line in lines if (header := find_header([line])) is not None)
    fitting = (each for header in headers for each in maps if each.fits(header.cells))
    return replace(file, columns=next(fitting, None))


def claimants(
    file: SourceFile, installed: tuple[InstalledAdapter, ...]
) -> tuple[list[Adapter], list[Problem]]:
    """Ask every adapter; one that raises on a head is a problem that names it.

    Who knows a file goes before who guesses what the columns of any table mean. A file whose
    columns the athlete has explained goes to the adapter of that explanation, unless it is the
    export of a known app: that is known better.
    """
    bare = replace(file, columns=None)
    claims: list[Adapter] = []
    problems: list[Problem] = []
    for entry in installed:
        if entry.value is None:
            continue
        answer = _answer(entry, entry.value, bare)
        problems += answer.problems
        if answer.claimed:
            claims.append(entry.value)
    if file.columns is None:
        return known_before_guessed(claims), problems
    named = [
        entry.value
        for entry in installed
        if entry.value is not None and entry.value.name == file.columns.adapter
    ]
    known = [a for a in claims if a not in named and not isinstance(a, AsksColumns)]
    return known or named or claims, problems


def known_before_guessed(claims: list[Adapter]) -> list[Adapter]:
    """Of those that claim a file those that know it; where nobody does, those that guess."""
    return [each for each in claims if not isinstance(each, AsksColumns)] or claims


def _answer(entry: InstalledAdapter, adapter: Adapter, file: SourceFile) -> Answer:
    if isinstance(adapter, ContainedAdapter):
        return adapter.answer(file)
    # One adapter may fail; the others still get their say.
    try:
        return Answer(adapter.recognises(file))
    except Exception as why:
        problem = Problem(
            file=file.name,
            found=f"{type(why).__name__} in adapter {entry.name} ({entry.distribution})",
            expected="an answer whether the file is recognised",
            hint="Report it to the authors of that distribution.",
            code="adapter-failed",
        )
        return Answer(False, (problem,))


def dispute(
    file: SourceFile, claims: list[Adapter], installed: tuple[InstalledAdapter, ...]
) -> Problem:
    """Two adapters want the same file: neither gets it."""
    origins = {id(entry.value): entry.origin for entry in installed}
    names = sorted(f"{a.name} ({origins.get(id(a), 'unknown distribution')})" for a in claims)
    return Problem(
        file=file.name,
        found=f"a file that {' and '.join(names)} both recognise",
        expected="exactly one",
        hint=f"Name the adapters you want with {ONLY}, or remove one of the distributions.",
        code="two-claimants",
    )
