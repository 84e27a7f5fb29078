"""How books of any kind are made, and in which order they count."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from tl_analyzer.plugins.installed import Installed
from tl_analyzer.plugins.loading import RefusedError

T = TypeVar("T")


def made_as(kind: type[T]) -> Callable[[Any], T]:
    """Take what an entry point holds: a book, or a function that makes one.

    Parameters
    ----------
    kind : type
        What it has to be; anything else is refused.
    """

    def made(held: Any) -> T:
        book = held() if callable(held) else held
        if not isinstance(book, kind):
            raise RefusedError(f"is no {kind.__name__}")
        return book

    return made


def shipped_first(books: Iterable[Installed[T]]) -> tuple[Installed[T], ...]:
    """What is shipped, then others by distribution and name."""
    return tuple(sorted(books, key=lambda b: (not b.shipped, b.distribution, b.name)))
