"""One promise as one test."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from tl_analyzer.promises import Broken

#: Broken promises shown of one test. [1]
_SHOWN = 8


class NotKeptError(Exception):
    """A promise that was broken, in words for its author."""


class PromiseItem(pytest.Item):
    """A test that passes when nothing breaks a promise.

    Parameters
    ----------
    check : callable
        Returns every way in which it is broken.
    **rest : object
        Of any test.
    """

    def __init__(self, *, check: Callable[[], Iterable[Broken]], **rest: Any) -> None:
        super().__init__(**rest)
        self._check = check

    def runtest(self) -> None:
        """Check the promise."""
        broken = list(self._check())
        if broken:
            lines = [f"{each.promise}: {each.file}: {each.how}" for each in broken[:_SHOWN]]
            if len(broken) > _SHOWN:
                lines.append(f"... and {len(broken) - _SHOWN} more")
            raise NotKeptError("\n".join(lines))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Say what happened; a traceback of this kit would tell an author nothing."""
        if isinstance(excinfo.value, NotKeptError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the test stands, and its name."""
        return self.path, None, f"{self.path.name}: {self.name}"
