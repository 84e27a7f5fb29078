"""Reports as llm is given them: the value, and the published JSON of it without names of files."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tl_llm.unanswered import answering

if TYPE_CHECKING:
    import tl_analyzer as tl


def weekly_report(
    paths: Sequence[str] = (),
    athlete: str | None = None,
    week: str = "last",
    *,
    as_of: str | None = None,
    profile: str | None = None,
    store: str | None = None,
) -> "tl.WeeklyReport":
    """The report on one week, from files or from the log store.

    Parameters
    ----------
    paths : sequence of str
        Files and folders; the log store without any.
    athlete : str, optional
        The athlete's id; not needed where there is one.
    week : str
        ``2026-W46``, ``this`` or ``last``.
    as_of : str, optional
        The moment of the report, an ISO instant; now by default.
    profile, store : str, optional
        File of the profile, and of the store.

    Raises
    ------
    UnansweredError
        If there is no such report.
    """
    with answering():
        import tl_analyzer as tl

        if paths:
            who = tl.read(*paths, profile=profile, athlete=athlete)
        else:
            who = tl.stored(athlete, store=store, profile=profile)
        return tl.weekly_report(who, week, as_of=as_of)


def stored_athletes() -> tuple[str, ...]:
    """Ids of the athletes of the log store.

    Raises
    ------
    UnansweredError
        If it cannot be read.
    """
    with answering():
        import tl_analyzer as tl

        return tuple(tl.stored_athletes())


def rendered(report: "tl.WeeklyReport", form: str) -> str:
    """A report in a format.

    Raises
    ------
    UnansweredError
        If it cannot be written so.
    """
    with answering():
        import tl_analyzer as tl

        return tl.render(report, form)


def notice() -> str:
    """What an answer is not.

    Raises
    ------
    UnansweredError
        If the analysis cannot be loaded.
    """
    with answering():
        import tl_analyzer as tl

        return tl.NOT_A_DIAGNOSIS


def published(report: "tl.WeeklyReport") -> dict[str, Any]:
    """A report as `tl report --format json` writes it, but for the files that were read."""
    told: dict[str, Any] = json.loads(rendered(report, "json"))
    # Where somebody keeps their files is no business of a model.
    told["coverage"]["sources"] = len(told["coverage"]["sources"])
    return told
