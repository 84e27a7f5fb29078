"""The report in words, before any layout: what every format for people says, said once.

A format decides where things stand and what they look like. What is said, in which order, with
how many digits, and that foreign text is harmless, is decided here.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tl_analyzer.finding import Flag
from tl_analyzer.reference import Reference
from tl_analyzer.report.audience import Audience, Reader
from tl_analyzer.report.channel_words import ChannelEntry, channel_entries
from tl_analyzer.report.citations import full_citations
from tl_analyzer.report.coverage_words import Fact, coverage_facts
from tl_analyzer.report.flag_words import FlagEntry, flag_entries, tally
from tl_analyzer.report.follow_up_words import (
    AcknowledgedEntry,
    acknowledged_entries,
    codes_put_aside,
    remarks,
)
from tl_analyzer.report.pain_words import PainEntry, pain_entry
from tl_analyzer.report.plan_words import PlanEntry, plan_entries
from tl_analyzer.report.preview_words import PreviewEntry, preview_entry
from tl_analyzer.report.problem_groups import ProblemGroup, problem_groups
from tl_analyzer.report.referral_words import ReferralEntry, referral_entry
from tl_analyzer.report.week_so_far import WeekSoFar, week_so_far
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.what_if_words import WhatIfEntry, what_if_entry
from tl_analyzer.report.wording import PROSE, clean, dated, moment, sentence, week_days

#: What the numbers are, and are not; in every answer of every host.
NOT_A_DIAGNOSIS = (
    "Exposure relative to your own history - not a diagnosis, not an injury probability."
)

#: The same, and what to do about pain. Stands under every report.
DISCLAIMER = (
    f"{NOT_A_DIAGNOSIS} Pain that is new, spreads or worries you belongs in front of a clinician."
)

#: Units of a report that are no everyday words.
UNIT_NOTES = {"u-min": "flexion-minutes: minutes weighted by how far the back is bent, 0 to 1"}


class Page(NamedTuple):
    """A weekly report in words.

    What there is nothing to say about is None or empty, and its section does not appear.

    Attributes
    ----------
    title, subtitle : str
        The week, and whose it is.
    audience : Audience
        To whom it is said.
    headline : str
        The week in one sentence; empty where the referral says it.
    referral : ReferralEntry or None
        The box that comes before everything else.
    tally, flags : str, tuple of FlagEntry
        The flags counted, and each of those that are not put aside.
    acknowledged : tuple of AcknowledgedEntry
        The flags that are.
    exposure_title : str
        Heading of the channels.
    channels, pain, unit_notes : tuple of ChannelEntry, PainEntry or None, tuple of str
        Exposure, the diary beside it, and what has to be known of both: units that are no
        everyday words, and a week that is not over.
    plan, plan_note, cue_note : tuple of PlanEntry, str, str
        The advice; why there is none; and to whom its cues are said, where that is not the reader.
    preview : PreviewEntry or None
        What is planned for the week to come.
    coverage, problems : tuple of Fact, tuple of ProblemGroup
        What was known, and what could not be read.
    what_if : WhatIfEntry or None
        The changed week that was asked for.
    sources : tuple of (str, str)
        Every source, short and in full.
    disclaimer, version : str
        What the numbers are and are not, and what made them.
    """

    title: str
    subtitle: str
    audience: Audience
    headline: str
    referral: ReferralEntry | None
    tally: str
    flags: tuple[FlagEntry, ...]
    acknowledged: tuple[AcknowledgedEntry, ...]
    exposure_title: str
    channels: tuple[ChannelEntry, ...]
    pain: PainEntry | None
    unit_notes: tuple[str, ...]
    plan: tuple[PlanEntry, ...]
    plan_note: str
    cue_note: str
    preview: PreviewEntry | None
    coverage: tuple[Fact, ...]
    problems: tuple[ProblemGroup, ...]
    what_if: WhatIfEntry | None
    sources: tuple[tuple[str, str], ...]
    disclaimer: str
    version: str


def page(
    report: WeeklyReport,
    bibliography: Mapping[str, Reference],
    audience: Audience = Audience.ATHLETE,
) -> Page:
    """Put a report into words.

    Parameters
    ----------
    report : WeeklyReport
        The report value; nothing else is looked at.
    bibliography : mapping of str to Reference
        Citations for the keys the report names.
    audience : Audience
        Who reads it.
    """
    reader = Reader.of(audience, report.athlete.name)
    named = clean(report.athlete.name)
    who = f"{named} ({clean(report.athlete.id)})" if named else clean(report.athlete.id)
    aside = codes_put_aside(report)
    flags = report.flags
    shown = [flag for flag in flags if flag.code not in aside]
    cited = [key for flag in flags for key in flag.references]
    cited += [item.reference for item in report.plan if item.reference]
    so_far = week_so_far(report.week, report.as_of)
    running = so_far is not None
    return Page(
        title=f"Week {clean(report.week)}: {week_days(report.week)}{', not over' * running}",
        subtitle=f"{who} · {clean(report.timezone)} · as of {moment(report.as_of, year=True)}",
        audience=audience,
        headline=_headline(report, reader),
        referral=referral_entry(report.referral, reader),
        tally=_tally(shown, len(flags) - len(shown)),
        flags=flag_entries(shown, bibliography, reader, remarks(report, reader)),
        acknowledged=acknowledged_entries(report, reader),
        exposure_title=f"Exposure this week{' so far' * running} against {reader.whose} usual",
        channels=channel_entries(report.channels, running),
        pain=pain_entry(report.symptoms, running),
        unit_notes=(*_unit_notes(report), *_week_note(so_far)),
        plan=plan_entries(report.plan, flags, bibliography, reader),
        plan_note=_plan_note(report),
        cue_note=_cue_note(report, reader),
        preview=preview_entry(report.preview, reader),
        coverage=coverage_facts(report.coverage, so_far),
        problems=problem_groups(report.diagnostics),
        what_if=what_if_entry(report.what_if),
        sources=full_citations(cited, bibliography),
        disclaimer=reader.said(DISCLAIMER),
        version=(
            f"report schema {clean(report.schema_version)},"
            f" parameters {clean(report.parameter_version) or 'without a version'}"
        ),
    )


def _headline(report: WeeklyReport, reader: Reader) -> str:
    """Say the week in one sentence, unless the box above says the same."""
    if report.referral is not None and report.headline == report.referral.message:
        return ""
    return sentence(reader.said(dated(clean(report.headline, PROSE))))


def _tally(shown: Sequence[Flag], aside: int) -> str:
    """Count the flags that are shown, and those that are put aside."""
    counted = tally(shown)
    return f"{counted}; {aside} seen and put aside" if aside else counted


def _unit_notes(report: WeeklyReport) -> tuple[str, ...]:
    """Explain the units that the report uses and that are no everyday words."""
    channels = report.channels
    shown = [channels.hinge, channels.overhead, channels.flexion, channels.rotation]
    used = [channel.unit for channel in shown if channel.this_week or channel.usual]
    used += [fact.unit for flag in report.flags for fact in flag.because]
    return tuple(f"{unit}: {UNIT_NOTES[unit]}" for unit in UNIT_NOTES if unit in used)


def _week_note(so_far: WeekSoFar | None) -> tuple[str, ...]:
    """Say beside the exposure what a week that is not over is compared with."""
    if so_far is None:
        return ()
    return (f"This week is not over (up to {so_far.until}); usual and last week are whole weeks",)


def _cue_note(report: WeeklyReport, reader: Reader) -> str:
    told = reader.audience is Audience.COACH and any(item.cues for item in report.plan)
    return f"Cues are worded as they are said to {reader.who}." if told else ""


def _plan_note(report: WeeklyReport) -> str:
    if report.plan:
        return ""
    if report.referral is not None:
        return "No exercises are suggested before this has been examined."
    if not report.coverage.days_with_data:
        return "Nothing was recorded, so there is nothing to plan for."
    return "Nothing needs adding this week."
