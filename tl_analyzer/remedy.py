"""Errors that say what is wrong and what to do next."""


class RemediableError(Exception):
    """Something that cannot be done as asked, and what helps.

    Parameters
    ----------
    message : str
        What is wrong, and where.
    remedy : str
        What to do next.
    """

    def __init__(self, message: str, remedy: str) -> None:
        # Both are arguments of the base, so that the error travels between processes.
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return self.message


class NothingReadableError(RemediableError):
    """Nothing readable was among the inputs."""
