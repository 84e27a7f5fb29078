"""The contract between the core and an adapter: all that a plugin author reads.

An adapter answers two questions about a file: *is this mine?* (from its head alone) and
*what does it hold?* (entries of the log, problems, and one account of all its rows).
"""

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import BinaryIO, ClassVar, Protocol, Self, runtime_checkable

from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import Entry, Problem, Provenance, Tally, WeightUnit

#: Bytes of a file that recognition may look at.
HEAD_BYTES = 65_536

_CHUNK = 1 << 20

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
    opener : callable
        Opens the bytes from the start. Of a large file take no more into memory than needed.
    columns : ColumnMap or None
        How the athlete said that its columns are to be read. Such a file goes to the adapter
        that the map names, and no other is asked.
    """

    name: str
    head: bytes
    size: int
    opener: Callable[[], BinaryIO]
    columns: ColumnMap | None = None

    @classmethod
    def of_bytes(cls, name: str, data: bytes) -> Self:
        """Make a file of bytes in memory."""
        return cls(name, data[:HEAD_BYTES], len(data), partial(io.BytesIO, data))

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all bytes, hexadecimal; the bytes are read for it once."""
        digest = hashlib.sha256()
        with self.opener() as stream:
            while part := stream.read(_CHUNK):
                digest.update(part)
        return digest.hexdigest()

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
    columns : tuple of ColumnMap
        How the athlete's own tables are to be read.
    """

    zone: str = "UTC"
    weight_unit: WeightUnit | None = None
    body_mass_kg: float | None = None
    columns: tuple[ColumnMap, ...] = ()


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
