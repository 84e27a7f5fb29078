"""The bibliography: every source the model, the rules and the advice rest on, by key.

``references.toml`` holds one table a source. Keys are cited in docstrings as ``[key]_``, in
parameters as ``reference = "key"`` and in the exercise catalogue. The key ``assumption`` is
honest: nobody measured it, the note beside it says why it was chosen.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli


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
    """Every source by key, in the order of the file."""
    text = files("tl_analyzer").joinpath("references.toml").read_text(encoding="utf-8")
    return {
        key: Reference(
            key=key,
            citation=entry["citation"],
            where=entry.get("where", ""),
            kind=entry["kind"],
            note=entry.get("note", ""),
        )
        for key, entry in tomli.loads(text).items()
    }
