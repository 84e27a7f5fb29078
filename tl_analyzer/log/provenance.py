"""Where a value came from, what went wrong on the way, and how the rows add up."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from tl_analyzer.log.value import Value


class Provenance(Value):
    """Where one value of the log was read.

    Attributes
    ----------
    adapter : str
        Name of the adapter that read it.
    file : str
        The file as the user named it; a member of an archive is ``archive.zip!/member``.
    digest : str
        SHA-256 of the file's bytes (after decompression), hexadecimal.
    row : int or None
        Line (text) or message number (binary), counted from 1.
    """

    adapter: str
    file: str
    digest: str
    row: int | None = None


class ProblemKind(StrEnum):
    """How a problem changes the count of what was read."""

    #: The value was not understood and is not in the log; it counts as refused.
    REFUSED = "refused"
    #: The value is in the log after a documented repair.
    REPAIRED = "repaired"
    #: The value is in the log as it stands; the reader should know something about it.
    NOTE = "note"


class Problem(Value):
    """One thing that could not be taken as it was found.

    Attributes
    ----------
    file : str
        The file as the user named it.
    found, expected, hint : str
        What stood there, what should have, and what the user can do.
    line : int or None
        Line or message number, counted from 1.
    column : str or None
        Name (or number) of the column or field.
    kind : ProblemKind
        Whether something was left out, repaired or only remarked on.
    code : str
        Short stable word for grouping, such as ``unit-guessed``.
    """

    file: str
    found: str
    expected: str
    hint: str
    line: int | None = None
    column: str | None = None
    kind: ProblemKind = ProblemKind.REFUSED
    code: str = "unreadable"

    def __str__(self) -> str:
        """One line: place, finding, expectation, advice."""
        place = self.file
        if self.line is not None:
            place += f":{self.line}"
        if self.column:
            place += f" [{self.column}]"
        return f"{place}: found {self.found}; expected {self.expected}. {self.hint}"


class Tally(Value):
    """The account of one file: everything it holds is read, refused or set aside by name.

    Attributes
    ----------
    file, adapter : str
        The file and the adapter that answers for it.
    unit : str
        What is counted: ``row``, ``message``, ``event``, ``interval``.
    total, read, refused : int
        All units found; those that entered the log; those refused with a `Problem`.
    set_aside : tuple of (str, int)
        Units that hold no training by their nature, such as rest-timer rows, by label.
    """

    file: str
    adapter: str
    unit: str
    total: int = Field(ge=0)
    read: int = Field(ge=0)
    refused: int = Field(ge=0)
    set_aside: tuple[tuple[str, int], ...] = ()

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        aside = sum(count for _, count in self.set_aside)
        if self.read + self.refused + aside != self.total:
            raise ValueError(
                f"{self.file}: {self.read} read + {self.refused} refused + {aside} set aside"
                f" is not {self.total} {self.unit}s"
            )
        return self
