"""``tl connect garmindb``: put the plugin where GarminDB finds it, or take it away."""

from importlib.util import find_spec
from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.options import PROFILE


@click.command(
    name="garmindb",
    short_help="Let GarminDB write the posture of each ride into its database.",
    epilog=examples(
        "tl connect garmindb --profile training/profile.toml", "tl connect garmindb --remove"
    ),
)
@click.option(
    "--plugins",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="GarminDB's plugin folder; default: the one its configuration leads to.",
)
@PROFILE
@click.option(
    "--remove", "removing", is_flag=True, help="Take the plugin away; the database stays."
)
def command(plugins: Path | None, profile: Path | None, removing: bool) -> None:
    """Let GarminDB write the posture of each ride into its database.

    Puts one small file into GarminDB's plugin folder. Whenever GarminDB imports activities then, it
    keeps for each ride how long the back was bent, seated and standing, in the table
    tl_ride_posture of garmin_activities.db. The position on the bike is that of the profile.
    """
    import tl_analyzer as tl
    from tl_garmindb.installing import Outcome, install, remove
    from tl_garmindb.plugin_folder import plugin_folder
    from tl_garmindb.settings import SETTINGS, profile_there

    if removing and profile is not None:
        raise click.UsageError("--remove takes no --profile")
    folder = plugins or plugin_folder(Path.home())
    if removing:
        outcome = remove(folder)
        click.echo(f"plugin {outcome}: {folder}")
        if outcome is Outcome.REMOVED:
            click.echo("What it wrote stays: the table tl_ride_posture of garmin_activities.db.")
        return
    if profile is not None:
        tl.read_profile(profile)
    click.echo(f"plugin {install(folder, profile)}: {folder}")
    named = profile_there(folder / SETTINGS)
    click.echo(
        f"position on the bike: as {named} says"
        if named
        else "position on the bike: not known, and so assumed; --profile FILE says it"
    )
    click.echo("next: garmindb_cli.py --activities --import")
    if find_spec("garmindb") is None:
        click.echo(
            "note: GarminDB is not installed in the environment of this tl. The plugin needs"
            " tl-analyzer in GarminDB's own: pipx inject garmindb tl-analyzer, or pip there.",
            err=True,
        )
