"""Whether colour may be used: NO_COLOR, FORCE_COLOR and dumb terminals, in that order."""

from collections.abc import Mapping


def color_choice(environment: Mapping[str, str]) -> bool | None:
    """Decide on colour from the environment.

    Parameters
    ----------
    environment : mapping of str to str
        Environment variables.

    Returns
    -------
    bool or None
        False or True where the environment decides; None leaves it to the terminal.
    """
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return None
