"""What the commands of ``tl new`` share: where the package goes, and what is said at the end."""

from pathlib import Path
from shlex import quote

import click

#: Where the package is put.
INTO = click.option(
    "--into",
    metavar="DIR",
    default=Path(),
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder in which tl-NAME is made; default: here.",
)


def write(kind: str, name: str, into: Path, finally_: str) -> None:
    """Write a package and say how to go on.

    Parameters
    ----------
    kind, name : str
        What it holds, and its name as typed.
    into : Path
        The folder in which its own folder is made.
    finally_ : str
        What works once it is installed.
    """
    from tl_analyzer.scaffold.naming import naming
    from tl_analyzer.scaffold.new_package import write_package

    folder = write_package(kind, naming(name), into)
    click.echo(f"wrote {folder}; next:")
    click.echo(f"  cd {quote(str(folder))}")
    click.echo("  python -m pytest     # it passes as it is: every promise, one test each")
    click.echo(f"  pip install -e .     # {finally_}")
