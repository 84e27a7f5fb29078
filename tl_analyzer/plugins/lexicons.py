"""What an exercise lexicon holds; authors import `tl_analyzer.exercise_lexicon`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tl_analyzer.plugins.added import added
from tl_analyzer.plugins.book_text import bounded, tables
from tl_analyzer.plugins.claims import settled
from tl_analyzer.plugins.group import LEXICONS
from tl_analyzer.plugins.installed import Installed
from tl_analyzer.plugins.loading import RefusedError, load
from tl_analyzer.plugins.made_books import made_as, shipped_first
from tl_analyzer.plugins.shipped import shipped

#: Most surface forms of one lexicon: all shipped languages together have a third. [1]
MOST_FORMS = 20_000
#: Longest surface form. [characters]
LONGEST_FORM = 80


@dataclass(frozen=True)
class ExerciseLexicon:
    """Words of a language or a sport, and exercises that words alone do not tell.

    Attributes
    ----------
    contract : int
        Version of the contract it was written for.
    words : str
        Lines of ``concepts<TAB>form, form, ...``, as the shipped lists have them; ``-`` for words
        that say nothing about the movement.
    exercises : str
        TOML as in a user's own mapping file: one table a name, with ``same_as`` or ``pattern`` and
        flags.
    """

    contract: int
    words: str = ""
    exercises: str = ""


@cache
def lexicons() -> tuple[Installed[ExerciseLexicon], ...]:
    """Every lexicon, what is shipped first, those that cannot be used with their error."""
    return settled(shipped_first(load(LEXICONS, made_as(ExerciseLexicon))), lexicon_claims)


@cache
def shipped_lexicon() -> ExerciseLexicon:
    """The words that are shipped."""
    return shipped(LEXICONS, made_as(ExerciseLexicon))


def added_lexicons() -> tuple[Installed[ExerciseLexicon], ...]:
    """Lexicons that are not shipped; without any, nothing is imported."""
    return tuple(b for b in lexicons() if not b.shipped) if added(LEXICONS) else ()


def forms_of(words: str) -> Iterator[tuple[str, str]]:
    """Yield every pair of concepts and surface form of a word list.

    Raises
    ------
    RefusedError
        If a line is no list of forms, or there are too many.
    """
    count = 0
    for number, line in enumerate(bounded(words, "words").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        concepts, tab, forms = line.partition("\t")
        if not tab or not concepts.strip():
            raise RefusedError(f"its words, line {number}: expected concepts, a tab and forms")
        for form in forms.split(","):
            count += 1
            if not form.strip() or len(form) > LONGEST_FORM or count > MOST_FORMS:
                limits = f"{MOST_FORMS} forms of 1 to {LONGEST_FORM} characters"
                raise RefusedError(f"its words, line {number}: expected at most {limits}")
            yield concepts.strip(), form.strip()


def exercises_of(lexicon: ExerciseLexicon) -> dict[str, Mapping[str, Any]]:
    """Named exercises of a lexicon as tables.

    Raises
    ------
    RefusedError
        If they cannot be read.
    """
    return tables(lexicon.exercises, "exercises")


def lexicon_claims(lexicon: ExerciseLexicon) -> Mapping[str, object]:
    """What a lexicon owns: what words say, and what named exercises are.

    Raises
    ------
    RefusedError
        If it is not sound.
    """
    claims: dict[str, object] = {}
    for concepts, form in forms_of(lexicon.words):
        # Of a form that stands twice in one list the first counts.
        claims.setdefault(f"word {_plain(form)!r}", sorted(concepts.split()))
    named = {f"exercise {_plain(name)!r}": t for name, t in exercises_of(lexicon).items()}
    return {**claims, **named}


def _plain(name: str) -> str:
    """A name without case and punctuation."""
    return " ".join(re.findall(r"\w+", name.casefold()))
