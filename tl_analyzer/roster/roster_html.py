"""The roster as pages: an index of all athletes, and each one's week with a coach's box on top."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tl_analyzer.pages.environment import rendered
from tl_analyzer.report.audience import Audience
from tl_analyzer.report.html import page_values
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.wording import clean, moment, week_days
from tl_analyzer.roster.outcome_words import outcome_lines
from tl_analyzer.roster.outcomes import Outcomes
from tl_analyzer.roster.page_names import page_names
from tl_analyzer.roster.roster import Roster
from tl_analyzer.roster.roster_line import Key
from tl_analyzer.roster.roster_rows import LEVEL_WORDS, RosterRow, roster_row, roster_sentence

INDEX = "index.html"
#: Folder of the athletes' pages beside the index.
ATHLETES = "athletes"

_COACH = Layout(audience=Audience.COACH)


class OutcomeBox(NamedTuple):
    """Outcome statistics: what is said, and how it is counted."""

    said: tuple[str, ...]
    notes: tuple[str, ...]


class Neighbour(NamedTuple):
    """The athlete before or after, as a link."""

    page: str
    name: str


def roster_pages(found: Roster, reports: Mapping[Key, WeeklyReport]) -> Iterator[tuple[str, str]]:
    """Write every page, the index first; one at a time, for there may be many.

    Parameters
    ----------
    found : Roster
        The athletes, most urgent first.
    reports : mapping of (str, str) to WeeklyReport
        Reports by the key of the line; an athlete without one is a line of the index alone.

    Yields
    ------
    tuple of (str, str)
        Path below the folder of the pages, with ``/``; and the page.
    """
    rows = _rows(found, reports)
    yield INDEX, _index(found, rows)
    with_page = [(r, line) for r, line in zip(rows, found.lines, strict=True) if r.page]
    links = [None, *(Neighbour(row.page, row.name) for row, _ in with_page), None]
    for number, (row, line) in enumerate(with_page):
        yield (
            f"{ATHLETES}/{row.page}",
            rendered(
                "roster_athlete.html.j2",
                **page_values(reports[line.key], _COACH, static=False),
                row=row,
                message=line.message,
                before=links[number],
                after=links[number + 2],
                index=INDEX,
            ),
        )


def _rows(found: Roster, reports: Mapping[Key, WeeklyReport]) -> list[RosterRow]:
    names = page_names(line.athlete.id for line in found.lines)
    rows = []
    for line, name in zip(found.lines, names, strict=True):
        report = reports.get(line.key)
        rows.append(roster_row(line, report, "" if report is None else name))
    return rows


def _index(found: Roster, rows: list[RosterRow]) -> str:
    weeks = found.weeks()
    return rendered(
        "roster.html.j2",
        title=clean(found.title),
        weeks=(" and ".join(week_days(week) for week in weeks) or "no week")
        + " so far" * found.running(),
        numbered=" and ".join(moment(week, year=True) for week in weeks),
        as_of=moment(found.as_of, year=True),
        says=roster_sentence(found),
        counts=[(*LEVEL_WORDS[name], name, n) for name, n in found.counted().items()],
        groups=[clean(group) for group in found.groups],
        rows=rows,
        folder=ATHLETES,
        outcomes=_outcomes(found.outcomes),
        static=False,
        running=f"Roster, {' and '.join(weeks)}",
    )


def _outcomes(found: Outcomes | None) -> OutcomeBox | None:
    if found is None:
        return None
    return OutcomeBox(tuple(outcome_lines(found)), found.notes)
