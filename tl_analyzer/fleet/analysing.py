"""One bucket of logs -> one bucket of reports, by the same analysis as ``tl report``."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tomli

from tl_analyzer import __version__
from tl_analyzer.analysis import weekly_report
from tl_analyzer.dataset.log_tables import ATHLETES, log_tables
from tl_analyzer.dataset.manifest import Manifest, Part, written_part
from tl_analyzer.dataset.reading import AthleteColumns, read_bucket
from tl_analyzer.dataset.writing import AthleteRows, Target, write_bucket
from tl_analyzer.fleet.engine import Care
from tl_analyzer.fleet.result_rows import error_rows, result_rows
from tl_analyzer.fleet.review import Review
from tl_analyzer.fleet.suspects import Suspects, suspects_of
from tl_analyzer.fleet.time_limit import TimeLimit, TimeLimitError
from tl_analyzer.fleet.version import check_version
from tl_analyzer.fleet.windowed import windowed
from tl_analyzer.intake.merge import merged
from tl_analyzer.log import Log, PosturePacker
from tl_analyzer.movement.mapping import parse_mapping
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.plugins.added import added_plugins
from tl_analyzer.profile import Profile, parse_profile
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.store.window import window_of
from tl_analyzer.tables.columns import Columns
from tl_analyzer.tables.to_log import entries_of, problems_of, sources_of

#: Time one athlete may take: ten thousand times the usual. [s]
LIMIT_S = 60.0

_DEFAULT_SET = "default"
#: Longest error that is kept. [characters]
_LONGEST_ERROR = 500


@dataclass(frozen=True)
class Analysing:
    """The task of one bucket.

    Attributes
    ----------
    source : Path
        Folder of the dataset of logs.
    logs : Manifest
        What it says of itself, without its parts.
    target : Target
        Where reports go.
    review : Review
        Which week, as of when.
    limit_s : float
        Time one athlete may take. [s]
    version : str
        Version that made this task.
    """

    source: Path
    logs: Manifest
    target: Target
    review: Review
    limit_s: float = LIMIT_S
    version: str = __version__

    def __call__(self, part: Part, care: Care) -> Part:
        """Write the reports of a bucket, unless they are written."""
        check_version(self.version)
        key = self.key(part)
        written = written_part(self.target.folder, part.bucket)
        if written is not None and self.target.has(written, key):
            return written
        suspects = suspects_of(self.target.folder, part.bucket, care)
        with TimeLimit(self.limit_s) as limit:
            return write_bucket(
                self.target, part.bucket, key, self._athletes(part, suspects, limit)
            )

    def key(self, part: Part) -> str:
        """What the reports of a bucket depend on: its bytes, the question, the model."""
        said = (part.digest, self.review, self.target.format, __version__, model_digest())
        return hashlib.sha256(repr(said).encode()).hexdigest()

    def _athletes(self, part: Part, suspects: Suspects, limit: TimeLimit) -> Iterator[AthleteRows]:
        for each in read_bucket(self.source, self.logs, part, log_tables()):
            if suspects.lost(each.athlete):
                yield _failed(each.athlete, "workers ended without a word over this athlete")
                continue
            suspects.begin(each.athlete)
            # One athlete's fault must not be the end of all others, whatever it is.
            try:
                with limit.each():
                    rows = result_rows(report_of(each, self.review))
            except TimeLimitError:
                yield _failed(each.athlete, f"took longer than {self.limit_s:g} s")
            except _NotReadError as why:
                yield _failed(each.athlete, str(why))
            except Exception as why:
                yield _failed(each.athlete, f"{type(why).__name__}: {why}")
            else:
                yield AthleteRows(each.athlete, rows)


class _NotReadError(ValueError):
    """The import could not read the athlete; its message says why."""


def report_of(held: AthleteColumns, review: Review) -> WeeklyReport:
    """Analyse one athlete of a dataset of logs.

    Raises
    ------
    ValueError
        If the athlete's log could not be read, or its rows, profile or mapping cannot be used.
    """
    ((profile_text, mapping_text, error),) = zip(*held.columns[ATHLETES], strict=True)
    if error:
        raise _NotReadError(error)
    profile = parse_profile(str(profile_text))
    zone = profile.athlete.timezone
    week = review.week_in(zone)
    parameters = parameter_set(profile.parameters or _DEFAULT_SET)
    looked_at = windowed(held.columns, window_of(week.monday, zone, parameters))
    return weekly_report(
        log_of_athlete(looked_at),
        profile,
        week,
        review.moment(zone),
        parameters,
        _recogniser(profile, mapping_text),
    )


def log_of_athlete(columns: dict[str, Columns]) -> Log:
    """The log of an athlete's rows, each session once."""
    entries, postures = entries_of(columns)
    packer = PosturePacker()
    packer.add_packed(postures)
    return merged(
        entries,
        sources_of(columns.get("sources", ())),
        problems_of(columns.get("problems", ())),
        parameter_set(),
        packer,
    )


@cache
def model_digest() -> str:
    """SHA-256 over every parameter of the default set, and what was added by plugins."""
    parameters: Parameters = parameter_set()
    entries = map(repr, sorted(parameters, key=lambda each: each.key))
    told = "\n".join((*added_plugins(), *entries))
    return hashlib.sha256(told.encode()).hexdigest()


@cache
def _common_recogniser() -> Recogniser:
    # It remembers every name it has met: one for all athletes without names of their own.
    return Recogniser()


def _recogniser(profile: Profile, mapping: object) -> Recogniser:
    if not mapping:
        return _common_recogniser()
    name = Path(profile.exercises or "exercises.toml")
    corrections, problems = parse_mapping(tomli.loads(str(mapping)), name)
    if problems:
        raise ValueError("; ".join(map(str, problems)))
    return Recogniser(corrections)


def _failed(athlete: str, why: str) -> AthleteRows:
    error = why[:_LONGEST_ERROR]
    return AthleteRows(athlete, error_rows(error), error)
