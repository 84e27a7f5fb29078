"""What is said once a file: the guessed columns, days filled down, words not known."""

import json
from collections.abc import Sequence
from functools import partial

from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_table.layout import Layout, map_key
from tl_table.role import Role

#: Columns that are named in a note. [1]
_NAMED = 12
_note = partial(Problem, kind=ProblemKind.NOTE)


def means_of(layout: Layout) -> dict[str, str]:
    """What a map says of a layout: header by key. Of a wide table the first set stands for all."""
    means: dict[str, str] = {}
    numbered: set[Role] = set()
    for column in sorted(layout.columns, key=lambda each: each.number):
        if column.number and column.role in numbered:
            continue
        if column.number:
            numbered.add(column.role)
        means.setdefault(map_key(column), " ".join(column.name.split()))
    return means


def columns_toml(adapter: str, layout: Layout) -> str:
    """The map of a layout, as it stands in a profile."""
    lines = ["[[columns]]", f"adapter = {_quoted(adapter)}"]
    if layout.order:
        lines.append(f"dates = {_quoted(layout.order)}")
    lines.append("[columns.means]")
    lines += [f"{key} = {_quoted(name)}" for key, name in means_of(layout).items()]
    return "\n".join(lines)


def guessed(file: str, adapter: str, layouts: Sequence[Layout]) -> Problem:
    """Say how columns were understood that nobody explained, and what keeps it so."""
    first = layouts[0]
    read = ", ".join(
        f"{map_key(column)} from {echo(column.name)}" for column in first.columns[:_NAMED]
    )
    unread = ", ".join(echo(name) for name in first.unread[:_NAMED])
    maps = "\n\n".join(dict.fromkeys(columns_toml(adapter, layout) for layout in layouts))
    return _note(
        file=file,
        code="columns-guessed",
        found=f"a table without a column map, read by its header: {read}"
        + (f"; not read: {unread}" if unread else ""),
        expected="the meaning of its columns in the profile",
        hint=f"If that is right, keep it: `tl check` asks for it, or write in the profile\n{maps}",
    )


def filled_down(file: str, lines: Sequence[int]) -> Problem:
    """Say that rows took their day or exercise from a row above."""
    return _note(
        file=file,
        line=lines[0],
        code="filled-down",
        found=f"rows without a date or exercise of their own: {len(lines)}",
        expected="both in every row",
        hint="They were read with those of the row above, as in merged cells.",
    )


def strange_types(file: str, words: dict[str, int]) -> Problem:
    """Say that words for kinds of sets are not known."""
    named = ", ".join(echo(word) for word in list(words)[:_NAMED])
    return _note(
        file=file,
        line=min(words.values()),
        code="set-type-unknown",
        found=f"sets of a kind called {named}",
        expected="working, warm-up, drop or failure",
        hint="They were read as working sets.",
    )


def planned(file: str, lines: Sequence[int]) -> Problem:
    """Say that rows hold a plan."""
    return _note(
        file=file,
        line=lines[0],
        code="planned-rows",
        found=f"rows with work to be done (a range, a percentage, AMRAP): {len(lines)}",
        expected="repetitions and loads as performed",
        hint="A plan is not work done: these rows or sets were set aside. Write what was done.",
    )


def hidden_sheets(file: str, names: Sequence[str]) -> Problem:
    """Say which sheets were not looked at."""
    named = ", ".join(echo(name) for name in names[:_NAMED])
    return _note(
        file=file,
        code="sheet-hidden",
        found=f"hidden sheets: {named}",
        expected="sheets that can be seen",
        hint="They were not read; unhide them if they hold training.",
    )


def sheet_without_table(file: str, name: str) -> Problem:
    """Say that a sheet holds no table that is understood."""
    return _note(
        file=file,
        code="sheet-without-table",
        found=f"sheet {echo(name)} without a header that has date, exercise and sets",
        expected="a table of strength work",
        hint="It was not read. If it holds training, name its columns: `tl check` asks for them.",
    )


def valueless(file: str, count: int) -> Problem:
    """Say that formulas came without their values."""
    return _note(
        file=file,
        code="formula-without-value",
        found=f"formulas without a stored value: {count}",
        expected="values",
        hint="Their cells were read as empty; open the workbook in a spreadsheet program, save it.",
    )


def unknown_meanings(file: str, words: Sequence[str]) -> Problem:
    """Say that a map uses words that mean nothing here."""
    known = ", ".join(Role)
    return _note(
        file=file,
        code="column-meaning-unknown",
        found=f"column meanings {', '.join(echo(word) for word in words[:_NAMED])}",
        expected=f"some of {known}, set_1, reps_1, load_1",
        hint="Correct `means` in the [[columns]] of the profile; these columns were not read.",
    )


def _quoted(text: str) -> str:
    """A TOML string; JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
