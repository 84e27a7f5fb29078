"""What a run of the promises is about: the package, its folders, its adapters."""

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pytest

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.plugins import adapters
from tl_analyzer.plugins.group import ADAPTERS, RULES
from tl_analyzer.plugins.installed import OWN
from tl_analyzer.promises.outcome import answer
from tl_analyzer.remedy import RemediableError
from tl_analyzer.testing.books import Book, book
from tl_analyzer.testing.loaded import Loaded, loaded
from tl_analyzer.testing.package import Package, package_under_test
from tl_analyzer.testing.samples import sources


@dataclass(frozen=True)
class Kit:
    """What is under test, and how.

    Attributes
    ----------
    package : Package
        The package.
    samples, cases : Path or None
        Folders of samples and of cases.
    reading : Reading
        What adapters may know about the athlete.
    rewrite : bool
        Whether golden logs are written anew.
    rewritten : list of str
        Golden logs that were.
    """

    package: Package
    samples: Path | None
    cases: Path | None
    reading: Reading
    rewrite: bool
    rewritten: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, config: pytest.Config) -> "Kit":
        """What the options of a run say.

        Raises
        ------
        RemediableError
            If they name no package, no folder, or one that is not there.
        """
        root = config.inipath.parent if config.inipath else config.rootpath
        package = package_under_test(config.getini("tl_distribution"), root / "pyproject.toml")
        folders = [_folder(config, root, option) for option in ("tl_samples", "tl_cases")]
        if folders == [None, None]:
            raise RemediableError(
                f"nothing says where samples or cases of {package.name} lie",
                'Add tl_samples = "samples" (adapters) or tl_cases = "cases" (rules) to'
                " [tool.pytest.ini_options].",
            )
        zone = Reading(zone=config.getini("tl_zone"))
        return cls(package, folders[0], folders[1], zone, config.getoption("--tl-rewrite"))

    @property
    def distribution(self) -> str:
        """Name of the package."""
        return self.package.name

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where its tests are found."""
        return tuple(folder for folder in (self.samples, self.cases) if folder)

    @cached_property
    def own(self) -> tuple[Loaded, ...]:
        """Its adapters, and those that cannot be loaded."""
        return tuple(loaded(entry) for entry in self.package.of(ADAPTERS))

    @cached_property
    def books(self) -> tuple[Book, ...]:
        """Its rule books, and those that cannot be loaded."""
        shipped = self.package.is_called(OWN)
        return tuple(book(entry, shipped=shipped) for entry in self.package.of(RULES))

    @cached_property
    def others(self) -> tuple[tuple[str, Adapter], ...]:
        """Installed adapters of other packages, with where they come from."""
        return tuple(
            (each.origin, each.value)
            for each in adapters()
            if each.value is not None and not self.package.is_called(each.distribution)
        )

    def samples_of(self, adapter: Adapter) -> tuple[SourceFile, ...]:
        """The samples that an adapter recognises."""
        return tuple(file for file in self._sources if answer(adapter, file) is True)

    @cached_property
    def _sources(self) -> tuple[SourceFile, ...]:
        return tuple(sources(self.samples)) if self.samples else ()


#: Where a run keeps it.
KIT = pytest.StashKey[Kit]()


def _folder(config: pytest.Config, root: Path, option: str) -> Path | None:
    stated = config.getini(option)
    if not stated:
        return None
    # As pytest does, links are left as they are: it compares its paths with this one.
    folder = Path(os.path.normpath(root / stated))
    if not folder.is_dir():
        raise RemediableError(
            f"{option} = {stated!r}: there is no such folder in {root}",
            "Make it and put the first file in, or correct the option.",
        )
    return folder
