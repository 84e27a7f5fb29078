"""The package under test: what it offers, as its ``pyproject.toml`` or its metadata says."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import EntryPoint, EntryPoints, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import tomli

from tl_analyzer.plugins.choice import known_as
from tl_analyzer.plugins.group import Group
from tl_analyzer.remedy import RemediableError


@dataclass(frozen=True, slots=True)
class Package:
    """A distribution that offers plugins, installed or not.

    Attributes
    ----------
    name : str
        Its name.
    offers : EntryPoints
        What it offers.
    """

    name: str
    offers: EntryPoints

    def of(self, group: Group) -> tuple[EntryPoint, ...]:
        """What it offers of one kind."""
        return tuple(sorted(self.offers.select(group=group.name), key=lambda entry: entry.name))

    def is_called(self, name: str) -> bool:
        """Whether this is its name; marks and case make no difference."""
        return known_as(self.name) == known_as(name)


def package_under_test(name: str, pyproject: Path | None) -> Package:
    """Find a package, in its source tree or among what is installed.

    Parameters
    ----------
    name : str
        Its distribution; empty for that of the source tree.
    pyproject : Path or None
        The ``pyproject.toml`` of the source tree. What it says goes before what is installed,
        so that a changed entry point needs no new installation.

    Raises
    ------
    RemediableError
        If there is no such package.
    """
    project = _project(pyproject)
    here = project.get("name", "")
    if here and (not name or known_as(name) == known_as(here)):
        return Package(here, _stated(project))
    if not name:
        raise RemediableError(
            "no package is under test",
            'Say which: tl_distribution = "my-package" in [tool.pytest.ini_options].',
        )
    try:
        return Package(name, EntryPoints(distribution(name).entry_points))
    except PackageNotFoundError as why:
        raise RemediableError(
            f"{name} is neither installed nor the package of this folder",
            "Install it with `pip install -e .`, or correct tl_distribution.",
        ) from why


def _project(pyproject: Path | None) -> Mapping[str, Any]:
    if pyproject is None or not pyproject.is_file():
        return {}
    try:
        tree = tomli.loads(pyproject.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as why:
        raise RemediableError(f"{pyproject} cannot be read: {why}", "Correct it.") from why
    project: Mapping[str, Any] = tree.get("project", {})
    return project


def _stated(project: Mapping[str, Any]) -> EntryPoints:
    groups = project.get("entry-points", {})
    return EntryPoints(
        EntryPoint(name, value, group)
        for group, held in groups.items()
        for name, value in held.items()
    )
