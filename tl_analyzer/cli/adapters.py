"""``tl adapters``: what can be read, which distribution it comes from, and what it promises."""

from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import Exit
from tl_analyzer.cli.options import INPUT


@click.command(
    short_help="List installed adapters.",
    epilog=examples("tl adapters", "tl adapters --verify samples/my-scale.csv"),
)
@click.option(
    "--verify",
    "samples",
    metavar="SAMPLE",
    multiple=True,
    type=INPUT,
    help="For authors: check what an adapter promises with this sample. May be repeated.",
)
@click.pass_context
def adapters(ctx: click.Context, samples: tuple[Path, ...]) -> None:
    """List installed adapters, the files each recognises, and what is broken."""
    from tl_analyzer import plugins
    from tl_analyzer.cli.adapter_promises import verified
    from tl_analyzer.cli.doctor_installed import say_unknown_plugins
    from tl_analyzer.cli.terminal import terminal_layout
    from tl_analyzer.report.sheet import Sheet
    from tl_analyzer.report.wording import clean

    layout = terminal_layout()
    sheet = Sheet(layout)
    installed = plugins.adapters()
    if samples:
        kept = verified(samples, installed, sheet)
        click.echo(sheet.text(), nl=False, color=layout.color)
        ctx.exit(Exit.DONE if kept else Exit.FLAGGED)
    for one in installed:
        origin = clean(f"{one.distribution} {one.version}")
        title = sheet.join(sheet.words(clean(one.name), "bold"), sheet.words(f" ({origin})"))
        sheet.paragraph(title, 0)
        told = one.value.recognised if one.value else f"cannot be used: {one.error}"
        sheet.paragraph(sheet.words(clean(told, 400)))
    say_unknown_plugins()
    if not installed:
        sheet.paragraph(sheet.words("No adapter is in use: nothing can be read."), 0)
    click.echo(sheet.text(), nl=False, color=layout.color)
