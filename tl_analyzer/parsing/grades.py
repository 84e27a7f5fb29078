"""What evidence is worth, and what is believed: tables of an adapter's package, read and checked.

An adapter keeps its numbers in ``evidence.toml``: of each its value, unit, reference and note, and
of a grade its quality too. The names in the file and those of the dataclass must be the same.
"""

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

import tomli

from tl_analyzer.log import Quality

T = TypeVar("T")
Grades = TypeVar("Grades")
Limits = TypeVar("Limits")


@dataclass(frozen=True, slots=True)
class Grade:
    """Probability that a stretch of time is what it is taken for [1], and how that is known."""

    probability: float
    quality: Quality


@dataclass(frozen=True)
class EvidenceOf(Generic[Grades, Limits]):
    """All numbers that the adapters of a package use: its dataclasses of grades and of limits."""

    grade: Grades
    limit: Limits


def read_evidence(
    package: str, grades: type[Grades], limits: type[Limits]
) -> EvidenceOf[Grades, Limits]:
    """Read ``[grade]`` and ``[limit]`` of a package's ``evidence.toml``.

    Raises
    ------
    ValueError
        When the file and the dataclasses do not name the same things.
    """
    return EvidenceOf(read_grades(package, grades), read_limits(package, limits))


def read_grades(package: str, kind: type[T]) -> T:
    """Read ``[grade]`` of a package's ``evidence.toml`` into a dataclass of `Grade`.

    Raises
    ------
    ValueError
        When the file and the dataclass do not name the same things.
    """
    entries = _entries(package, "grade", kind)
    return kind(**{n: Grade(e["value"], Quality(e["quality"])) for n, e in entries.items()})


def read_limits(package: str, kind: type[T]) -> T:
    """Read ``[limit]`` of a package's ``evidence.toml`` into a dataclass of numbers.

    Raises
    ------
    ValueError
        When the file and the dataclass do not name the same things.
    """
    return kind(**{n: e["value"] for n, e in _entries(package, "limit", kind).items()})


def read_table(package: str, part: str) -> dict[str, dict[str, Any]]:
    """Read any other part of a package's ``evidence.toml``: its entries by name."""
    entries: dict[str, dict[str, Any]] = _table(package)[part]
    return entries


def _entries(package: str, part: str, kind: type[Any]) -> dict[str, dict[str, Any]]:
    entries = read_table(package, part)
    if odd := {field.name for field in fields(kind)} ^ set(entries):
        raise ValueError(
            f"{package}/evidence.toml [{part}] and {kind.__name__} differ in {sorted(odd)}"
        )
    return entries


@cache
def _table(package: str) -> dict[str, Any]:
    text = files(package).joinpath("evidence.toml").read_text(encoding="utf-8")
    return tomli.loads(text)
