"""The report in words, before any layout: what every format for people says, said once.

A format decides where things stand and what they look like. What is said, in which order, with
how many digits, and that foreign text is harmless, is decided here.
"""

from collections.abc import Mapping
from typing import NamedTuple

from tl_analyzer.advice.referral import Referral
from tl_analyzer.reference import Reference
from tl_analyzer.report.channel_words import ChannelEntry, channel_entries
from tl_analyzer.report.citations import full_citations
from tl_analyzer.report.coverage_words import Fact, coverage_facts
from tl_analyzer.report.flag_words import FlagEntry, flag_entries, tally
from tl_analyzer.report.pain_words import PainEntry, pain_entry
from tl_analyzer.report.plan_words import PlanEntry, plan_entries
from tl_analyzer.report.problem_groups import ProblemGroup, problem_groups
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.what_if_words import WhatIfEntry, what_if_entry
from tl_analyzer.report.wording import PROSE, clean, dated, moment, sentence, week_days

#: What the numbers are, and are not. Stands under every report.
DISCLAIMER = (
    "Exposure relative to your own history - not a diagnosis, not an injury probability. "
    "Pain that is new, spreads or worries you belongs in front of a clinician."
)

#: Units of a report that are no everyday words.
UNIT_NOTES = {"u-min": "flexion-minutes: minutes weighted by how far the back is bent, 0 to 1"}


class ReferralEntry(NamedTuple):
    """The box that comes before everything else."""

    title: str
    message: str
    signs: str
    because: str


class Page(NamedTuple):
    """A weekly report in words."""

    title: str
    subtitle: str
    headline: str
    referral: ReferralEntry | None
    tally: str
    flags: tuple[FlagEntry, ...]
    channels: tuple[ChannelEntry, ...]
    pain: PainEntry | None
    unit_notes: tuple[str, ...]
    plan: tuple[PlanEntry, ...]
    plan_note: str
    coverage: tuple[Fact, ...]
    problems: tuple[ProblemGroup, ...]
    what_if: WhatIfEntry | None
    sources: tuple[tuple[str, str], ...]
    disclaimer: str
    version: str


def page(report: WeeklyReport, bibliography: Mapping[str, Reference]) -> Page:
    """Put a report into words.

    Parameters
    ----------
    report : WeeklyReport
        The report value; nothing else is looked at.
    bibliography : mapping of str to Reference
        Citations for the keys the report names.
    """
    named = clean(report.athlete.name)
    who = f"{named} ({clean(report.athlete.id)})" if named else clean(report.athlete.id)
    flags = report.flags
    cited = [key for flag in flags for key in flag.references]
    cited += [item.reference for item in report.plan if item.reference]
    return Page(
        title=f"Week {clean(report.week)}: {week_days(report.week)}",
        subtitle=f"{who} · {clean(report.timezone)} · as of {moment(report.as_of, year=True)}",
        headline=_headline(report),
        referral=_referral(report.referral),
        tally=tally(flags),
        flags=flag_entries(flags, bibliography),
        channels=channel_entries(report.channels),
        pain=pain_entry(report.symptoms),
        unit_notes=_unit_notes(report),
        plan=plan_entries(report.plan, flags, bibliography),
        plan_note=_plan_note(report),
        coverage=coverage_facts(report.coverage),
        problems=problem_groups(report.diagnostics),
        what_if=what_if_entry(report.what_if),
        sources=full_citations(cited, bibliography),
        disclaimer=DISCLAIMER,
        version=(
            f"report schema {clean(report.schema_version)},"
            f" parameters {clean(report.parameter_version) or 'without a version'}"
        ),
    )


def _headline(report: WeeklyReport) -> str:
    """Say the week in one sentence, unless the box above says the same."""
    if report.referral is not None and report.headline == report.referral.message:
        return ""
    return sentence(dated(clean(report.headline, PROSE)))


def _referral(referral: Referral | None) -> ReferralEntry | None:
    if referral is None:
        return None
    titles = {"emergency": "EMERGENCY: get help today", "clinician": "SEE A CLINICIAN FIRST"}
    return ReferralEntry(
        title=titles[referral.level],
        message=sentence(clean(referral.message, PROSE)),
        signs=", ".join(clean(sign).replace("_", " ") for sign in referral.signs),
        because=", ".join(clean(code) for code in referral.because),
    )


def _unit_notes(report: WeeklyReport) -> tuple[str, ...]:
    """Explain the units that the report uses and that are no everyday words."""
    channels = report.channels
    shown = [channels.hinge, channels.overhead, channels.flexion, channels.rotation]
    used = [channel.unit for channel in shown if channel.this_week or channel.usual]
    used += [fact.unit for flag in report.flags for fact in flag.because]
    return tuple(f"{unit}: {UNIT_NOTES[unit]}" for unit in UNIT_NOTES if unit in used)


def _plan_note(report: WeeklyReport) -> str:
    if report.plan:
        return ""
    if report.referral is not None:
        return "No exercises are suggested before this has been examined."
    if not report.coverage.days_with_data:
        return "Nothing was recorded, so there is nothing to plan for."
    return "Nothing needs adding this week."
