"""Diagnostics for readers: grouped by kind and code, the first few in full, the rest counted."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tl_analyzer.file_names import short_names
from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.report.wording import clean, count, sentence

#: Problems of a group that are shown in full. [1]
SHOWN = 3

_LONGEST = 240

_OUTCOME = {
    ProblemKind.REFUSED: "left out",
    ProblemKind.REPAIRED: "repaired",
    ProblemKind.NOTE: "noted",
}


class ProblemEntry(NamedTuple):
    """One problem in words: where it is, what was found, what helps."""

    place: str
    finding: str
    hint: str


class ProblemGroup(NamedTuple):
    """Problems of one kind and code.

    Attributes
    ----------
    title : str
        What they are, and how many.
    shown : tuple of ProblemEntry
        The first few.
    rest : str
        The others in one line, or empty.
    """

    title: str
    shown: tuple[ProblemEntry, ...]
    rest: str


def entry(problem: Problem) -> ProblemEntry:
    """Put one problem into harmless words."""
    place = clean(problem.file)
    if problem.line is not None:
        place += f":{problem.line}"
    if problem.column:
        place += f" [{clean(problem.column)}]"
    return ProblemEntry(
        place=place,
        finding=f"found {clean(problem.found)}; expected {clean(problem.expected, _LONGEST)}",
        hint=sentence(clean(problem.hint, _LONGEST)),
    )


def problem_groups(problems: Iterable[Problem]) -> tuple[ProblemGroup, ...]:
    """Group problems, those that left something out first."""
    groups: dict[tuple[ProblemKind, str], list[Problem]] = {}
    met = tuple(problems)
    named = short_names(problem.file for problem in met)
    for problem in met:
        groups.setdefault((problem.kind, problem.code), []).append(problem)
    worst_first = sorted(groups, key=lambda key: list(ProblemKind).index(key[0]))
    return tuple(_group(kind, code, groups[kind, code], named) for kind, code in worst_first)


def _group(
    kind: ProblemKind, code: str, members: list[Problem], named: Mapping[str, str]
) -> ProblemGroup:
    rest = members[SHOWN:]
    files = len({problem.file for problem in rest})
    return ProblemGroup(
        title=f"{clean(code).replace('-', ' ')}: {len(members)} {_OUTCOME[kind]}",
        shown=tuple(
            entry(problem.model_copy(update={"file": named[problem.file]}))
            for problem in members[:SHOWN]
        ),
        rest=f"and {len(rest)} more like this in {count(files, 'file')}" if rest else "",
    )
