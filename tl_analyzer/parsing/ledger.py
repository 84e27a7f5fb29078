"""The account of one file while it is read."""

from collections import Counter

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Problem, ProblemKind, Tally


class Ledger:
    """Counts what becomes of each row or event, and words the problems on the way.

    Parameters
    ----------
    file : SourceFile
        The file being read.
    adapter, unit : str
        Who answers for it, and what is counted.
    """

    def __init__(self, file: SourceFile, adapter: str, unit: str) -> None:
        self._file, self._adapter, self._unit = file.name, adapter, unit
        self._read = self._refused = 0
        self._aside: Counter[str] = Counter()

    def take(self, count: int = 1) -> None:
        """Count units that entered the log."""
        self._read += count

    def set_aside(self, label: str, count: int = 1) -> None:
        """Count units that hold nothing for the log by their nature."""
        self._aside[label] += count

    def problem(
        self,
        kind: ProblemKind,
        code: str,
        found: str,
        expected: str,
        hint: str,
        line: int | None = None,
        column: str | None = None,
    ) -> Problem:
        """A problem of this file that takes no unit out of the log."""
        return Problem(
            file=self._file,
            found=found,
            expected=expected,
            hint=hint,
            line=line,
            column=column,
            kind=kind,
            code=code,
        )

    def refuse(
        self, code: str, found: str, expected: str, hint: str, line: int, column: str | None = None
    ) -> Problem:
        """Count one unit as refused, and say why."""
        self._refused += 1
        return self.problem(ProblemKind.REFUSED, code, found, expected, hint, line, column)

    def too_large(self, size: int, limit: int) -> Problem:
        """Say that the file is larger than what is read."""
        hint = "Export a shorter period, or split the file."
        return self.problem(
            ProblemKind.REFUSED,
            "file-too-large",
            f"{size} bytes",
            f"at most {limit} bytes",
            hint,
        )

    def tally(self) -> Tally:
        """The account, closed."""
        return Tally(
            file=self._file,
            adapter=self._adapter,
            unit=self._unit,
            total=self._read + self._refused + sum(self._aside.values()),
            read=self._read,
            refused=self._refused,
            set_aside=tuple(sorted((label, n) for label, n in self._aside.items() if n)),
        )
