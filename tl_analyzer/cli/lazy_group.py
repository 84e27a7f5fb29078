"""A click group whose commands are imported only when they run."""

from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar, NamedTuple

import click

from tl_analyzer.cli.failure import Exit, UsageFailure
from tl_analyzer.nearest import nearest


class LazyCommand(NamedTuple):
    """Where a command lives, and what the list of commands says about it.

    Attributes
    ----------
    module, attribute : str
        The command is ``module.attribute``.
    summary : str
        One line for the list of commands; the same as the command's own short help.
    """

    module: str
    attribute: str
    summary: str

    def load(self) -> click.Command:
        """Import the command."""
        command = getattr(import_module(self.module), self.attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{self.module}.{self.attribute} is not a command")
        return command


class LazyGroup(click.Group):
    """A group that lists its commands without importing them; subclasses name them."""

    lazy: ClassVar[Mapping[str, LazyCommand]] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, in the order they were given."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        entry = self.lazy.get(cmd_name)
        return None if entry is None else entry.load()

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from what is known without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in self.lazy.items()])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Show the help, as a usage error, when no command was typed."""
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(Exit.USAGE)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed, or say which one is near."""
        typed = args[0]
        known = self.list_commands(ctx)
        if not typed.startswith("-") and typed not in known:
            near = nearest(typed, known)
            path = ctx.command_path
            raise UsageFailure(
                f"{path} has no command {typed!r}",
                f"Did you mean `{path} {near}`?" if near else f"`{path} --help` lists them all.",
            )
        return super().resolve_command(ctx, args)
