"""How a command ends when it cannot do what was asked: what is wrong, and what helps."""

from collections.abc import Iterable
from enum import IntEnum
from typing import IO, Any

import click

from tl_analyzer.nearest import nearest
from tl_analyzer.report.wording import clean

#: Longest line of an error. [characters]
_LONGEST = 1000


class Exit(IntEnum):
    """Exit codes a script may rely on."""

    DONE = 0
    #: ``--fail-on LEVEL`` was given and a flag of that level or above exists.
    FLAGGED = 1
    #: Usage or configuration error.
    USAGE = 2
    #: No readable input.
    NO_INPUT = 3
    #: A fault of this program.
    INTERNAL = 70
    INTERRUPTED = 130
    #: The reader of standard output went away.
    BROKEN_PIPE = 141


class Failure(click.ClickException):
    """An end that the user can do something about.

    Parameters
    ----------
    message : str
        What is wrong, where; several lines for several faults.
    hint : str
        What to do next; may be empty.
    """

    exit_code = Exit.USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the failure to standard error."""
        say(self.message, self.hint)


class UsageFailure(Failure):
    """The command line, the profile or another configuration cannot be used."""


class NoInputFailure(Failure):
    """Nothing readable was among the inputs."""

    exit_code = Exit.NO_INPUT


def _for_example(command: click.Command) -> str:
    """The first example below a command's help."""
    lines = (line.strip() for line in (command.epilog or "").splitlines())
    first = next((line for line in lines if line.startswith("tl ")), "")
    return f"For example: {first} - " if first else ""


class NotOneOf(click.BadParameter):
    """A word that is none of those an option takes.

    Parameters
    ----------
    why : click.BadParameter
        The refusal.
    typed : str
        The word.
    known : iterable of str
        The words it takes.
    """

    def __init__(self, why: click.BadParameter, typed: str, known: Iterable[str]) -> None:
        super().__init__(why.message, why.ctx, why.param)
        self.typed, self.known = typed, tuple(known)


def say(message: str, hint: str = "") -> None:
    """Write an error and its remedy to standard error; foreign text in them is made harmless."""
    for line in message.split("\n"):
        click.echo(f"error: {clean(line, _LONGEST)}", err=True)
    if hint:
        click.echo(f"hint: {clean(hint, _LONGEST)}", err=True)


def describe_usage(error: click.UsageError) -> tuple[str, str]:
    """Message and hint of an error that click found."""
    command = error.ctx.command_path if error.ctx else "tl"
    message, near = " ".join(error.format_message().split()), ""
    if isinstance(error, NotOneOf):
        near = nearest(error.typed, error.known)
    elif isinstance(error, click.NoSuchOption) and error.possibilities:
        message, near = error.message, error.possibilities[0]
    guess = f"Did you mean {near}? " if near else ""
    if isinstance(error, click.MissingParameter) and error.ctx:
        guess = _for_example(error.ctx.command)
    return message, f"{guess}`{command} --help` shows how it is used."
