"""A worker must be of the same version as the command, also one that joins while it runs."""

from tl_analyzer import __version__
from tl_analyzer.fleet.fault import FleetError


def check_version(asked: str) -> None:
    """Refuse a task that another version has made.

    Parameters
    ----------
    asked : str
        Version of the command that made it.

    Raises
    ------
    FleetError
        If this is another one.
    """
    if asked != __version__:
        raise FleetError(
            f"a worker has tl-analyzer {__version__}, this command is {asked}",
            f"Install tl-analyzer=={asked} on every worker and start it again.",
        )
