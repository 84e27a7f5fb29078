"""``tl plugins``: what is installed of every kind, where it comes from, and what is broken."""

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.kinds import Choice
from tl_analyzer.cli.options import LISTING
from tl_analyzer.plugins.group import GROUPS

_PREFIX = "tl_analyzer."
#: Groups by the word that names them here.
_BY_WORD = {group.name.removeprefix(_PREFIX): group for group in GROUPS}


@click.command(
    short_help="List installed plugins of every kind.",
    epilog=examples("tl plugins", "tl plugins --group rules --all", "tl --no-plugins plugins"),
)
@click.option("--group", "word", type=Choice(tuple(_BY_WORD)), help="Plugins of this kind alone.")
@click.option("--all", "every", is_flag=True, help="Also list what is shipped one by one.")
@click.option("--format", "form", type=LISTING, default="text", show_default=True)
def plugins(word: str | None, every: bool, form: str) -> None:
    """List every installed plugin with its distribution, version and contract, or its error.

    `tl --no-plugins COMMAND` leaves out what is not shipped. TL_LOAD_PLUGINS=NAME,... loads the
    plugins or distributions that it names, and of others nothing.
    """
    from tl_analyzer.cli.doctor_installed import say_unknown_plugins
    from tl_analyzer.cli.plugin_list import installed_plugins
    from tl_analyzer.cli.plugin_list_text import plugins_json, plugins_text

    groups = GROUPS if word is None else (_BY_WORD[word],)
    found = tuple(installed_plugins(groups))
    told = plugins_json(found) if form == "json" else plugins_text(found, every=every)
    click.echo(told, nl=False)
    say_unknown_plugins()
