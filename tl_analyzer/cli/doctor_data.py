"""Where data lies, whether others can read it, and whether the store is whole."""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from tl_analyzer.athletes.athlete import checked_profile
from tl_analyzer.cli.config_file import config_path
from tl_analyzer.cli.config_values import CheckedConfig, checked_config
from tl_analyzer.cli.doctor_fact import Fact, State
from tl_analyzer.cli.failure import Failure
from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.wording import count
from tl_analyzer.store.checking import quick_check, summary
from tl_analyzer.store.connection import open_for_reading
from tl_analyzer.store.failure import StoreError
from tl_analyzer.store.glance import layout_at
from tl_analyzer.store.location import default_store
from tl_analyzer.store.migrations import LAYOUT

_OTHERS = 0o077
#: Faults of a damaged store that are shown; there may be thousands. [1]
_SHOWN = 3
_MIB = 1 << 20


def data(environment: Mapping[str, str], chosen: Path | None) -> Iterator[Fact]:
    """Look at configuration, profile and store; nothing is changed.

    Parameters
    ----------
    environment : mapping of str to str
        Environment variables.
    chosen : Path or None
        ``--store``.
    """
    try:
        config = checked_config(environment)
    except Failure as why:
        yield Fact("config file", why.message, State.MEND, why.hint)
        yield from _store(chosen or default_store())
        return
    yield _config_file(config, environment)
    if profile := config.settings["profile"].value:
        yield from _profile(Path(profile))
    yield from _store(chosen or config.store)


def _config_file(config: CheckedConfig, environment: Mapping[str, str]) -> Fact:
    told = str(config_path(environment))
    return Fact("config file", told if config.exists else f"none; it would be {told}")


def _profile(file: Path) -> Iterator[Fact]:
    try:
        athlete = checked_profile(file).athlete.id
    except RemediableError as why:
        yield Fact("profile", why.message, State.MEND, why.remedy)
        return
    yield Fact("profile", f"{file}, of {athlete}")
    yield from _too_open("profile", file)


def _store(path: Path) -> Iterator[Fact]:
    if path.is_dir():
        remedy = "Name a file in it with --store, TL_STORE or `store` in the config file."
        yield Fact("log store", f"{path} is a folder", State.MEND, remedy)
        return
    if not path.is_file() or path.stat().st_size == 0:
        told = f"none yet; it would be {path}"
        yield Fact("log store", told, State.NOTE, "`tl import PATH...` makes one.")
        yield from _closed(path)
        return
    yield Fact("log store", f"{path}, {path.stat().st_size / _MIB:.1f} MiB")
    yield from _too_open("log store", path)
    try:
        layout = layout_at(path)
        if layout < LAYOUT:
            yield Fact(
                "layout",
                f"{layout}, this version has {LAYOUT}",
                State.NOTE,
                "The next command that uses it brings it up to date and keeps a copy.",
            )
            return
        yield Fact("layout", str(layout))
        yield from _contents(path)
    except StoreError as why:
        yield Fact("contents", why.message, State.MEND, why.remedy)


def _contents(path: Path) -> Iterator[Fact]:
    faults = quick_check(path)
    if faults:
        told = f"{count(len(faults), 'fault')}: {'; '.join(faults[:_SHOWN])}"
        remedy = "Move it away and import again; your own files hold everything it held."
        yield Fact("soundness", told, State.MEND, remedy)
        return
    yield Fact("soundness", "whole")
    with open_for_reading(path) as connection:
        held = summary(connection)
    told = f"{count(held.athletes, 'athlete')}, {count(held.sessions, 'session')}"
    if held.first and held.last:
        told += f", {held.first:%Y-%m-%d} to {held.last:%Y-%m-%d}"
    yield Fact("contents", f"{told}; {count(held.sources, 'source')}, {count(held.sets, 'set')}")


def _closed(path: Path) -> Iterator[Fact]:
    """Whether the first folder above that exists may not be written to."""
    above = next(folder for folder in path.absolute().parents if folder.is_dir())
    if not os.access(above, os.W_OK | os.X_OK):
        remedy = "Name a file elsewhere with --store or TL_STORE, or change the rights."
        yield Fact("store folder", f"{above} may not be written to", State.MEND, remedy)


def _too_open(name: str, file: Path) -> Iterator[Fact]:
    """Whether others can read a file of health data; where permissions mean that at all."""
    mode = stat.S_IMODE(file.stat().st_mode)
    if os.name == "posix" and mode & _OTHERS:
        told = f"others on this computer can read it (mode {mode:o})"
        yield Fact(f"{name}, permissions", told, State.MEND, f"chmod 600 {file}")
