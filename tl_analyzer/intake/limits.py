"""Bounds on what is read: inputs are untrusted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of an input is taken in before it is refused with a clear line.

    Attributes
    ----------
    file_bytes : int
        Largest single file or archive member, unpacked; it is streamed, never held whole. What
        an adapter holds in memory it bounds itself. [bytes]
    total_bytes : int
        Largest sum of everything in one archive, unpacked. [bytes]
    ratio : float
        Largest ratio of unpacked to packed size, beyond `ratio_from_bytes`. [1]
    ratio_from_bytes : int
        Unpacked size below which the ratio does not matter. [bytes]
    held_bytes : int
        What is unpacked into memory or, beyond it, to a private temporary file. [bytes]
    members : int
        Most members of one archive. [1]
    depth : int
        Archives within archives. [1]
    files : int
        Most files under one path. [1]
    """

    file_bytes: int = 4 * 1024**3 - 1
    total_bytes: int = 64 * 1024**3
    ratio: float = 200.0
    ratio_from_bytes: int = 16 * 1024**2
    held_bytes: int = 16 * 1024**2
    members: int = 100_000
    depth: int = 3
    files: int = 200_000
