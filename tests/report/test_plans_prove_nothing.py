"""What is planned proves nothing: no number, flag or sentence on the past depends on it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.athlete_log import ZONE, AthleteLog
from tl_analyzer.analysis import illustrated_report
from tl_analyzer.intake.gather import gather
from tl_analyzer.intake.reading_of import reading_of
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log, PlannedSession, PlannedSport, Provenance
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile, load_profile

FOLDER = Path(__file__).parent.parent.parent / "examples" / "desk_rider_lifter"
AS_OF = datetime.fromisoformat("2026-11-16T08:00:00+01:00")


def plans() -> tuple[PlannedSession, ...]:
    """Two years of hard days, before the week, in it and after it."""
    log = AthleteLog()
    found = []
    for n in range(0, 730):
        day = AS_OF.date() - timedelta(days=600) + timedelta(days=n)
        for row, (sport, wall) in enumerate(
            ((PlannedSport.STRENGTH, f"{day} 06:30"), (PlannedSport.RIDE, f"{day}"))
        ):
            start = log.at(wall)
            found.append(
                PlannedSession(
                    start=start,
                    end=start.utc + timedelta(hours=3),
                    sport=sport,
                    title="plan",
                    provenance=Provenance(adapter="test", file="p", digest="p", row=2 * n + row),
                )
            )
    return tuple(found)


def said(log: Log, profile: Profile, week: str, parameters: Parameters) -> str:
    reviewed = Week.parse(week, ZONE, AS_OF)
    report = illustrated_report(log, profile, reviewed, AS_OF, parameters, Recogniser())
    return report.model_dump_json(exclude={"preview"})


@pytest.mark.parametrize("week", ["2026-W46", "2026-W44", "this"])
def test_a_report_is_the_same_with_and_without_plans(week: str, parameters: Parameters) -> None:
    profile = load_profile(FOLDER / "profile.toml")
    log = gather([FOLDER], reading_of(profile))
    full = log.model_copy(update={"planned": plans()})
    assert said(full, profile, week, parameters) == said(log, profile, week, parameters)


def test_plans_alone_are_no_data(parameters: Parameters) -> None:
    profile = load_profile(FOLDER / "profile.toml")
    week = Week.parse("2026-W46", ZONE, AS_OF)
    planned = Log(planned=plans())
    report = illustrated_report(planned, profile, week, AS_OF, parameters, Recogniser())
    assert report.coverage.days_with_data == 0
    assert said(planned, profile, "2026-W46", parameters) == said(
        Log(), profile, "2026-W46", parameters
    )
