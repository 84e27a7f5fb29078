"""``tl fleet``: many athletes' logs, over local processes or a Dask cluster."""

from pathlib import Path

import click
from click.core import ParameterSource

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.kinds import Choice
from tl_analyzer.cli.options import WEEK

#: Names of the formats; the same as those of `tl_analyzer.dataset.formats`.
FORMAT_NAMES = ("parquet", "csv", "json")


@click.command(
    short_help="Analyse a dataset of many athletes.",
    epilog=examples(
        "tl fleet logs/ reports/ --week 2026-W46 --as-of 2026-11-16",
        "tl fleet --import folders/ logs/ --jobs 8",
        "tl fleet logs/ reports/ --scheduler tcp://host:8786",
    ),
)
@click.argument("source", metavar="IN", type=click.Path(exists=True, path_type=Path))
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option(
    "--import",
    "importing",
    is_flag=True,
    help="IN holds one folder an athlete; OUT becomes a dataset of their logs.",
)
@WEEK
@click.option("--as-of", metavar="INSTANT", help="When reports are made; default: now.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes on this machine; default: one a core.",
)
@click.option("--scheduler", metavar="ADDRESS", help="A Dask cluster: tcp://host:8786.")
@click.option("--format", "form", type=Choice(FORMAT_NAMES), default="parquet", show_default=True)
def fleet(
    source: Path,
    out: Path,
    importing: bool,
    week: str | None,
    as_of: str | None,
    jobs: int | None,
    scheduler: str | None,
    form: str,
) -> None:
    """Analyse every athlete of the dataset IN and write a dataset of reports to OUT.

    A run that was stopped goes on where it was. An athlete who cannot be analysed is a row that
    says why.
    """
    typed = click.get_current_context().get_parameter_source("jobs")
    if scheduler and typed is ParameterSource.DEFAULT_MAP:
        jobs = None  # what is configured for processes says nothing of a cluster
    if scheduler and jobs:
        raise UsageFailure(
            "--jobs and --scheduler exclude each other",
            "A cluster has as many workers as were started for it.",
        )
    if importing and (week or as_of):
        raise UsageFailure(
            "--import reads whole logs: --week and --as-of mean nothing to it",
            "Give them when the dataset is analysed.",
        )
    if not source.is_dir():
        raise UsageFailure(f"{source} is a file", "Name the folder of a dataset.")
    from tl_analyzer.cli import fleet_run

    where = fleet_run.Where(source.resolve(), out.resolve(), form, jobs, scheduler)
    if importing:
        fleet_run.import_all(where)
    else:
        fleet_run.analyse_all(where, week, as_of)
