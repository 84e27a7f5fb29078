"""The log store -> a dataset of logs."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import tomlkit

from tl_analyzer import __version__
from tl_analyzer.athletes.athlete import system_zone
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.terminal import progress
from tl_analyzer.dataset.bucket import bucket_of, buckets_for
from tl_analyzer.dataset.fault import DatasetError
from tl_analyzer.dataset.formats import FORMATS
from tl_analyzer.dataset.log_tables import ACKNOWLEDGEMENTS, ATHLETES, LOGS, log_tables
from tl_analyzer.dataset.manifest import Manifest, begin, check_target, write_manifest
from tl_analyzer.dataset.table import described
from tl_analyzer.dataset.writing import AthleteRows, Target, write_bucket
from tl_analyzer.store.acknowledgements import acknowledgements
from tl_analyzer.store.athletes import StoredAthlete
from tl_analyzer.store.connection import Connection
from tl_analyzer.store.loading import stored_tables
from tl_analyzer.tables.acknowledged import acknowledgement_row

#: An export is made whole every time: there is nothing it could go on from.
_KEY = "export"


def export_tables(
    connection: Connection, athletes: Sequence[StoredAthlete], out: Path, form: str
) -> Manifest:
    """Write some athletes' logs.

    Parameters
    ----------
    connection : Connection
        The store.
    athletes : sequence of StoredAthlete
        Whose.
    out : Path
        Folder of the dataset.
    form : str
        Name of its format.

    Raises
    ------
    UsageFailure
        If it cannot be written.
    """
    try:
        FORMATS[form].require()
        check_target(out, LOGS)
        return _written(connection, athletes, Target(out, form, log_tables()))
    except DatasetError as why:
        raise UsageFailure(why.message, why.remedy) from why
    except OSError as why:
        raise UsageFailure(
            f"cannot write {why.filename or out}: {why.strerror or why}",
            "Name a folder that exists or can be made, on a disk with room.",
        ) from why


def _written(connection: Connection, athletes: Sequence[StoredAthlete], target: Target) -> Manifest:
    manifest = Manifest(
        kind=LOGS,
        format=target.format,
        buckets=buckets_for(len(athletes)),
        made_from={"tl-analyzer": __version__},
        tables=described(target.tables),
    )
    begin(target.folder, manifest)
    with progress("exporting") as tell, connection.snapshot():
        parts = {}
        for bucket in range(manifest.buckets):
            mine = [a for a in athletes if bucket_of(a.id, manifest.buckets) == bucket]
            rows = _rows(connection, sorted(mine, key=lambda a: a.id))
            parts[bucket] = write_bucket(target, bucket, _KEY, rows)
            tell(f"bucket {bucket}", len(mine), len(athletes))
    return write_manifest(target.folder, manifest, parts)


def _rows(connection: Connection, athletes: Sequence[StoredAthlete]) -> Iterator[AthleteRows]:
    for athlete in athletes:
        tables = {
            name: list(zip(*columns, strict=True))
            for name, columns in stored_tables(connection, athlete.id).items()
        }
        own = (athlete.profile or _least(athlete.id), athlete.mapping or None, None)
        seen = [acknowledgement_row(each) for each in acknowledgements(connection, athlete.id)]
        yield AthleteRows(athlete.id, {ATHLETES: [own], ACKNOWLEDGEMENTS: seen, **tables})


def _least(athlete: str) -> str:
    """The profile of an athlete who gave none: the name, and the zone here, as for a report."""
    return tomlkit.dumps({"schema": 1, "athlete": {"id": athlete, "timezone": system_zone()}})
