"""The report of one athlete's folder by the way of the fleet: import, dataset, analysis, tables."""

from pathlib import Path
from typing import Any

from tests.fleet.small_fleet import parts_of_reports, threads
from tl_analyzer.dataset.log_tables import log_tables
from tl_analyzer.dataset.writing import Target
from tl_analyzer.fleet.folders import AthleteFolder
from tl_analyzer.fleet.result_columns import RESULT_TABLES
from tl_analyzer.fleet.review import Review
from tl_analyzer.fleet.running import analyse, import_folders, logs_of


def parts_by_fleet(
    folder: Path, athlete: str, work: Path, review: Review, zone: str = "UTC", form: str = "json"
) -> dict[str, Any]:
    """Return ``channels``, ``flags``, ``plan`` and ``referral`` of one athlete.

    `folder` holds the athlete's inputs and perhaps a profile; `athlete` is the id in it, else any;
    `work` is an empty folder; `zone` that of an athlete without a profile.
    """
    logs, reports = work / "logs", work / "reports"
    import_folders(
        [AthleteFolder(athlete, folder)],
        Target(logs, form, log_tables()),
        zone,
        threads,
        lambda part: None,
    )
    analyse(
        logs,
        logs_of(logs),
        Target(reports, form, RESULT_TABLES),
        review,
        threads,
        lambda part: None,
    )
    return parts_of_reports(reports)[athlete]
