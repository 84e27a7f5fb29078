"""Damage to files: bytes, bits, cuts, what is doubled, lost or moved."""

from collections.abc import Callable
from random import Random

#: How many changes are done to one file; after many little can be decoded at all. [1]
_CHANGES = (1, 1, 1, 2, 5)
#: Longest stretch doubled, lost, moved or overwritten [bytes].
_STRETCH = 120


def mutated(data: bytes, dice: Random) -> bytes:
    """A file with a few kinds of damage."""
    mutant = bytearray(data)
    for _ in range(dice.choice(_CHANGES)):
        if mutant:
            dice.choice(_DAMAGES)(mutant, dice)
    return bytes(mutant)


def _byte(mutant: bytearray, dice: Random) -> None:
    mutant[dice.randrange(len(mutant))] = dice.choice((0, 1, 0x7F, 0x80, 0xFF, dice.randrange(256)))


def _bit(mutant: bytearray, dice: Random) -> None:
    mutant[dice.randrange(len(mutant))] ^= 1 << dice.randrange(8)


def _early_byte(mutant: bytearray, dice: Random) -> None:
    """Definitions stand early in a file."""
    mutant[dice.randrange(min(len(mutant), 200))] = dice.randrange(256)


def _stretch(mutant: bytearray, dice: Random) -> slice:
    begin = dice.randrange(len(mutant))
    return slice(begin, begin + dice.randint(1, _STRETCH))


def _doubled(mutant: bytearray, dice: Random) -> None:
    part = _stretch(mutant, dice)
    mutant[part.stop : part.stop] = mutant[part]


def _lost(mutant: bytearray, dice: Random) -> None:
    del mutant[_stretch(mutant, dice)]


def _moved(mutant: bytearray, dice: Random) -> None:
    part = _stretch(mutant, dice)
    moved = mutant[part]
    del mutant[part]
    place = dice.randint(0, len(mutant))
    mutant[place:place] = moved


def _overwritten(mutant: bytearray, dice: Random) -> None:
    part = _stretch(mutant, dice)
    length = len(mutant[part])
    mutant[part] = dice.choice((b"\0" * length, b"\xff" * length, dice.randbytes(length)))


def _cut(mutant: bytearray, dice: Random) -> None:
    del mutant[dice.randrange(len(mutant)) :]


_DAMAGES: tuple[Callable[[bytearray, Random], None], ...] = (
    _byte,
    _byte,
    _bit,
    _bit,
    _early_byte,
    _doubled,
    _lost,
    _moved,
    _overwritten,
    _cut,
)
