"""Why a dataset cannot be read or written."""


class DatasetError(ValueError):
    """A dataset that cannot be used.

    Parameters
    ----------
    message, remedy : str
        What is wrong, and what helps.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy


class UnreadableDatasetError(DatasetError):
    """What should be read is no dataset, or a damaged one."""
