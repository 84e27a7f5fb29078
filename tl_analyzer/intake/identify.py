"""Which adapter a file belongs to: one claimant, none, or an error that names both."""

from dataclasses import replace

from tl_analyzer.adapter import Adapter, SourceFile
from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import Problem
from tl_analyzer.parsing.header import find_header
from tl_analyzer.parsing.text import decode
from tl_analyzer.plugins import InstalledAdapter


def with_columns(file: SourceFile, maps: tuple[ColumnMap, ...]) -> SourceFile:
    """Attach the athlete's own column map to a table that has all its columns."""
    header = find_header(decode(file.head).lines) if maps else None
    if header is None:
        return file
    fitting = (each for each in maps if each.fits(header.cells))
    return replace(file, columns=next(fitting, None))


def claimants(
    file: SourceFile, installed: tuple[InstalledAdapter, ...]
) -> tuple[list[Adapter], list[Problem]]:
    """Ask every adapter; one that raises on a head is a problem that names it.

    A file whose columns the athlete has explained goes to the adapter of that explanation.
    """
    claims: list[Adapter] = []
    problems: list[Problem] = []
    for entry in installed:
        if entry.adapter is None:
            continue
        if file.columns is not None:
            claims += [entry.adapter] if entry.adapter.name == file.columns.adapter else []
            continue
        # A stranger's adapter may raise anything; the others still get their say.
        try:
            claimed = entry.adapter.recognises(file)
        except Exception as why:
            problems.append(
                Problem(
                    file=file.name,
                    found=f"{type(why).__name__} in adapter {entry.name} ({entry.distribution})",
                    expected="an answer whether the file is recognised",
                    hint="Report it to the authors of that distribution.",
                    code="adapter-failed",
                )
            )
            continue
        if claimed:
            claims.append(entry.adapter)
    return claims, problems


def dispute(file: SourceFile, claims: list[Adapter]) -> Problem:
    """Two adapters want the same file: neither gets it."""
    names = " and ".join(sorted(a.name for a in claims))
    return Problem(
        file=file.name,
        found=f"a file that {names} both recognise",
        expected="exactly one",
        hint="Restrict adapters with TL_LOAD_PLUGINS, or remove one of the distributions.",
        code="two-claimants",
    )
