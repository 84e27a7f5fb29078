"""A week of a log, reviewed with its pictures."""

from datetime import UTC, datetime

from tests.athlete_log import AthleteLog
from tl_analyzer.analysis import illustrated_report
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Profile
from tl_analyzer.report.weekly_report import WeeklyReport

BUILD = AthleteLog()
RECOGNISER = Recogniser()


def reviewed(
    log: Log, week: str = "2026-W46", as_of: str = "", bike: str = "hoods"
) -> WeeklyReport:
    profile = Profile.model_validate(
        {
            "athlete": {"id": "a", "timezone": BUILD.zone, "body_mass_kg": 80},
            "bike": {"position": bike},
        }
    )
    moment = datetime.fromisoformat(as_of) if as_of else datetime(2027, 1, 1, tzinfo=UTC)
    told = Week.parse(week, BUILD.zone, moment)
    return illustrated_report(log, profile, told, moment, parameter_set(), RECOGNISER)
