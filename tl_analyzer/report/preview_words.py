"""The week to come in words: what is planned, and what it repeats."""

from typing import NamedTuple

from tl_analyzer.report.audience import Reader
from tl_analyzer.report.week_preview import PreviewSession, WeekPreview
from tl_analyzer.report.wording import PROSE, clean, dated, moment, number, sentence, week_days


class PreviewEntry(NamedTuple):
    """The week to come.

    Attributes
    ----------
    title : str
        Which week it is.
    sessions : tuple of (str, str)
        When, and what.
    remarks : tuple of str
        Where it repeats what this week was flagged for.
    """

    title: str
    sessions: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]


def preview_entry(preview: WeekPreview | None, reader: Reader) -> PreviewEntry | None:
    """Put the week to come into words; None where nothing is known of it."""
    if preview is None or not (preview.sessions or preview.remarks):
        return None
    return PreviewEntry(
        title=f"Planned for next week: {week_days(preview.week)}",
        sessions=tuple((moment(s.start), _session(s)) for s in preview.sessions),
        remarks=tuple(
            sentence(reader.said(dated(clean(remark, PROSE)))) for remark in preview.remarks
        ),
    )


def _session(session: PreviewSession) -> str:
    kind = clean(session.sport).replace("_", " ")
    label = clean(session.label) or kind
    aside = [] if label == kind else [kind]
    if session.minutes:
        aside.append(f"{number(session.minutes)} min")
    return f"{label} ({', '.join(aside)})" if aside else label
