"""``tl profile init``: a commented profile to start from, with your answers in it."""

import sys
from importlib.resources import files
from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.options import OUTPUT

#: The commented profile inside this package.
TEMPLATE = "profile_template.toml"
_OWN_ID = "me"

#: What a profile takes for an id. [characters]
_LONGEST_ID = 80


@click.command(
    short_help="Write a commented profile.",
    epilog=examples(
        "tl profile init", "tl profile init training/profile.toml", "tl profile init --yes"
    ),
)
@click.argument("file", type=OUTPUT, default="profile.toml")
@click.option(
    "--ask/--no-ask",
    default=None,
    help="Ask a few questions first, and write the answers in; by default only on a terminal.",
)
@click.option("--yes", is_flag=True, help="Ask nothing: the commented profile as it is.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def init(file: Path, ask: bool | None, yes: bool, force: bool) -> None:
    """Write a commented profile to FILE (default: profile.toml), for your eyes only.

    On a terminal a few questions are asked; Enter takes what stands in brackets, ? explains.
    """
    from tl_analyzer.athletes.athlete import system_zone
    from tl_analyzer.cli.profile_text import with_values, write_profile

    if file.exists() and not force:
        raise UsageFailure(f"{file} exists", "Name another file, or replace it with --force.")
    if not file.absolute().parent.is_dir():
        raise UsageFailure(f"there is no folder {file.parent}", f"Make it: mkdir -p {file.parent}")
    text = files("tl_analyzer.cli").joinpath(TEMPLATE).read_text(encoding="utf-8")
    if not yes and _may_ask(ask):
        from tl_analyzer.cli.dialogue import Dialogue
        from tl_analyzer.cli.profile_questions import ask_profile

        write_profile(file, ask_profile(Dialogue(), text, _default_id(file), system_zone()))
        click.echo(f"wrote {file}; next, two minutes at a wall: tl screen {file}", err=True)
    else:
        known = {"id": _default_id(file), "timezone": system_zone()}
        write_profile(file, with_values(text, "athlete", known))
        click.echo(f"wrote {file}; edit it, then run: tl profile check {file}", err=True)


def _may_ask(chosen: bool | None) -> bool:
    return chosen if chosen is not None else sys.stdin.isatty() and sys.stderr.isatty()


def _default_id(file: Path) -> str:
    """The folder somebody named for the profile is mostly the athlete's; else it is one's own."""
    return file.parent.name[:_LONGEST_ID] or _OWN_ID
