"""Why a run over a fleet could not be made."""


class FleetError(ValueError):
    """A run that cannot be made as asked.

    Parameters
    ----------
    message, remedy : str
        What is wrong, and what helps.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy
