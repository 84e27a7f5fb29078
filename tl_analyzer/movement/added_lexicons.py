"""The exercise lexicons of others: their words and their named exercises, as a run uses them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tl_analyzer.movement.mapping import Correction, parse_mapping
from tl_analyzer.movement.rules import load_tables
from tl_analyzer.nearest import did_you_mean
from tl_analyzer.plugins.installed import Installed
from tl_analyzer.plugins.lexicons import (
    ExerciseLexicon,
    added_lexicons,
    exercises_of,
    forms_of,
    shipped_lexicon,
)
from tl_analyzer.plugins.loading import RefusedError

#: Marks a form as known but without meaning for the movement.
SILENT = "-"


class Added(NamedTuple):
    """What lexicons of others add.

    Attributes
    ----------
    words : tuple of (str, str, str)
        Concepts, surface form, and the distribution it comes from.
    named : mapping of str to (Correction, str)
        What a name means, and the distribution that says so.
    lexicons : tuple of Installed
        The lexicons, those that cannot be used with their error.
    """

    words: tuple[tuple[str, str, str], ...]
    named: Mapping[str, tuple[Correction, str]]
    lexicons: tuple[Installed[ExerciseLexicon], ...]


@cache
def added() -> Added:
    """What is added to the shipped words; nothing without lexicons of others."""
    found = added_lexicons()
    words: list[tuple[str, str, str]] = []
    named: dict[str, tuple[Correction, str]] = {}
    lexicons = []
    for held in found:
        if held.value is None:
            lexicons.append(held)
            continue
        try:
            own_words, own_names = _read(held.value)
        except RefusedError as why:
            lexicons.append(replace(held, value=None, error=str(why)))
            continue
        lexicons.append(held)
        words += [(concepts, form, held.origin) for concepts, form in own_words]
        named |= {name: (said, held.origin) for name, said in own_names.items()}
    return Added(tuple(words), MappingProxyType(named), tuple(lexicons))


def _read(lexicon: ExerciseLexicon) -> tuple[list[tuple[str, str]], dict[str, Correction]]:
    words = list(forms_of(lexicon.words))
    for concepts, form in words:
        for concept in concepts.split():
            if concept != SILENT and concept not in _concepts():
                near = did_you_mean(concept, sorted(_concepts()), "See the shipped lists.")
                told = f"{concept[:40]!r}, of which {form[:40]!r} speaks, is no concept. {near}"
                raise RefusedError(told)
    names, problems = parse_mapping(exercises_of(lexicon), Path("its exercises"))
    if problems:
        raise RefusedError(str(problems[0]))
    return words, names


@cache
def _concepts() -> frozenset[str]:
    """Concepts that the shipped words or the decision tables know."""
    tables = load_tables()
    rules = [*tables.derived, *(rule for column in tables.columns.values() for rule in column)]
    needed = {fact for rule in rules for options in rule.needs for fact in options}
    said = {word for concepts, _ in forms_of(shipped_lexicon().words) for word in concepts.split()}
    return frozenset(needed | said) - {SILENT}
