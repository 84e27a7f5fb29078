"""Writing a new package from its templates."""

import shutil
import tempfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from string import Template

import tomli

from tl_analyzer import __version__
from tl_analyzer.remedy import RemediableError
from tl_analyzer.scaffold.naming import Naming

_TEMPLATES = "templates"


def rendered(kind: str, naming: Naming) -> dict[str, str]:
    """The files of a new package by their path in it.

    Parameters
    ----------
    kind : str
        What it is to hold: ``adapter`` or ``rules``.
    naming : Naming
        What it is called.
    """
    folder = files("tl_analyzer.scaffold").joinpath(_TEMPLATES)
    table = tomli.loads(folder.joinpath("files.toml").read_text(encoding="utf-8"))[kind]
    words = _words(naming)
    return {
        Template(path).substitute(words): Template(
            folder.joinpath(kind, template).read_text(encoding="utf-8")
        ).substitute(words)
        for path, template in table.items()
    }


def write_package(kind: str, naming: Naming, into: Path) -> Path:
    """Write a new package, whole or not at all.

    Parameters
    ----------
    kind : str
        What it is to hold.
    naming : Naming
        What it is called.
    into : Path
        The folder in which its own folder is made.

    Returns
    -------
    Path
        The folder of the package.

    Raises
    ------
    RemediableError
        If there is something in its place, or it cannot be written.
    """
    target = into / naming.distribution
    if target.is_symlink() or (target.exists() and not _is_empty(target)):
        raise RemediableError(
            f"{target} is there already",
            "Nothing was changed. Take another name, or another folder with --into DIR.",
        )
    try:
        _write(target, rendered(kind, naming))
    except OSError as why:
        raise RemediableError(
            f"cannot write {target}: {why.strerror or why}",
            "Name a folder that exists and that you may write to with --into DIR.",
        ) from why
    return target


def _words(naming: Naming) -> Mapping[str, str]:
    major, minor, *_ = __version__.split(".")
    return {
        "name": naming.name,
        "distribution": naming.distribution,
        "package": naming.package,
        "class_name": naming.class_name,
        "code": naming.rule_code,
        "code_lower": naming.rule_code.lower(),
        "least": f"{major}.{minor}",
        "below": str(int(major) + 1),
    }


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _write(target: Path, held: Mapping[str, str]) -> None:
    """Write beside the target first, so that a full disk leaves no half of a package."""
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        for path, text in held.items():
            file = beside / target.name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        if target.exists():
            target.rmdir()
        (beside / target.name).rename(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
