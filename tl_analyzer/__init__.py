"""Exposure at the thoracolumbar junction from strength logs, rides and desk time.

::

    import tl_analyzer as tl

    anna = tl.read("training/")
    report = tl.weekly_report(anna, "2026-W46")
    print(tl.render(report))
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tl_analyzer.agenda.agenda import Agenda
    from tl_analyzer.api.athlete import Athlete, of_log, read, stored, stored_athletes
    from tl_analyzer.api.knowledge import explain, recognise, rules_in_use
    from tl_analyzer.api.profiles import default_profile, read_profile
    from tl_analyzer.api.rendering import render, render_bytes
    from tl_analyzer.api.ride_exposure import RideLine, rides
    from tl_analyzer.api.week import team_roster, week_ahead, weekly_report
    from tl_analyzer.finding import Flag, Severity
    from tl_analyzer.frames import frame
    from tl_analyzer.log import Log
    from tl_analyzer.movement.movement import Movement
    from tl_analyzer.profile import Profile
    from tl_analyzer.remedy import NothingReadableError, RemediableError
    from tl_analyzer.report.audience import Audience
    from tl_analyzer.report.layout import Layout
    from tl_analyzer.report.page import NOT_A_DIAGNOSIS
    from tl_analyzer.report.weekly_report import WeeklyReport
    from tl_analyzer.roster.roster import Roster
    from tl_analyzer.rules.rule import Rule
else:
    from tl_analyzer.public_names import listed as __dir__  # noqa: F401
    from tl_analyzer.public_names import loaded as __getattr__  # noqa: F401

__version__ = "0.3.0"

__all__ = [
    "NOT_A_DIAGNOSIS",
    "Agenda",
    "Athlete",
    "Audience",
    "Flag",
    "Layout",
    "Log",
    "Movement",
    "NothingReadableError",
    "Profile",
    "RemediableError",
    "RideLine",
    "Roster",
    "Rule",
    "Severity",
    "WeeklyReport",
    "__version__",
    "default_profile",
    "explain",
    "frame",
    "of_log",
    "read",
    "read_profile",
    "recognise",
    "render",
    "render_bytes",
    "rides",
    "rules_in_use",
    "stored",
    "stored_athletes",
    "team_roster",
    "week_ahead",
    "weekly_report",
]
