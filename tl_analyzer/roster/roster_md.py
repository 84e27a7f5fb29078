"""The roster as Markdown, to be mailed, committed or pasted."""

from collections.abc import Iterator

from tl_analyzer.report.layout import Layout
from tl_analyzer.report.markdown import escape
from tl_analyzer.report.wording import PROSE, clean, count, moment, to_ascii, week_days
from tl_analyzer.roster.line_words import (
    changes,
    channel_in_short,
    flags_in_full,
    stand_out,
    who,
)
from tl_analyzer.roster.outcome_words import outcome_lines
from tl_analyzer.roster.roster import Roster
from tl_analyzer.roster.roster_line import RosterLine

#: Levels of which a row of a table says all there is to say.
_QUIET = ("quiet", "no data", "not read")


def roster_markdown(found: Roster, layout: Layout) -> str:
    """Write the roster as Markdown; only the character set of `layout` matters."""
    written = "\n".join(_lines(found)) + "\n"
    return to_ascii(written) if layout.ascii else written


def _lines(found: Roster) -> Iterator[str]:
    about = f"{clean(found.title)}, " if found.title else ""
    yield f"# Roster: {escape(about + (' and '.join(found.weeks()) or 'no week'))}"
    yield ""
    weeks = " and ".join(week_days(week) for week in found.weeks()) + " so far" * found.running()
    levels = ", ".join(f"{n} {name}" for name, n in found.counted().items())
    when = moment(found.as_of, year=True)
    said = [weeks, count(len(found.lines), "athlete"), levels, f"made {when}"]
    yield escape(", ".join(filter(None, said)) + ".")
    loud = [line for line in found.lines if line.level not in _QUIET]
    for line in loud:
        yield from _athlete(line)
    quiet = [line for line in found.lines if line.level in _QUIET]
    if quiet:
        yield from (
            "",
            "## Everybody else",
            "",
            "| Athlete | Level | What to know |",
            "|---|---|---|",
        )
        yield from map(_row, quiet)
    if found.outcomes is not None:
        yield from ("", "## What was logged of pain", "")
        told = (*outcome_lines(found.outcomes), *found.outcomes.notes)
        yield from (f"- {escape(said)}" for said in told)


def _athlete(line: RosterLine) -> Iterator[str]:
    yield from ("", f"## {escape(line.level)}: {escape(who(line))}", "")
    if line.groups:
        yield from (escape(", ".join(clean(group) for group in line.groups)), "")
    if line.headline:
        yield from (f"**{escape(clean(line.headline, PROSE))}**", "")
    for flag in stand_out(line):
        yield f"- {escape(flags_in_full((flag,)))}"
    yield from (f"- {escape(change)}" for change in changes(line))
    exposure = ", ".join(
        channel_in_short(channel, line.so_far) for channel in line.channels if channel.this_week
    )
    if exposure:
        yield f"- {escape(exposure)}"
    yield from (f"- Ask: {escape(clean(ask, PROSE))}" for ask in line.asks)
    if line.note.strip():
        yield f"- Note: {escape(clean(line.note, PROSE))}"
    yield from (f"- {escape(clean(remark, PROSE))}" for remark in line.remarks)


def _row(line: RosterLine) -> str:
    told = [clean(line.error, PROSE), *changes(line), *line.asks, *line.remarks]
    known = "; ".join(clean(part, PROSE) for part in told if part)
    return f"| {escape(who(line))} | {line.level} | {escape(known)} |"
