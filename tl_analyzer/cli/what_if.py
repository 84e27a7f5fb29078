"""``--what-if``: a change that cannot be read or applied ends the command, with what helps."""

from collections.abc import Iterator
from contextlib import contextmanager

from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.whatif.change import ChangeError


@contextmanager
def refused_changes() -> Iterator[None]:
    """Turn a change that is refused into a failure of the command.

    Raises
    ------
    UsageFailure
        If a change cannot be read, or the week holds nothing it could apply to.
    """
    try:
        yield
    except ChangeError as why:
        raise UsageFailure(f"--what-if: {why}", why.hint) from why
