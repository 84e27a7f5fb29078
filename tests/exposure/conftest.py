"""Builders of small logs, in the words of an athlete."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.athlete_log import ZONE, AthleteLog
from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Profile


class Builder(AthleteLog):
    """Builds entries of a log, and the picture of a week in it."""

    week = Week.parse("2026-W46", ZONE, datetime(2026, 11, 20, tzinfo=UTC))
    as_of = datetime(2026, 11, 20, 12, tzinfo=UTC)

    def profile(self, **tables: object) -> Profile:
        athlete = {"id": "a", "timezone": self.zone, "body_mass_kg": 80, "units": "kg"}
        return Profile.model_validate({"athlete": athlete, **tables})

    def picture(self, log: Log, profile: Profile | None = None) -> Picture:
        return picture_of(
            log,
            profile or self.profile(),
            self.week,
            self.as_of,
            parameter_set(),
            Recogniser(),
        )


@pytest.fixture
def build() -> Builder:
    return Builder()


@pytest.fixture
def number(parameters: Parameters) -> Callable[[str], float]:
    return parameters.number
