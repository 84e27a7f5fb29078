"""Who is meant where the command line does not say: the usual profile and athlete."""

from collections.abc import Sequence
from pathlib import Path

from tl_analyzer.athletes.athlete import PROFILE_FILE, checked_profile
from tl_analyzer.cli.config_file import config_in_use


def own_profile() -> Path | None:
    """The profile of somebody who names none: the one here, else the configured one."""
    here = Path(PROFILE_FILE)
    return here if here.is_file() else config_in_use().path("profile")


def usual_profile(
    chosen: Path | None, paths: Sequence[Path], athlete_id: str | None = None
) -> Path | None:
    """``--profile``, else the configured one where no folder brings its own.

    Parameters
    ----------
    chosen : Path or None
        ``--profile``.
    paths : sequence of Path
        The inputs; a profile.toml in a folder among them is nearer than the configured one.
    athlete_id : str or None
        ``--athlete``: somebody else than the configured profile is about.
    """
    configured = config_in_use().path("profile")
    if chosen is not None or configured is None:
        return chosen
    if any((path / PROFILE_FILE).is_file() for path in paths):
        return None
    if athlete_id not in (None, checked_profile(configured).athlete.id):
        return None
    return configured


def usual_athlete(chosen: str | None, profile: Path | None) -> str | None:
    """``--athlete``, else the configured one where no profile says who is meant."""
    configured = config_in_use().general.get("athlete")
    return chosen if chosen or profile or configured is None else configured.value
