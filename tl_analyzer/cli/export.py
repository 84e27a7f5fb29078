"""``tl export``: everything in the log store as files that other programs read."""

from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.kinds import ATHLETE, Choice
from tl_analyzer.cli.options import STORE

#: Names of the formats; the same as those of `tl_analyzer.dataset.formats`.
FORMAT_NAMES = ("csv", "parquet", "json")


@click.command(
    short_help="Write everything in the log store to files.",
    epilog=examples(
        "tl export mine/", "tl export mine/ --athlete anna --format json",
        "tl export logs/ --format parquet",
    ),
)  # fmt: skip
@click.argument("out", metavar="OUT", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--athlete", metavar="ID", type=ATHLETE, help="Of one athlete; default: of everybody."
)
@click.option("--format", "form", type=Choice(FORMAT_NAMES), default="csv", show_default=True)
@STORE
def export(out: Path, athlete: str | None, form: str, store: Path | None) -> None:
    """Write everything in the log store into the folder OUT, a folder a table.

    Nothing is left out: athletes with their profiles, every entry as it was read, every source and
    every problem. `tl fleet` reads what is written here.
    """
    from tl_analyzer.athletes.log_store import reading_store
    from tl_analyzer.athletes.stored_athlete import chosen_athlete
    from tl_analyzer.cli.export_tables import export_tables
    from tl_analyzer.report.wording import clean, count
    from tl_analyzer.store.athletes import athletes

    with reading_store(store) as connection:
        whom = (chosen_athlete(connection, athlete),) if athlete else athletes(connection)
        written = export_tables(connection, whom, out, form)
    rows = sum(table.rows for part in written.parts for table in part.tables.values())
    who = clean(athlete) if athlete else count(len(whom), "athlete")
    click.echo(f"{who}: {count(rows, 'row')} in {clean(str(out), 500)}")
