"""Sources as readers see them: short beside the text, in full at the end."""

import re
from collections.abc import Iterable, Mapping

from tl_analyzer.reference import Reference
from tl_analyzer.report.wording import clean, sentence

#: Key of what nobody measured.
ASSUMPTION = "assumption"

#: Longest short form of a source without an author. [characters]
_LONGEST = 40

#: ``Gallagher S, Sesek RF`` or ``Prilepin AS.``: a name before initials.
_AUTHOR = re.compile(r"([^,.:(]+?) [A-Z]{1,3}(?=[,. ])")
#: Where the name or title of any other source ends.
_TITLE_END = re.compile(r"\. |: | \(|, | and others")
_YEAR = re.compile(r"\((\d{4})\)")
_YEAR_LETTER = re.compile(r"\d{4}([a-z])$")


def short_citation(key: str, bibliography: Mapping[str, Reference]) -> str:
    """Write a source as ``Gallagher 2017``; one without an author by its title.

    Parameters
    ----------
    key : str
        Key of the source.
    bibliography : mapping of str to Reference
        Sources by key; a key that is missing is said to be missing.
    """
    if key == ASSUMPTION:
        return "assumption of this project"
    source = bibliography.get(key)
    if source is None:
        return f"{clean(key)} (not in the bibliography)"
    citation = clean(source.citation, len(source.citation))
    named = _AUTHOR.match(citation)
    author = named[1] if named else _TITLE_END.split(citation, maxsplit=1)[0]
    year = _YEAR.search(citation)
    letter = _YEAR_LETTER.search(key)
    return _shortened(f"{author} {year[1]}{letter[1] if letter else ''}" if year else author)


def short_citations(keys: Iterable[str], bibliography: Mapping[str, Reference]) -> str:
    """Write several sources, what is no more than an assumption last."""
    ordered = sorted(dict.fromkeys(keys), key=lambda key: key == ASSUMPTION)
    return "; ".join(dict.fromkeys(short_citation(key, bibliography) for key in ordered))


def full_citations(
    keys: Iterable[str], bibliography: Mapping[str, Reference]
) -> tuple[tuple[str, str], ...]:
    """Short and full form of every known source, each once, in the order they are cited."""
    return tuple(
        (
            short_citation(key, bibliography),
            sentence(f"{bibliography[key].citation} {bibliography[key].where}"),
        )
        for key in dict.fromkeys(keys)
        if key in bibliography and key != ASSUMPTION
    )


def _shortened(title: str) -> str:
    words = title.rstrip(".")
    if len(words) <= _LONGEST:
        return words
    return words[: words.rfind(" ", 0, _LONGEST)] + "…"
