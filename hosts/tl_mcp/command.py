"""``tl mcp``: serve the log store, or a folder, to an assistant."""

import os
import sys
from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.kinds import ATHLETE
from tl_analyzer.cli.options import INPUT, PROFILE, STORE
from tl_analyzer.remedy import RemediableError

#: What the SDK is imported as.
_SDK = ("mcp", "mcp_types")

#: Exit code of a command that was interrupted.
_INTERRUPTED = 130


@click.command(
    name="mcp",
    short_help="Serve reports to an assistant (MCP over stdio).",
    epilog=examples(
        "tl mcp --athlete anna",
        "tl mcp --all-athletes",
        "tl mcp athletes/ --athlete anna --athlete ben",
        "tl mcp training/ --profile anna.toml",
    ),
)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=INPUT)
@click.option(
    "--athlete",
    "ids",
    metavar="ID",
    multiple=True,
    type=ATHLETE,
    help="Who may be asked about, and nobody else. May be repeated.",
)
@click.option("--all-athletes", "everybody", is_flag=True, help="Everybody may be asked about.")
@PROFILE
@STORE
def command(
    paths: tuple[Path, ...],
    ids: tuple[str, ...],
    everybody: bool,
    profile: Path | None,
    store: Path | None,
) -> None:
    """Answer an assistant over standard input and output: nothing is changed, nothing sent.

    Without PATH the answers come from the log store; PATH is a folder of athletes' folders, or one
    athlete's own files. Only who is named with --athlete may be asked about, or everybody with
    --all-athletes; one athlete's own PATH opens that one.

    An assistant starts this command by itself: give it `tl` as command and the rest as arguments.
    """
    from tl_mcp.wire import straying_to_stderr

    # What a plugin prints while it is loaded must not reach the protocol either.
    with straying_to_stderr():
        try:
            from tl_mcp.server import server_of
        except ImportError as why:
            if (why.name or "").partition(".")[0] not in _SDK:
                raise
            raise RemediableError(
                "this needs the MCP SDK, version 2", "pip install 'tl-analyzer[mcp]'"
            ) from why
        from tl_mcp.doors import doors_to

        server = server_of(doors_to(paths, ids, everybody, store, profile))
    if sys.stdin.isatty():
        click.echo("waiting for an assistant on standard input; Ctrl-C ends it", err=True)
    try:
        server.run("stdio")
    except KeyboardInterrupt:
        # A thread waits for standard input, and would keep the process until somebody types.
        click.echo("interrupted", err=True)
        os._exit(_INTERRUPTED)
