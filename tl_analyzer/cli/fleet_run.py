"""What ``tl fleet`` does: opens workers, shows progress, and says what came of it."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from tl_analyzer.athletes.athlete import system_zone
from tl_analyzer.athletes.moment import DEFAULT_WEEK, as_of_instant, chosen_week
from tl_analyzer.cli.failure import Exit, Failure, NoInputFailure, UsageFailure
from tl_analyzer.cli.terminal import progress
from tl_analyzer.dataset.fault import DatasetError, UnreadableDatasetError
from tl_analyzer.dataset.log_tables import log_tables
from tl_analyzer.dataset.manifest import Part, unfinished_run
from tl_analyzer.dataset.table import Table
from tl_analyzer.dataset.writing import Target
from tl_analyzer.fleet.cluster import cluster
from tl_analyzer.fleet.engine import IncompleteError, Workers
from tl_analyzer.fleet.fault import FleetError
from tl_analyzer.fleet.folders import athlete_folders
from tl_analyzer.fleet.processes import processes
from tl_analyzer.fleet.result_columns import RESULT_TABLES
from tl_analyzer.fleet.review import Review
from tl_analyzer.fleet.running import Outcome, analyse, import_folders, logs_of
from tl_analyzer.report.wording import clean, count

#: Errors of single athletes that the summary repeats. [1]
_EXAMPLES = 3
_LONGEST_LINE = 200

#: Where a week begins first: one that has not begun there has begun nowhere.
_FIRST_ZONE = "Pacific/Kiritimati"


class _WorkersFailure(Failure):
    exit_code = Exit.INTERNAL


@dataclass(frozen=True)
class Where:
    """What is read, what is written, and who does it.

    Attributes
    ----------
    source, out : Path
        The folders, in full.
    form : str
        Format of the dataset that is written.
    jobs : int or None
        Processes on this machine. [1]
    scheduler : str or None
        Address of a Dask cluster.
    """

    source: Path
    out: Path
    form: str
    jobs: int | None
    scheduler: str | None

    def target(self, tables: tuple[Table, ...]) -> Target:
        """Where tables go."""
        return Target(self.out, self.form, tables)

    def workers(self) -> AbstractContextManager[Workers]:
        """Open the workers."""
        if self.scheduler:
            return cluster(self.scheduler, (self.source, self.out))
        return nullcontext(processes(self.jobs or os.cpu_count() or 1))


def analyse_all(where: Where, week: str | None, as_of: str | None) -> None:
    """Analyse a dataset of logs."""
    with _refused(where):
        review = _review(where.out, week, as_of)
        logs = logs_of(where.source)
        target = where.target(RESULT_TABLES)
        with _told("analysing", sum(part.athletes for part in logs.parts)) as told:
            outcome = analyse(where.source, logs, target, review, where.workers, told)
    _say(outcome, where, f"reports of week {review.week} as of {review.as_of}")


def import_all(where: Where) -> None:
    """Read athletes' folders into a dataset of logs."""
    with _refused(where):
        folders = athlete_folders(where.source)
        target = where.target(log_tables())
        with _told("importing", len(folders)) as told:
            outcome = import_folders(folders, target, system_zone(), where.workers, told)
    _say(outcome, where, "logs")


def _review(out: Path, week: str | None, as_of: str | None) -> Review:
    """Check what is asked; a run that was stopped goes on as of the moment it began with."""
    asked = week or DEFAULT_WEEK
    begun = unfinished_run(out)
    if as_of is None and begun.get("week") == asked:
        as_of = begun.get("as_of")
    moment = as_of or datetime.now(UTC).isoformat(timespec="seconds")
    chosen_week(asked, _FIRST_ZONE, as_of_instant(moment, _FIRST_ZONE))
    return Review(asked, moment)


@contextmanager
def _told(label: str, athletes: int) -> Iterator[Callable[[Part], None]]:
    """Show how many athletes are done."""
    with progress(label) as tell:
        yield lambda part: tell(f"bucket {part.bucket}", part.athletes, athletes)


@contextmanager
def _refused(where: Where) -> Iterator[None]:
    """Turn what a run cannot do into how the command ends."""
    try:
        yield
    except UnreadableDatasetError as why:
        raise NoInputFailure(why.message, why.remedy) from why
    except (DatasetError, FleetError) as why:
        raise UsageFailure(why.message, why.remedy) from why
    except IncompleteError as why:
        raise _WorkersFailure(
            str(why), "What is done is kept: the same command goes on where this one ended."
        ) from why
    except OSError as why:
        raise UsageFailure(
            f"cannot write {why.filename or where.out}: {why.strerror or why}",
            "Name a folder that exists or can be made, on a disk with room.",
        ) from why


def _say(outcome: Outcome, where: Where, what: str) -> None:
    buckets = count(len(outcome.manifest.parts), "bucket")
    click.echo(f"{count(outcome.athletes, 'athlete')} in {buckets}: {what} in {where.out}")
    if outcome.skipped:
        click.echo(f"{count(outcome.skipped, 'bucket')} of them had been done before")
    if outcome.failed:
        click.echo(f"{count(outcome.failed, 'athlete')} could not be read or analysed:")
        for error in outcome.errors[:_EXAMPLES]:
            click.echo(f"  {clean(error, _LONGEST_LINE)}")
        if outcome.failed > _EXAMPLES:
            click.echo("  ... the table `athletes` says why for each")
    if outcome.failed == outcome.athletes:
        raise NoInputFailure(
            f"nothing came of any athlete in {where.source}",
            "The table `athletes` says why for each." if outcome.athletes else "",
        )
