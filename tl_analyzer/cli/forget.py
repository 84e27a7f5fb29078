"""``tl forget``: remove an athlete or a source from the log store, completely."""

import sys
from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.kinds import ATHLETE
from tl_analyzer.cli.options import STORE


@click.command(
    short_help="Remove an athlete or a source from the log store.",
    epilog=examples("tl forget --athlete anna", "tl forget --source old.csv --athlete anna --yes"),
)
@click.option("--athlete", metavar="ID", type=ATHLETE, help="Who is forgotten, or whose source.")
@click.option("--source", metavar="FILE", help="Only what was read from this file or archive.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@STORE
def forget(athlete: str | None, source: str | None, yes: bool, store: Path | None) -> None:
    """Remove everything of an athlete, or of one source; nothing of it is left in the store.

    Your own files are not touched.
    """
    from tl_analyzer.athletes.log_store import reading_store
    from tl_analyzer.athletes.stored_athlete import chosen_athlete
    from tl_analyzer.cli.log_store import writing_store
    from tl_analyzer.report.wording import clean, count
    from tl_analyzer.store.forgetting import forget_athlete, forget_source

    if athlete is None and source is None:
        raise UsageFailure("nothing to forget was named", "Name --athlete ID or --source FILE.")
    with reading_store(store) as connection:
        who = chosen_athlete(connection, athlete).id
    what = f"source {source} of {who}" if source else f"all of {who}"
    _confirm(clean(what, 500), yes=yes)
    with writing_store(store) as connection:
        gone = forget_source(connection, who, source) if source else forget_athlete(connection, who)
    click.echo(f"forgotten: {clean(what, 500)}, {count(gone, 'entry', 'entries')}")


def _confirm(what: str, *, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageFailure(
            f"nobody is there to confirm that {what} is forgotten", "Say --yes, if it is meant."
        )
    click.confirm(f"Forget {what}? It cannot be undone.", abort=True, err=True)
