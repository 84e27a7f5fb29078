"""Which column of a table means what: a numbered list, and Enter accepts the guess."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from tl_analyzer import plugins
from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.athletes.athlete import Resolved
from tl_analyzer.cli.check_account import Account, FileAccount, State
from tl_analyzer.column_map import column_key
from tl_analyzer.column_question import AsksColumns, ColumnQuestion
from tl_analyzer.intake.limits import Limits
from tl_analyzer.intake.walk import walk
from tl_analyzer.log import Problem
from tl_analyzer.parsing.bounds import bounds
from tl_analyzer.parsing.written_dates import DateOrder, Unclear, date_order, read_moment
from tl_analyzer.report.wording import clean

#: Codes of problems that a column map would solve.
_OPEN = ("columns-guessed", "no-table")
#: Values of a column that are shown, and their length. [1], [characters]
_SHOWN, _LENGTH = 3, 20
_DATE = "date"
_NOT_READ = 0


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """What the columns of a table mean.

    Attributes
    ----------
    adapter : str
        Who reads such tables.
    means : dict of str to str
        Header by what it means.
    dates : str
        ``day-first``, ``month-first``, or empty where the dates tell.
    """

    adapter: str
    means: dict[str, str]
    dates: str = ""


def ask_columns(who: Resolved, paths: Sequence[Path], found: Account) -> list[TableAnswer]:
    """Ask about each table that nobody explained; tables with the same header once."""
    answers: dict[tuple[str, ...], TableAnswer | None] = {}
    for file, adapter, question in _questions(who, paths, found):
        header = tuple(column_key(name) for name in question.header)
        if header not in answers:
            answers[header] = _ask(file, adapter, question)
    return [answer for answer in answers.values() if answer is not None]


def _questions(
    who: Resolved, paths: Sequence[Path], found: Account
) -> Iterator[tuple[FileAccount, str, ColumnQuestion]]:
    left_open = {file.source.file: file for file in found.files if _is_open(file)}
    installed: list[object] = [entry.value for entry in plugins.adapters()]
    asking: list[AsksColumns] = [each for each in installed if isinstance(each, AsksColumns)]
    for source in _sources(paths) if left_open else ():
        file = left_open.get(source.name)
        for adapter in _concerned(asking, file):
            for question in _questions_of(adapter, source, who.reading):
                if file is not None:
                    yield file, adapter.name, question


def _concerned(asking: Sequence[AsksColumns], file: FileAccount | None) -> list[AsksColumns]:
    """Whoever read the file; of one that nobody recognised, everybody who asks."""
    if file is None:
        return []
    return [each for each in asking if file.source.adapter in ("", each.name)]


def _questions_of(
    adapter: AsksColumns, source: SourceFile, reading: Reading
) -> tuple[ColumnQuestion, ...]:
    # A stranger's adapter may raise anything; that costs its questions, never the run.
    try:
        return adapter.questions(source, reading)
    except Exception:
        return ()


def _is_open(file: FileAccount) -> bool:
    if file.state is State.UNKNOWN:
        return file.source.opened
    return any(problem.code in _OPEN for problem in file.problems)


def _sources(paths: Sequence[Path]) -> Iterator[SourceFile]:
    for path in paths:
        for found in walk(path, Limits()):
            if not isinstance(found, Problem):
                yield found


def _ask(file: FileAccount, adapter: str, question: ColumnQuestion) -> TableAnswer | None:
    name = clean(file.source.file)
    click.echo(f"\n{name}: nobody has said yet what the columns of this table mean.", err=True)
    known = file.source.adapter == adapter
    if not click.confirm(f"Is it a table of {question.about}?", default=known, err=True):
        return None
    _list_meanings(question)
    while True:
        means = _ask_each(question)
        missing = question.missing(means)
        if not missing:
            break
        told = "; ".join(" or ".join(group) for group in missing)
        click.echo(f"Still needed: {told}.", err=True)
        if not click.confirm("Answer again?", default=True, err=True):
            return None
    return TableAnswer(adapter, means, _ask_order(question, means))


def _list_meanings(question: ColumnQuestion) -> None:
    click.echo("Columns can mean:", err=True)
    click.echo(f"{_NOT_READ:>4}  nothing that is read here", err=True)
    for number, meaning in enumerate(question.meanings, start=1):
        click.echo(f"{number:>4}  {meaning.told}", err=True)
    click.echo("Type a number for each column; Enter accepts the one in brackets.", err=True)


def _ask_each(question: ColumnQuestion) -> dict[str, str]:
    keys = [meaning.key for meaning in question.meanings]
    guessed = {column_key(name): keys.index(key) + 1 for key, name in question.guess.items()}
    means: dict[str, str] = {}
    for place, name in enumerate(question.header):
        if not name or name in question.follow:
            continue
        while True:
            number = click.prompt(
                _shown(name, question, place),
                type=click.IntRange(_NOT_READ, len(keys)),
                default=guessed.get(column_key(name), _NOT_READ),
                err=True,
            )
            if number == _NOT_READ:
                break
            if keys[number - 1] not in means:
                means[keys[number - 1]] = name
                break
            click.echo(f"That is already {clean(means[keys[number - 1]])!r}.", err=True)
    return means


def _shown(name: str, question: ColumnQuestion, place: int) -> str:
    values = dict.fromkeys(clean(value, _LENGTH) for value in _column(question, place) if value)
    some = ", ".join(list(values)[:_SHOWN])
    return f"  {clean(name)}" + (f" ({some})" if some else "")


def _column(question: ColumnQuestion, place: int) -> list[str]:
    return [row[place] for row in question.values if place < len(row)]


def _ask_order(question: ColumnQuestion, means: dict[str, str]) -> str:
    """Ask which of day and month comes first, where no date of the table tells."""
    if _DATE not in means:
        return ""
    dates = [value for value in _column(question, question.header.index(means[_DATE])) if value]
    years = range(bounds().year_least, bounds().year_most + 1)
    read = [read_moment(text, DateOrder.UNDECIDED, years) for text in dates]
    unclear = [
        text
        for text, found in zip(dates, read, strict=True)
        if isinstance(found, Unclear) and found.code == "date-ambiguous"
    ]
    if not unclear or date_order(dates) is not DateOrder.UNDECIDED:
        return ""
    return str(
        click.prompt(
            f"In {clean(unclear[0])}, what comes first",
            type=click.Choice(("day-first", "month-first")),
            err=True,
        )
    )
