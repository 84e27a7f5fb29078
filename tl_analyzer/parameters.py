"""Parameters: every threshold and coefficient with its unit, source and evidence grade.

Formulas are code, numbers are data. A parameter file is TOML; each table that has a ``value``
is one parameter and its dotted path is its key::

    [rules.tl101.damage_ratio]
    value = 1.5
    unit = "x usual"
    reference = "assumption"
    evidence = "assumption"
    note = "..."

Optional ``low`` and ``high`` bound the value; ranges in the report come from them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

import tomli

#: Views of a few parameter sets.
_KEPT = 64


class Grade(StrEnum):
    """How well a value is known, best first."""

    #: Read in the source's own text.
    PUBLISHED = "published"
    #: Arithmetic on published numbers.
    DERIVED = "derived"
    #: Read in a secondary text (clinic article, blog, another author's summary).
    SECONDARY = "secondary"
    #: Not confirmed in any text.
    UNVERIFIED = "unverified"
    #: A choice of this project.
    ASSUMPTION = "assumption"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number (or list of numbers, or word) and everything a sceptic asks about it."""

    key: str
    value: float | tuple[float, ...] | str
    unit: str
    reference: str
    evidence: Grade
    note: str = ""
    low: float | None = None
    high: float | None = None


class ParameterError(ValueError):
    """A parameter file or a key that cannot be used."""


@dataclass(frozen=True)
class Parameters:
    """A complete set of parameters, by key."""

    entries: Mapping[str, Parameter]
    version: str = ""

    def __hash__(self) -> int:
        """Hash of what the set holds: what is derived from a set is kept by it."""
        return self._hash

    def __getitem__(self, key: str) -> Parameter:
        """Return the parameter itself.

        Raises
        ------
        ParameterError
            If there is no such key.
        """
        try:
            return self.entries[key]
        except KeyError:
            raise ParameterError(
                f"no parameter {key!r} in parameter set {self.version!r}"
            ) from None

    def __iter__(self) -> Iterator[Parameter]:
        return iter(self.entries.values())

    def number(self, key: str) -> float:
        """Return the value of a numeric parameter."""
        try:
            return self._numbers[key]
        except KeyError:
            raise ParameterError(f"parameter {self[key].key!r} is not a number") from None

    def numbers(self, key: str) -> tuple[float, ...]:
        """Return the values of a parameter that is a list of numbers."""
        value = self[key].value
        if not isinstance(value, tuple):
            raise ParameterError(f"parameter {key!r} is not a list of numbers")
        return value

    def under(self, prefix: str) -> Mapping[str, Parameter]:
        """Parameters below a dotted prefix, by the rest of their key."""
        return _under(self, prefix)

    def at_low(self, prefix: str) -> "Parameters":
        """The same set with every bounded parameter below `prefix` at its lower bound."""
        return _moved(self, prefix, "low")

    def at_high(self, prefix: str) -> "Parameters":
        """The same set with every bounded parameter below `prefix` at its upper bound."""
        return _moved(self, prefix, "high")

    # Looked up thousands of times an athlete: both are made once a set, and never change.
    @cached_property
    def _numbers(self) -> dict[str, float]:
        values = ((key, p.value) for key, p in self.entries.items())
        return {key: float(value) for key, value in values if isinstance(value, int | float)}

    @cached_property
    def _hash(self) -> int:
        return hash((self.version, frozenset(self._numbers.items())))


@lru_cache(maxsize=_KEPT)
def _under(parameters: Parameters, prefix: str) -> Mapping[str, Parameter]:
    start = prefix + "."
    entries = parameters.entries.items()
    return MappingProxyType({k[len(start) :]: p for k, p in entries if k.startswith(start)})


@lru_cache(maxsize=_KEPT)
def _moved(parameters: Parameters, prefix: str, bound: str) -> Parameters:
    moved = {
        f"{prefix}.{rest}": replace(p, value=getattr(p, bound))
        for rest, p in parameters.under(prefix).items()
        if getattr(p, bound) is not None
    }
    return replace(parameters, entries={**parameters.entries, **moved})


def parse_parameters(text: str, base: Parameters | None = None) -> Parameters:
    """Read a parameter file; with `base`, as a delta whose entries replace those of `base`.

    Raises
    ------
    ParameterError
        If the text is no TOML, an entry lacks a field, or a delta names an unknown key.
    """
    try:
        tree = tomli.loads(text)
    except tomli.TOMLDecodeError as why:
        raise ParameterError(f"parameter file is not valid TOML: {why}") from why
    version = str(tree.pop("version", base.version if base else ""))
    found = dict(_walk("", tree))
    if base is not None:
        unknown = sorted(set(found) - set(base.entries))
        if unknown:
            raise ParameterError(f"unknown parameter {unknown[0]!r}")
        found = {**base.entries, **found}
    return Parameters(entries=found, version=version)


def _walk(path: str, tree: Mapping[str, Any]) -> Iterator[tuple[str, Parameter]]:
    for name, node in tree.items():
        key = f"{path}.{name}" if path else name
        if not isinstance(node, dict):
            raise ParameterError(f"{key}: expected a table")
        if "value" in node:
            yield key, _parameter(key, node)
        else:
            yield from _walk(key, node)


def _parameter(key: str, node: Mapping[str, Any]) -> Parameter:
    known = {"value", "unit", "reference", "evidence", "note", "low", "high"}
    missing = {"value", "unit", "reference", "evidence"} - set(node)
    if missing or set(node) - known:
        raise ParameterError(
            f"{key}: missing {sorted(missing)}, unknown {sorted(set(node) - known)}"
        )
    value = node["value"]
    return Parameter(
        key=key,
        value=tuple(float(v) for v in value) if isinstance(value, list) else value,
        unit=node["unit"],
        reference=node["reference"],
        evidence=Grade(node["evidence"]),
        note=node.get("note", ""),
        low=node.get("low"),
        high=node.get("high"),
    )
