"""Putting a flag aside, and taking that back: in the log store, or beside the profile."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tl_analyzer.acknowledgement import LONGEST_NOTE, Acknowledgement
from tl_analyzer.advice.referral import LEVELS
from tl_analyzer.athletes.athlete import Resolved
from tl_analyzer.athletes.athlete_log import AthleteLog
from tl_analyzer.athletes.moment import as_of_instant, chosen_week
from tl_analyzer.athletes.settings import parameters_for, recogniser_for
from tl_analyzer.cli.acknowledged_file import rewrite
from tl_analyzer.cli.athlete_log import athlete_log
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.last_day import last_day
from tl_analyzer.cli.log_store import writing_store
from tl_analyzer.finding import Flag
from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.week import Week
from tl_analyzer.nearest import did_you_mean
from tl_analyzer.parameters import Parameters
from tl_analyzer.report.wording import PROSE, clean, day, sentence
from tl_analyzer.rules.catalogue import judge, rules_in_use
from tl_analyzer.store.acknowledgements import acknowledge, withdraw

#: Where a flag that cannot be put aside sends the athlete.
_CARE = {"emergency": "emergency care", "clinician": "a clinician"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an athlete's acknowledgements are kept, as the command line names it.

    Attributes
    ----------
    paths : tuple of Path
        The athlete's inputs; none for the log store.
    store : Path or None
        ``--store``.
    profile : Path or None
        ``--profile``.
    athlete : str or None
        ``--athlete``.
    """

    paths: tuple[Path, ...]
    store: Path | None
    profile: Path | None
    athlete: str | None

    def log(self) -> AbstractContextManager[AthleteLog]:
        """The athlete's log, as a report finds it."""
        return athlete_log(self.paths, self.store, self.profile, self.athlete)


def put_aside(
    place: Place, typed: str, until: str | None, note: str, week: str | None, as_of: str | None
) -> str:
    """Acknowledge a flag of a week; say what was done.

    Parameters
    ----------
    place : Place
        Whose, and where it is kept.
    typed : str
        Code or name of the flag.
    until, note, week, as_of
        The options of the command.

    Raises
    ------
    UsageFailure
        If there is no such flag that week, or it cannot be put aside.
    """
    code = _code(typed)
    if level := LEVELS.get(code):
        raise UsageFailure(
            f"{code} cannot be put aside: it sends the athlete to {_CARE[level]}",
            "See to it; it is gone when its signs are no more in the diary.",
        )
    with place.log() as source:
        who = source.who
        zone = who.profile.athlete.timezone
        seen_at = as_of_instant(as_of, zone)
        reviewed = chosen_week(week, zone, seen_at)
        parameters = parameters_for(who.profile)
        last = last_day(until, seen_at.astimezone(ZoneInfo(zone)).date(), parameters)
        flag = _flag(source, code, reviewed, seen_at, parameters)
    made = _acknowledgement(flag, last, _checked(note), seen_at, reviewed)
    where = _keep(place, who, made)
    return _told(made, flag, who, where, usual=until is None)


def take_back(place: Place, typed: str) -> str:
    """Take an acknowledgement back; say what was done.

    Raises
    ------
    UsageFailure
        If nothing was acknowledged under that code.
    """
    code = _code(typed)
    with place.log() as source:
        who = source.who
        whose = who.profile.athlete.id
        # Those of the store are not read: one that is damaged can be taken back, too.
        if place.paths and code not in [each.code for each in source.acknowledged()]:
            raise _not_seen(code, whose)
    if place.paths:
        # What writes TOML is loaded when some is written.
        from tl_analyzer.acknowledgement_text import without_acknowledgement

        rewrite(who, lambda text: without_acknowledgement(text, whose, code))
    else:
        with writing_store(place.store) as connection:
            if not withdraw(connection, whose, code):
                raise _not_seen(code, whose)
    return f"{code} of {clean(whose)} counts again as any other flag.\n"


def _not_seen(code: str, whose: str) -> UsageFailure:
    return UsageFailure(f"{code} of {whose!r} is not put aside", "`tl ack --list` shows what is.")


def _code(typed: str) -> str:
    """Code of the rule of that code or name."""
    words = {word: rule.code for rule in rules_in_use() for word in (rule.code, rule.name)}
    found = {word.casefold(): code for word, code in words.items()}.get(typed.strip().casefold())
    if found is None:
        raise UsageFailure(
            f"no flag is called {typed!r}",
            did_you_mean(typed, words, "`tl explain TL101` explains one; the report names them."),
        )
    return found


def _flag(
    source: AthleteLog, code: str, week: Week, as_of: datetime, parameters: Parameters
) -> Flag:
    """The flag of that code in the report on the week."""
    profile = source.who.profile
    log = source.who.told(source.read(week.monday))
    recogniser = recogniser_for(source.who, None)
    picture = picture_of(log, profile, week, as_of, parameters, recogniser)
    raised = {flag.code: flag for flag in judge(picture, parameters)}
    if code not in raised:
        others = f"Raised that week: {_list(raised.values())}."
        raise UsageFailure(
            f"{code} is not raised for {profile.athlete.id!r} in week {week.label}",
            " ".join(filter(None, (others, did_you_mean(code, raised)))),
        )
    return raised[code]


def _list(flags: Iterable[Flag]) -> str:
    return ", ".join(flag.code for flag in flags if flag.code not in LEVELS) or "nothing"


def _checked(note: str) -> str:
    """The note without what a page cannot show.

    Raises
    ------
    UsageFailure
        If it is too long.
    """
    if len(note) > LONGEST_NOTE:
        raise UsageFailure(
            f"--note has {len(note)} characters", f"At most {LONGEST_NOTE} are kept."
        )
    return clean(note, LONGEST_NOTE).strip()


def _acknowledgement(
    flag: Flag, until: date, note: str, seen_at: datetime, week: Week
) -> Acknowledgement:
    leading = flag.because[0]
    return Acknowledgement(
        code=flag.code,
        until=until,
        note=note,
        made_at=seen_at.astimezone(UTC),
        week=week.label,
        severity=flag.severity,
        measure=leading.measure,
        value=leading.value,
        unit=leading.unit,
        threshold=leading.threshold,
    )


def _keep(place: Place, who: Resolved, made: Acknowledgement) -> str:
    """Keep an acknowledgement; return where, in words."""
    whose = who.profile.athlete.id
    if place.paths:
        # What writes TOML is loaded when some is written.
        from tl_analyzer.acknowledgement_text import with_acknowledgement

        return str(rewrite(who, lambda text: with_acknowledgement(text, whose, made)))
    with writing_store(place.store) as connection:
        acknowledge(connection, whose, [made])
    return "the log store"


def _told(made: Acknowledgement, flag: Flag, who: Resolved, where: str, *, usual: bool) -> str:
    chosen = " (the usual time; --until names another day)" if usual else ""
    until = day(made.until, year=True)
    lines = [
        f"{made.code} {clean(flag.title)} ({made.severity}, week {made.week}) of"
        f" {clean(who.profile.athlete.id)} is put aside until {until}{chosen}.",
        *([f"Note: {sentence(clean(made.note, PROSE))}"] if made.note else []),
        "It returns before that if it gets worse.",
        f"Kept in {clean(where, PROSE)}.",
    ]
    return "".join(f"{line}\n" for line in lines)
