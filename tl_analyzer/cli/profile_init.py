"""``tl profile init``: a commented profile to start from."""

from importlib.resources import files
from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.options import OUTPUT

#: The commented profile inside this package.
TEMPLATE = "profile_template.toml"


@click.command(
    short_help="Write a commented profile.",
    epilog=examples("tl profile init", "tl profile init training/profile.toml"),
)
@click.argument("file", type=OUTPUT, default="profile.toml")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def init(file: Path, force: bool) -> None:
    """Write a commented profile to FILE (default: profile.toml), for your eyes only."""
    from tl_analyzer.cli.athlete import system_zone
    from tl_analyzer.cli.delivery import write_private

    if file.exists() and not force:
        raise UsageFailure(f"{file} exists", "Name another file, or replace it with --force.")
    template = files("tl_analyzer.cli").joinpath(TEMPLATE).read_text(encoding="utf-8")
    write_private(file, template.replace("Europe/Berlin", system_zone()))
    click.echo(f"wrote {file}; edit it, then run: tl profile check {file}", err=True)
