"""``tl connect``: the same engine inside other programs, one command a host."""

import os
from typing import Any

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import Exit, Failure, UsageFailure
from tl_analyzer.cli.lazy_group import LazyGroup


class HostFailure(Failure):
    """A host of another distribution failed."""

    exit_code = Exit.INTERNAL


class HostCommands(LazyGroup):
    """The hosts at hand, listed without importing any."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """List the hosts when none was typed."""
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit(Exit.DONE)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all hosts, what is shipped first."""
        from tl_analyzer.cli.host_command import host_summaries

        return list(host_summaries())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command of one host."""
        from tl_analyzer.cli.host_command import host_command

        return host_command(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the hosts from what is known without importing them."""
        from tl_analyzer.cli.host_command import host_summaries

        with formatter.section("Hosts"):
            formatter.write_dl(list(host_summaries().items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the host; what is configured for all commands holds for it, too."""
        name, command, rest = super().resolve_command(ctx, args)
        if name is not None and command is not None:
            general = dict(ctx.default_map or {})
            below = command.list_commands(ctx) if isinstance(command, click.Group) else ()
            ctx.default_map = {name: {**general, **dict.fromkeys(below, general)}}
        return name, command, rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run the host; of a fault that is not ours it is said whose it is."""
        from tl_analyzer.cli.host_command import extra_of, host_origin
        from tl_analyzer.plugins.containment import described
        from tl_analyzer.remedy import RemediableError

        told = (click.ClickException, click.exceptions.Exit, click.Abort, RemediableError)
        try:
            return super().invoke(ctx)
        except (*told, BrokenPipeError):
            raise
        except Exception as why:
            name = ctx.invoked_subcommand or ""
            foreign, extra = host_origin(name), extra_of(name)
            if os.environ.get("TL_DEBUG"):
                raise
            if foreign:
                remedy = f"Report it to the authors of {foreign}."
                raise HostFailure(f"host {name} failed: {described(why)}", remedy) from why
            if extra and isinstance(why, ModuleNotFoundError):
                remedy = f"pip install 'tl-analyzer[{extra}]'"
                raise UsageFailure(f"host {name} needs {why.name}", remedy) from why
            raise


@click.group(
    cls=HostCommands,
    short_help="Use it inside other programs: MCP, datasette, ...",
    epilog=examples("tl connect", "tl connect mcp --athlete anna", "tl connect garmindb"),
)
def connect() -> None:
    """Use the same engine inside other programs: reports and log stay on this computer.

    `tl connect HOST --help` tells what a host does; nothing is loaded before it is named.
    """
