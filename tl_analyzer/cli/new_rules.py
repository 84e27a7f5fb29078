"""``tl new rules``: a package with a further rule that passes its tests as it is."""

from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.new_package import INTO, write


@click.command(
    short_help="A package that judges further.",
    epilog=examples("tl new rules rest-days", "tl new rules rest-days --into ~/src"),
)
@click.argument("name", metavar="NAME")
@INTO
def rules(name: str, into: Path) -> None:
    """Write a package tl-NAME with a rule, its numbers, sources and cases; it works as written."""
    write("rules", name, into, "then `tl report` asks its rule")
