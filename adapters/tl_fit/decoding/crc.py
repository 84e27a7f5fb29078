"""The checksum of FIT files, CRC-16/ARC, without a loop over bytes.

A checksum is the remainder of the data as a polynomial over GF(2), here by
``x^16 + x^15 + x^2 + 1 = (x + 1) (x^15 + x + 1)``. As ``x^15 + x + 1`` is primitive, powers of x
recur after 2^15 - 1, in bits and hence in bytes: bytes that lie so far apart are simply added up,
by exclusive or. What is left is folded in halves: the front half is moved on to the rear one, by
tables of what zeros make of a checksum.
"""

from functools import cache

import numpy as np
import numpy.typing as npt

_Table = npt.NDArray[np.uint16]

_POLYNOMIAL = 0xA001
_PERIOD_BYTES = (1 << 15) - 1
_WORD_BYTES = 2


def crc16(data: memoryview) -> int:
    """The checksum of some bytes."""
    # Zeros in front change nothing: one to make the period even, and some to fill it up.
    period = np.zeros(1 + _PERIOD_BYTES, np.uint8)
    over = len(data) % _PERIOD_BYTES
    period[len(period) - over :] = np.frombuffer(data[:over], np.uint8)
    rows = np.frombuffer(data[over:], np.uint8).reshape(-1, _PERIOD_BYTES)
    period[1:] ^= np.bitwise_xor.reduce(rows, axis=0)
    sums = period.view("<u2").astype(np.uint16)
    on = _moved_on()
    while len(sums) > 1:
        half = len(sums) // 2
        sums = on[half * _WORD_BYTES][sums[:half]] ^ sums[half:]
    return int(on[_WORD_BYTES][sums[0]])


@cache
def _moved_on() -> dict[int, _Table]:
    """What a number of zero bytes makes of every checksum, by that number: the powers of two."""
    byte = np.arange(1 << 8, dtype=np.uint16)
    for _ in range(8):
        byte = np.where(byte & 1, (byte >> 1) ^ _POLYNOMIAL, byte >> 1).astype(np.uint16)
    every = np.arange(1 << 16, dtype=np.uint16)
    table = (every >> 8) ^ byte[every & 0xFF]
    tables = {}
    zeros = 1
    while zeros < _PERIOD_BYTES:
        tables[zeros] = table
        table = table[table]
        zeros *= 2
    return tables
