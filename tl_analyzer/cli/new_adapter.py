"""``tl new adapter``: a package that reads another source, and passes its tests as it is."""

from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.new_package import INTO, write


@click.command(
    short_help="A package that reads another source.",
    epilog=examples("tl new adapter row-book", "tl new adapter row-book --into ~/src"),
)
@click.argument("name", metavar="NAME")
@INTO
def adapter(name: str, into: Path) -> None:
    """Write a package tl-NAME with an adapter, a sample and tests; it works as written."""
    write("adapter", name, into, "then `tl check samples/sessions.csv` reads the sample")
