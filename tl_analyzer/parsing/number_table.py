"""Numbers of a package, from a data file that says of each its unit, source and reason."""

from importlib.resources import files
from typing import TypeVar

import tomli

T = TypeVar("T")


def read_numbers(package: str, file: str, kind: type[T]) -> T:
    """Read the values of a data file into a dataclass of numbers.

    Parameters
    ----------
    package, file : str
        Where the file lies: one table each number, with its ``value``.
    kind : type
        A dataclass whose fields are floats, with the names of the file.

    Raises
    ------
    TypeError
        When file and dataclass do not name the same numbers.
    """
    text = files(package).joinpath(file).read_text(encoding="utf-8")
    return kind(**{name: float(entry["value"]) for name, entry in tomli.loads(text).items()})
