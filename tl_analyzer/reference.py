"""The bibliography: every source the model, the rules and the advice rest on, by key.

``references.toml`` holds one table a source. Keys are cited in docstrings as ``[key]_``, in
parameters as ``reference = "key"`` and in the exercise catalogue. The key ``assumption`` is
honest: nobody measured it, the note beside it says why it was chosen.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import tomli

#: Texts of sources that are remembered as read: the shipped one, and those of some plugins. [1]
_KEPT = 32


@dataclass(frozen=True, slots=True)
class Reference:
    """One source.

    Attributes
    ----------
    key : str
        Stable key, such as ``mcgill_brown_1992``.
    citation : str
        Authors, year, title or journal, pages.
    where : str
        DOI or address; empty when only the citation is available.
    kind : str
        ``trial``, ``review``, ``laboratory``, ``cohort``, ``model``, ``guideline``,
        ``software``, ``clinic text``, ``coaching text``, ``assumption``.
    note : str
        What was read of it, and how far it carries.
    """

    key: str
    citation: str
    where: str
    kind: str
    note: str


@cache
def references() -> dict[str, Reference]:
    """Every shipped source by key, in the order of the file."""
    return parse_references(shipped_text())


def shipped_text() -> str:
    """The shipped bibliography as it is written."""
    return files("tl_analyzer").joinpath("references.toml").read_text(encoding="utf-8")


@lru_cache(maxsize=_KEPT)
def parse_references(text: str) -> dict[str, Reference]:
    """Read a bibliography.

    Raises
    ------
    ValueError
        If the text is no TOML, or an entry lacks its citation or kind.
    """
    return {key: _reference(key, entry) for key, entry in tomli.loads(text).items()}


def _reference(key: str, entry: object) -> Reference:
    if not isinstance(entry, dict):
        raise ValueError(f"{key} is no table")
    missing = {"citation", "kind"} - set(entry)
    unknown = set(entry) - {"citation", "kind", "where", "note"}
    if missing or unknown:
        raise ValueError(f"{key}: missing {sorted(missing)}, unknown {sorted(unknown)}")
    if not all(isinstance(said, str) and said.isprintable() for said in entry.values()):
        raise ValueError(f"{key}: each entry is a text on one line")
    return Reference(
        key=key,
        citation=entry["citation"],
        where=entry.get("where", ""),
        kind=entry["kind"],
        note=entry.get("note", ""),
    )
