"""One day as it was understood: every stretch with its evidence, every session with its sources."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tl_analyzer.load.labels import ride_label, session_label
from tl_analyzer.log import (
    ActivitySession,
    Log,
    Problem,
    ProblemKind,
    Provenance,
    RideSession,
    StrengthSession,
)
from tl_analyzer.log.value import Value
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile
from tl_analyzer.sitting.line import sitting_line
from tl_analyzer.sitting.stretches import Stretch


class DayStretch(Value):
    """A stretch of the day.

    Attributes
    ----------
    start, end : datetime
        In the athlete's zone, half open.
    posture : str
        What it was taken for.
    probability : float
        Probability that it was. [1]
    quality : str
        How that is known, A (measured) to D (assumed).
    rule : str
        Which rule of the merge decided.
    evidence : tuple of str
        What it rests on, in the athlete's words.
    files : tuple of str
        Where that was read.
    conflict : str
        What contradicts it; empty where nothing does.
    """

    start: datetime
    end: datetime
    posture: str
    probability: float
    quality: str
    rule: str
    evidence: tuple[str, ...]
    files: tuple[str, ...]
    conflict: str = ""

    @property
    def minutes(self) -> float:
        """Length [min]."""
        return (self.end.astimezone(UTC) - self.start.astimezone(UTC)).total_seconds() / 60.0


class DaySession(Value):
    """A session of the day.

    Attributes
    ----------
    kind : str
        ``ride``, ``strength`` or ``activity``.
    label : str
        What it was and when.
    file : str
        Where it was read.
    folded : tuple of str
        Other files that hold the same session.
    """

    kind: str
    label: str
    file: str
    folded: tuple[str, ...] = ()


class DayPage(Value):
    """One day.

    Attributes
    ----------
    athlete : str
        Whose day it is.
    day : date
        The day, cut at the midnights of `timezone`.
    timezone : str
        The athlete's IANA zone.
    seated_min : float
        Sitting that counts, by its probability. [min]
    expected_min : float
        All probable sitting, each stretch weighted by its probability. [min]
    sessions : tuple of DaySession
        What was done.
    stretches : tuple of DayStretch
        The day in order; what is missing between them is not known.
    left_out : tuple of Problem
        Files and rows that could not be read: the day may lack what they hold.
    """

    athlete: str
    day: date
    timezone: str
    seated_min: float
    expected_min: float
    sessions: tuple[DaySession, ...]
    stretches: tuple[DayStretch, ...]
    left_out: tuple[Problem, ...] = ()


def day_page(
    log: Log, profile: Profile, day: date, until: datetime, parameters: Parameters
) -> DayPage:
    """Merge one day and lay it open.

    Parameters
    ----------
    log : Log
        The athlete's log.
    profile : Profile
        The athlete's profile.
    day : date
        The day, in the athlete's zone.
    until : datetime
        Usual hours are not assumed after this instant.
    parameters : Parameters
        How evidence is weighed.
    """
    zone = ZoneInfo(profile.athlete.timezone)
    start, end = (
        datetime.combine(day + timedelta(days=n), time(), tzinfo=zone).timestamp() for n in (0, 1)
    )
    line = sitting_line(log, profile, parameters, (day,), min(end, until.timestamp()))
    least = parameters.number("flexion.seated_probability")
    clipped = [
        (max(s.start, start), min(s.end, end), s.probability)
        for s in line.sitting
        if s.start < end and s.end > start
    ]
    return DayPage(
        athlete=profile.athlete.id,
        day=day,
        timezone=profile.athlete.timezone,
        seated_min=sum(b - a for a, b, p in clipped if p >= least) / 60.0,
        expected_min=sum((b - a) * p for a, b, p in clipped) / 60.0,
        sessions=tuple(_sessions(log, day, profile.athlete.timezone)),
        stretches=tuple(
            _stretch(s, max(s.start, start), min(s.end, end), zone)
            for s in line.stretches
            if s.start < end and s.end > start
        ),
        left_out=tuple(p for p in log.problems if p.kind is ProblemKind.REFUSED),
    )


def _stretch(stretch: Stretch, start: float, end: float, zone: ZoneInfo) -> DayStretch:
    verdict = stretch.verdict
    files = (e.file for e in verdict.evidence if e.file)
    return DayStretch(
        start=datetime.fromtimestamp(start, zone),
        end=datetime.fromtimestamp(end, zone),
        posture=verdict.posture.value,
        probability=round(verdict.probability, 3),
        quality=verdict.quality.value,
        rule=verdict.rule.replace("_", " "),
        evidence=tuple(dict.fromkeys(_words(e.kind.value, e.source) for e in verdict.evidence)),
        files=tuple(dict.fromkeys(files)),
        conflict=verdict.conflict,
    )


def _words(kind: str, source: str) -> str:
    return kind if source == kind else f"{kind} ({source})"


def _sessions(log: Log, day: date, zone: str) -> Iterable[DaySession]:
    found: list[tuple[RideSession | StrengthSession | ActivitySession, str, str]] = [
        *((r, "ride", ride_label(r, r.start.wall_in(zone))) for r in log.rides),
        *((s, "strength", session_label(s, s.start.wall_in(zone))) for s in log.strength),
        *((a, "activity", _activity_label(a, zone)) for a in log.activities),
    ]
    for session, kind, label in sorted(found, key=lambda f: f[0].start.utc):
        if session.start.day_in(zone) == day:
            yield DaySession(
                kind=kind,
                label=label,
                file=session.provenance.file,
                folded=_files(session),
            )


def _activity_label(activity: ActivitySession, zone: str) -> str:
    start = activity.start.utc.astimezone(ZoneInfo(zone))
    clock = f"{start:%H:%M} " if activity.start.timed else ""
    minutes = (activity.end - activity.start.utc).total_seconds() / 60.0
    return f"{clock}{activity.sport.replace('_', ' ')}, {minutes:.0f} min"


def _files(session: RideSession | StrengthSession | ActivitySession) -> tuple[str, ...]:
    def place(source: Provenance) -> str:
        return source.file if source.row is None else f"{source.file}:{source.row}"

    return tuple(dict.fromkeys(place(p) for p in session.folded))
