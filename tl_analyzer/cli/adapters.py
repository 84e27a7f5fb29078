"""``tl adapters``: what can be read, and which distribution it comes from."""

import click

from tl_analyzer.cli.examples import examples


@click.command(short_help="List installed adapters.", epilog=examples("tl adapters"))
def adapters() -> None:
    """List installed adapters, the files each recognises, and what is broken."""
    from tl_analyzer import plugins
    from tl_analyzer.cli.terminal import terminal_layout
    from tl_analyzer.report.sheet import Sheet
    from tl_analyzer.report.wording import clean

    layout = terminal_layout()
    sheet = Sheet(layout)
    installed = plugins.adapters()
    for one in installed:
        origin = clean(f"{one.distribution} {one.version}")
        title = sheet.join(sheet.words(clean(one.name), "bold"), sheet.words(f" ({origin})"))
        sheet.paragraph(title, 0)
        told = one.adapter.recognised if one.adapter else f"cannot be used: {one.error}"
        sheet.paragraph(sheet.words(clean(told, 400)))
    if not installed:
        sheet.paragraph(sheet.words("No adapter is installed: nothing can be read."), 0)
    click.echo(sheet.text(), nl=False, color=layout.color)
