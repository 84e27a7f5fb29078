"""How a command ends when it cannot do what was asked: what is wrong, and what helps."""

from enum import IntEnum
from typing import IO, Any

import click

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


def say(message: str, hint: str = "") -> None:
    """Write an error and its remedy to standard error; foreign text in them is made harmless."""
    for line in message.split("\n"):
        click.echo(f"error: {clean(line, _LONGEST)}", err=True)
    if hint:
        click.echo(f"hint: {clean(hint, _LONGEST)}", err=True)


def describe_usage(error: click.UsageError) -> tuple[str, str]:
    """Message and hint of an error that click found."""
    command = error.ctx.command_path if error.ctx else "tl"
    return error.format_message(), f"`{command} --help` shows how it is used."
