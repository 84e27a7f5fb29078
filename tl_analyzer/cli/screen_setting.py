"""Whose screen it is, and on which day."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tl_analyzer.athletes.athlete import checked_profile, system_zone
from tl_analyzer.athletes.moment import as_of_instant
from tl_analyzer.athletes.settings import parameters_for
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile, default_profile


@dataclass(frozen=True, slots=True)
class ScreenSetting:
    """What a screen is done with.

    Attributes
    ----------
    file : Path or None
        The profile's file; None where there is none.
    profile : Profile
        The athlete.
    today : date
        Local day of the screen.
    parameters : Parameters
        Thresholds.
    """

    file: Path | None
    profile: Profile
    today: date
    parameters: Parameters


def screen_setting(file: Path | None, as_of: str | None) -> ScreenSetting:
    """Read the profile before anything is asked: its faults must not cost two minutes.

    Raises
    ------
    UsageFailure
        If the profile cannot be used.
    """
    profile = default_profile("me", system_zone()) if file is None else checked_profile(file)
    return ScreenSetting(
        file=file,
        profile=profile,
        today=as_of_instant(as_of, profile.athlete.timezone).date(),
        parameters=parameters_for(profile),
    )
