"""The contract between the core and an adapter: all that a plugin author reads.

An adapter answers two questions about a file: *is this mine?* (from its head alone) and
*what does it hold?* (entries of the log, problems, and one account of all its rows).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, ClassVar, Protocol, runtime_checkable

from tl_analyzer.log import Entry, Problem, Provenance, Tally, WeightUnit

#: Bytes of a file that recognition may look at.
HEAD_BYTES = 65_536

#: Version of this contract. An adapter for a newer one is refused by name.
CONTRACT = 1


@dataclass(frozen=True)
class SourceFile:
    """A file to be read, already unpacked if it came compressed or in an archive.

    Attributes
    ----------
    name : str
        The file as the user knows it, such as ``takeout.zip!/rides/1.fit.gz``.
    head : bytes
        The first `HEAD_BYTES` bytes.
    size : int
        Bytes in all.
    digest : str
        SHA-256 of all bytes, hexadecimal.
    opener : callable
        Opens the bytes from the start.
    """

    name: str
    head: bytes
    size: int
    digest: str
    opener: Callable[[], BinaryIO]

    def open(self) -> BinaryIO:
        """Open the bytes from the start."""
        return self.opener()

    def read(self) -> bytes:
        """All bytes."""
        with self.opener() as stream:
            return stream.read()

    @property
    def base(self) -> str:
        """Last part of the name, without folders or archive."""
        return self.name.replace("\\", "/").rsplit("/", 1)[-1]


@dataclass(frozen=True)
class Reading:
    """What an adapter may know about the athlete when it reads.

    Attributes
    ----------
    zone : str
        IANA zone for clocks that state none.
    weight_unit : WeightUnit or None
        Unit for logs that state none; None when the profile does not say.
    body_mass_kg : float or None
        Body mass [kg], where the profile states it.
    """

    zone: str = "UTC"
    weight_unit: WeightUnit | None = None
    body_mass_kg: float | None = None


@runtime_checkable
class Adapter(Protocol):
    """What a distribution offers under the entry-point group ``tl_analyzer.adapters``."""

    #: Stable name, used in provenance.
    name: ClassVar[str]
    #: One line for ``tl adapters``: which files it recognises.
    recognised: ClassVar[str]
    #: The contract version it was written for.
    contract: ClassVar[int]

    def recognises(self, file: SourceFile) -> bool:
        """Whether this file is this adapter's, judged by ``file.head`` (and name) alone."""
        ...

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield what the file holds; never raise for its content; end with one `Tally`."""
        ...


def provenance(adapter: Adapter, file: SourceFile, row: int | None = None) -> Provenance:
    """Provenance of a value read by `adapter` from `file`."""
    return Provenance(adapter=adapter.name, file=file.name, digest=file.digest, row=row)
