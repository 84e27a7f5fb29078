"""``tl doctor``: what is installed, where data lies, what is wrong and how it is mended."""

import os
from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import Exit
from tl_analyzer.cli.options import LISTING, STORE


@click.command(
    short_help="Say what is installed, where data lies, what is wrong.",
    epilog=examples("tl doctor", "tl doctor --format json"),
)
@STORE
@click.option("--format", "form", type=LISTING, default="text", show_default=True)
@click.pass_context
def doctor(ctx: click.Context, store: Path | None, form: str) -> None:
    """Say what is installed, where data lies, what is missing and how it is mended.

    Nothing is changed, and nothing leaves this computer. Exit code 0: everything works, perhaps
    with notes; 2: something needs mending.
    """
    from tl_analyzer.cli.doctor_data import data
    from tl_analyzer.cli.doctor_fact import Section
    from tl_analyzer.cli.doctor_installed import installed
    from tl_analyzer.cli.doctor_terminal import surroundings
    from tl_analyzer.cli.doctor_text import doctor_json, doctor_text, is_in_order
    from tl_analyzer.cli.terminal import terminal_layout

    sections = (
        Section("Installed", tuple(installed(os.environ))),
        Section("Your data", tuple(data(os.environ, store))),
        Section("This terminal", tuple(surroundings())),
    )
    layout = terminal_layout()
    write = {"text": doctor_text, "json": doctor_json}[form]
    click.echo(write(sections, layout), nl=False, color=layout.color)
    ctx.exit(Exit.DONE if is_in_order(sections) else Exit.USAGE)
