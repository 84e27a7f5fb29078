"""What adapters may know about the athlete of a profile."""

from tl_analyzer.adapter import Reading
from tl_analyzer.profile import Profile


def reading_of(profile: Profile) -> Reading:
    """Take from a profile what reading depends on."""
    athlete = profile.athlete
    return Reading(
        zone=athlete.timezone,
        weight_unit=athlete.units,
        body_mass_kg=athlete.body_mass_kg,
        columns=profile.columns,
    )
