"""``llm tl``: the weekly report and its flags, made and shown on this computer."""

from collections.abc import Callable
from typing import Any

import click

from tl_llm.unanswered import UnansweredError

_PLACES = (
    click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True)),
    click.option("--athlete", metavar="ID", help="Whose week; not needed where there is one."),
    click.option("--week", default="last", show_default=True, help="2026-W46, this or last."),
    click.option("--as-of", metavar="TIME", help="Repeat the report as of an ISO instant."),
    click.option("--profile", type=click.Path(exists=True, dir_okay=False), help="Profile (TOML)."),
    click.option("--store", type=click.Path(dir_okay=False), help="The log store."),
)


def _asks(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_PLACES):
        command = option(command)
    return command


@click.group(name="tl")
def tl() -> None:
    """Training load at the thoracolumbar junction: never a diagnosis.

    These commands call no model: what they print stays here. A report goes to a model when you
    send it there: by a pipe, with -f tl:ATHLETE/WEEK, or with a tool (-T tl_flags), which answers
    only about athletes named in TL_LLM_ATHLETES.
    """


@tl.command()
@_asks
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "md", "json"]),
    default="text",
    show_default=True,
    help="How it is written.",
)
def weekly(form: str, **asked: Any) -> None:
    """Write the weekly report, from PATHs or from the log store; no model is called."""
    from tl_llm.asked import notice, rendered

    report = _report(asked)
    click.echo(_told(lambda: rendered(report, form)), nl=False)
    if form == "json":
        # The published document has no place for it.
        click.echo(_told(notice), err=True)


@tl.command()
@_asks
def flags(**asked: Any) -> None:
    """List the flags of a week, from PATHs or from the log store; no model is called."""
    from tl_llm.asked import notice
    from tl_llm.flag_lines import flag_lines

    for line in flag_lines(_report(asked), _told(notice)):
        click.echo(line)


def _report(asked: dict[str, Any]) -> Any:
    from tl_llm.asked import weekly_report

    return _told(lambda: weekly_report(**asked))


def _told(question: Callable[[], Any]) -> Any:
    """The answer, or an end with what is wrong and what helps."""
    try:
        return question()
    except UnansweredError as why:
        raise click.ClickException(f"{why.message}\nHint: {why.remedy}") from why
