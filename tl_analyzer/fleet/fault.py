"""Why a run over a fleet could not be made."""

from tl_analyzer.remedy import RemediableError


class FleetError(RemediableError):
    """A run that cannot be made as asked."""
