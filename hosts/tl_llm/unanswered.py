"""Questions that have no answer: what is wrong, and what helps, instead of a traceback."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


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

    def __str__(self) -> str:
        return f"{self.message}. {self.remedy}"


@contextmanager
def answering() -> Iterator[None]:
    """Ask the analysis something.

    It is imported inside: an analysis that cannot be loaded must not take llm with it.

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


@contextmanager
def without_folders() -> Iterator[None]:
    """Ask for a model: where somebody keeps their files is no business of it.

    Raises
    ------
    UnansweredError
        In place of one that may name the folder of the log store, or the user's own.
    """
    try:
        yield
    except UnansweredError as why:
        raise UnansweredError(_unplaced(why.message), _unplaced(why.remedy)) from why


def _unplaced(text: str) -> str:
    folders = {f"{folder}{os.sep}" for folder in (*_store_folder(), Path.home())}
    for folder in sorted(folders - {os.sep}, key=len, reverse=True):
        text = text.replace(folder, "")
    return text


def _store_folder() -> tuple[Path, ...]:
    try:
        from tl_analyzer.store.location import default_store
    except Exception:
        # An analysis that cannot be loaded looked into no store.
        return ()
    return (default_store().parent,)
