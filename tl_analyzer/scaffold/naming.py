"""What a new package is called: its distribution, its module, its class."""

import re
from dataclasses import dataclass
from importlib.util import find_spec

from tl_analyzer.remedy import RemediableError

#: Longest name. [characters]
LONGEST = 30

#: Letters of the name that a rule's code begins with. [1]
_CODE_LETTERS = 4
_PREFIX = "tl-"
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Naming:
    """Names of a new package.

    Attributes
    ----------
    name : str
        What its author called it, such as ``row-book``.
    """

    name: str

    @property
    def distribution(self) -> str:
        """As it is installed: ``tl-row-book``."""
        return _PREFIX + self.name

    @property
    def package(self) -> str:
        """As it is imported: ``tl_row_book``."""
        return self.distribution.replace("-", "_")

    @property
    def class_name(self) -> str:
        """As its class begins: ``RowBook``."""
        return "".join(part.capitalize() for part in self.name.split("-"))

    @property
    def rule_code(self) -> str:
        """As its first rule is called: ``ROWB101``."""
        letters = "".join(char for char in self.name if char.isalpha())[:_CODE_LETTERS].upper()
        # Codes that begin with TL alone are those of the shipped rules.
        return ("TLX" if letters == "TL" else letters.ljust(2, "X")) + "101"


def naming(typed: str) -> Naming:
    """Names of a package for what its author typed.

    Parameters
    ----------
    typed : str
        A name of lower-case letters, digits and single hyphens; a leading ``tl-`` is dropped.

    Raises
    ------
    RemediableError
        If it is no such name, or a package of that name is there already.
    """
    name = typed.strip().removeprefix(_PREFIX)
    if len(name) > LONGEST or not _NAME.fullmatch(name):
        raise RemediableError(
            f"{typed[:LONGEST]!r} cannot name a package",
            "Use lower-case letters, digits and single hyphens, beginning with a letter, and at"
            f" most {LONGEST} of them, such as {_near(typed)}",
        )
    made = Naming(name)
    if find_spec(made.package) is not None:
        raise RemediableError(
            f"there is an installed package {made.package} already",
            f"Take another name, such as my-{name}.",
        )
    return made


def _near(typed: str) -> str:
    """A name near to what was typed."""
    near = re.sub(r"[^a-z0-9]+", "-", typed.lower()[:LONGEST]).strip("-0123456789")
    return near.removeprefix(_PREFIX) if _NAME.fullmatch(near) else "my-app"
