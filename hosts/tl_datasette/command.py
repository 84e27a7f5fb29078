"""``tl connect datasette``: the command that opens the log store in datasette, said or run."""

import shlex
import sqlite3
import sys
from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.options import STORE

#: Only this computer is answered.
_HOST = "127.0.0.1"
_PORT = 8001
#: How long a query may take: weeks that are asked for the first time are judged within it. [ms]
_LIMIT_MS = 20_000


@click.command(
    name="datasette",
    short_help="Open the log store in datasette, on this computer only.",
    epilog=examples("tl connect datasette", "tl connect datasette --serve"),
)
@click.option("--serve", is_flag=True, help="Run it, until you press Ctrl-C.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="N",
    default=_PORT,
    show_default=True,
    help="Where.",
)
@STORE
def command(serve: bool, port: int, store: Path | None) -> None:
    """Say the command that shows the log store in datasette, or run it with --serve.

    Datasette opens the store to read; the pages are at /-/tl. It answers this computer alone, and
    asks nobody for a password: on a computer that others use, too, they can read what it shows.
    """
    file = _store(store)
    asked = datasette_arguments(file, port)
    if not serve:
        click.echo(shlex.join([sys.executable, "-m", "datasette", *asked]))
        return
    from datasette.cli import cli

    click.echo(f"http://{_HOST}:{port}/-/tl", err=True)
    try:
        cli.main(asked, prog_name="datasette")
    except sqlite3.DatabaseError as why:
        # Datasette looks through every table as it starts.
        raise UsageFailure(
            f"the log store {file} cannot be served: {why}",
            f"`tl report --store {shlex.quote(str(file))}` says what is wrong with it.",
        ) from why


def datasette_arguments(store: Path, port: int) -> list[str]:
    """The arguments with which datasette serves a store.

    Parameters
    ----------
    store : Path
        The file.
    port : int
        Port on this computer. [1]
    """
    from tl_datasette.store_file import fixed

    file = ["--immutable", str(store)] if fixed(str(store)) else [str(store)]
    where = ["--host", _HOST, "--port", str(port)]
    return ["serve", *file, *where, "--setting", "sql_time_limit_ms", str(_LIMIT_MS)]


def _store(chosen: Path | None) -> Path:
    """The store that is meant, where it can be served.

    Raises
    ------
    UsageFailure
        If datasette is not installed, or there is no log store.
    """
    from importlib.util import find_spec

    from tl_analyzer.store.location import default_store
    from tl_datasette.store_file import is_store_file

    if find_spec("datasette") is None:
        raise UsageFailure(
            "datasette is not installed beside tl-analyzer",
            "`pip install 'tl-analyzer[datasette]'` installs it into the same environment.",
        )
    path = (chosen or default_store()).absolute()
    if not path.is_file():
        raise UsageFailure(f"there is no log store at {path}", "`tl import PATH...` makes one.")
    if not is_store_file(str(path)):
        raise UsageFailure(
            f"{path} is no log store of this version",
            "`tl report --store FILE` says what is wrong with it, and brings an older one up.",
        )
    return path
