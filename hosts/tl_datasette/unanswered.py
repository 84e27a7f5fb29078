"""Questions that have no answer: what is wrong, and what helps, instead of a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager


class UnansweredError(Exception):
    """A question without an answer.

    Parameters
    ----------
    message : str
        What is wrong.
    remedy : str
        What to do next.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy


@contextmanager
def answering() -> Iterator[None]:
    """Ask the analysis something.

    It is imported inside: an analysis that cannot be loaded must not take datasette with it.

    Raises
    ------
    UnansweredError
        In place of whatever went wrong.
    """
    try:
        yield
    except UnansweredError:
        raise
    except Exception as why:
        # By its attributes, not its class: that could not be imported, either.
        message, remedy = getattr(why, "message", None), getattr(why, "remedy", None)
        if isinstance(message, str) and isinstance(remedy, str):
            raise UnansweredError(message, remedy) from why
        said = f"the analysis failed: {type(why).__name__}: {why}"
        raise UnansweredError(said, "`tl doctor` shows whether tl-analyzer is whole.") from why
