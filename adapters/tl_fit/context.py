"""What every reader of a FIT file needs to say where a value or a problem comes from."""

from dataclasses import dataclass

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Problem, ProblemKind, Provenance


@dataclass(frozen=True)
class Context:
    """The file being read, and what is known about the athlete.

    Attributes
    ----------
    adapter : str
        Name of the adapter.
    file : SourceFile
        The file.
    reading : Reading
        What the adapter may know about the athlete.
    stopped : str
        Why decoding ended early; empty when it did not.
    """

    adapter: str
    file: SourceFile
    reading: Reading
    stopped: str = ""

    def provenance(self, row: int | None) -> Provenance:
        """Provenance of a value whose message has this number."""
        return Provenance(
            adapter=self.adapter, file=self.file.name, digest=self.file.digest, row=row
        )

    def refused(
        self, code: str, *, found: str, expected: str, hint: str, row: int | None = None
    ) -> Problem:
        """Something that is not in the log."""
        return self._problem(ProblemKind.REFUSED, code, found, expected, hint, row)

    def repaired(self, code: str, *, found: str, expected: str, hint: str) -> Problem:
        """Something that is in the log after a repair."""
        return self._problem(ProblemKind.REPAIRED, code, found, expected, hint, None)

    def note(
        self, code: str, *, found: str, expected: str, hint: str, row: int | None = None
    ) -> Problem:
        """Something the reader should know."""
        return self._problem(ProblemKind.NOTE, code, found, expected, hint, row)

    def _problem(
        self, kind: ProblemKind, code: str, found: str, expected: str, hint: str, row: int | None
    ) -> Problem:
        return Problem(
            file=self.file.name,
            found=found,
            expected=expected,
            hint=hint,
            line=row,
            kind=kind,
            code=code,
        )
