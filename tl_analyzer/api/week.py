"""The week of an athlete, and of many."""

from collections.abc import Sequence
from datetime import datetime

from tl_analyzer import analysis
from tl_analyzer.agenda.agenda import Agenda
from tl_analyzer.agenda.make_agenda import make_agenda
from tl_analyzer.api.athlete import Athlete
from tl_analyzer.api.moment import Moment, asked_week, text_of
from tl_analyzer.api.path_names import PathName, path_of
from tl_analyzer.athletes.case import Case
from tl_analyzer.athletes.changes import parsed_changes
from tl_analyzer.athletes.moment import as_of_instant, check_moment
from tl_analyzer.athletes.reviewed_week import reviewed_week
from tl_analyzer.athletes.roster_athletes import Asked, entry_of
from tl_analyzer.athletes.roster_members import (
    in_group,
    members_of_folder,
    members_of_store,
    roster_file,
    with_ids,
)
from tl_analyzer.athletes.settings import parameters_for, recogniser_for
from tl_analyzer.load.week import Week
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.roster.roster import Roster, roster


def weekly_report(
    athlete: Athlete,
    week: str = "last",
    *,
    as_of: Moment = None,
    what_if: Sequence[str] = (),
) -> WeeklyReport:
    """Analyse one week of one athlete.

    Parameters
    ----------
    athlete : Athlete
        Whose week it is.
    week : str
        ISO week in the athlete's zone, ``2026-W46``; or ``this``, or ``last`` (complete) one.
    as_of : str, datetime, date or None
        The moment of the report; now by default. Without a zone it is the athlete's wall clock.
    what_if : sequence of str
        Changes to show the week with as well, such as ``"skip thu:deadlift"``.

    Returns
    -------
    WeeklyReport
        The same for the same log, profile, week and moment, whatever the machine.

    Raises
    ------
    RemediableError
        If there is no such week, a change cannot be read, or a configured file cannot be used.
    """
    reviewed, instant = asked_week(athlete, week, as_of)
    changes = parsed_changes(what_if, reviewed)
    case = _case(athlete, reviewed, instant, reviewed)
    return reviewed_week(case, athlete.kept.acknowledged(), changes)


def week_ahead(athlete: Athlete, week: str = "last", *, as_of: Moment = None) -> Agenda:
    """Place the work that a week's report asks for in the week that follows it.

    Parameters
    ----------
    athlete, week, as_of
        As for `weekly_report`.

    Returns
    -------
    Agenda
        The week after, day by day.

    Raises
    ------
    RemediableError
        As for `weekly_report`.
    """
    reviewed, instant = asked_week(athlete, week, as_of)
    case = _case(athlete, reviewed, instant, reviewed.back(-1))
    report = analysis.weekly_report(*case)
    return make_agenda(report, case.log, case.profile, instant, case.parameters, case.recogniser)


def team_roster(
    folder: PathName | None = None,
    *,
    store: PathName | None = None,
    week: str | None = None,
    as_of: Moment = None,
    group: str | None = None,
    athletes: Sequence[str] = (),
) -> Roster:
    """Sum up the week of many athletes, most urgent first.

    Parameters
    ----------
    folder : str or PathLike, optional
        Folder of athletes' folders; the log store otherwise.
    store : str or PathLike, optional
        File of the store; the default one otherwise.
    week, as_of
        As for `weekly_report`, in each athlete's own zone; None for the last week.
    group : str, optional
        Only the athletes of this group of the roster file.
    athletes : sequence of str
        Only these ids; all without.

    Returns
    -------
    Roster
        One line an athlete; of one whose log cannot be read it says why.

    Raises
    ------
    RemediableError
        If there is nobody, or no such group, id or week.
    """
    made_at = text_of(as_of) or as_of_instant(None, "UTC").isoformat()
    check_moment(week, made_at)
    top, kept = path_of(folder), path_of(store)
    file = roster_file(None, top)
    members = members_of_store(kept, file) if top is None else members_of_folder(top, file)
    if group is not None:
        members = in_group(members, group)
    if athletes:
        members = with_ids(members, athletes)
    lines = [entry_of(member, Asked(week, made_at)).line for member in members]
    return roster(lines, made_at, group or "", file.groups)


def _case(athlete: Athlete, week: Week, instant: datetime, last: Week) -> Case:
    """All that a week's report follows from; the log reaches to the end of the last week."""
    profile = athlete.profile
    log = athlete.who.told(athlete.kept.log(last.monday, week.monday))
    recogniser = recogniser_for(athlete.who, athlete.mapping)
    return Case(log, profile, week, instant, parameters_for(profile), recogniser)
