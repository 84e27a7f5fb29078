"""Which equipment an athlete has, whatever word the profile uses for it."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import tomli


class EquipmentWords(NamedTuple):
    """What everybody has, and which words mean the same thing."""

    everyday: frozenset[str]
    same: dict[str, str]


@cache
def equipment_words() -> EquipmentWords:
    """The shipped list of words."""
    text = files("tl_analyzer.advice").joinpath("equipment.toml").read_text(encoding="utf-8")
    tree = tomli.loads(text)
    return EquipmentWords(
        everyday=frozenset(tree["everyday"]),
        same={_plain(word): meant for word, meant in tree["same"].items()},
    )


def canonical(word: str) -> str:
    """Return the catalogue's word for a piece of equipment: ``Resistance bands`` -> ``band``."""
    plain = _plain(word)
    return equipment_words().same.get(plain, plain)


def available(owned: tuple[str, ...]) -> frozenset[str]:
    """What an athlete can use: what they own and what everybody has."""
    return frozenset(map(canonical, owned)) | equipment_words().everyday


def _plain(word: str) -> str:
    return "_".join(word.lower().replace("-", " ").replace("_", " ").split()).removesuffix("s")
