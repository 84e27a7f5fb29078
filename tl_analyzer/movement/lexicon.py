"""The multilingual lexicon: which words stand for which concepts, and how typos are mended."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

import tomli

from tl_analyzer.movement.added_lexicons import SILENT, added
from tl_analyzer.movement.words import plain, singular, split_humps, words
from tl_analyzer.plugins.lexicons import shipped_lexicon

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_NUMBER = re.compile(r"\d.*")
#: All words are shipped.
_NOBODY: Mapping[tuple[str, ...], str] = MappingProxyType({})
#: Taken from every word; put back where a letter swapped with it ("twits").
_PLURAL = "s"


class Settings(NamedTuple):
    """How names are read; see ``settings.toml`` for what each number means."""

    longest_name: int
    longest_phrase: int
    not_plural: frozenset[str]
    typo_edits: tuple[tuple[int, int], ...]
    shortest_swap: int
    same_start: int
    shortest_part: int
    shortest_word: int
    links: tuple[str, ...]
    verb_ending: str
    unknown_factor: float
    mended_factor: float
    doubt_factor: float
    least_confidence: float


@dataclass(slots=True)
class Reading:
    """What the words of one name say.

    Attributes
    ----------
    concepts : dict of str to str
        Concept -> the words of the name that carry it.
    unknown : list of str
        Words that are not in the lexicon.
    mended : dict of str to str
        Word as typed -> word it was read as.
    lent : dict of str to str
        Words that only a lexicon of somebody else knows -> where it comes from.
    """

    concepts: dict[str, str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    mended: dict[str, str] = field(default_factory=dict)
    lent: dict[str, str] = field(default_factory=dict)


class Lexicon:
    """Surface forms of all languages, looked up longest phrase first."""

    def __init__(
        self,
        phrases: Mapping[tuple[str, ...], tuple[str, ...]],
        small_words: frozenset[str],
        settings: Settings,
        origins: Mapping[tuple[str, ...], str] = _NOBODY,
    ) -> None:
        self.settings = settings
        self._phrases = phrases
        self._origins = origins
        self._small = small_words
        self._vocabulary = frozenset[str]().union(*phrases)

    # Most logs hold no name that is misspelt or compound: these wait for one.
    @cached_property
    def _telling(self) -> frozenset[str]:
        return frozenset(word for phrase, said in self._phrases.items() if said for word in phrase)

    @cached_property
    def _mendable(self) -> list[str]:
        return sorted(w for w in self._vocabulary if len(w) >= self.settings.shortest_swap)

    @cached_property
    def _parts(self) -> frozenset[str]:
        alone = (phrase[0] for phrase in self._phrases if len(phrase) == 1)
        return frozenset(word for word in alone if len(word) >= self.settings.shortest_part)

    def read(self, name: str) -> Reading:
        """Look up every word of a name; ``benchPress`` is parted if it means nothing as it is."""
        reading = self._read(name)
        if reading.concepts or len(name.split()) > 1:
            return reading
        return self._read(split_humps(name[: self.settings.longest_name]))

    def _read(self, name: str) -> Reading:
        reading = Reading()
        known = list(self._known_words(self.key_words(name), reading))
        start = 0
        while start < len(known):
            start += self._take_phrase(known, start, reading)
        return reading

    def key_words(self, name: str) -> list[str]:
        """Words of a name as the lexicon spells them: lower case, singular, no small words."""
        return _key_words(name, self._small, self.settings)

    def _known_words(self, typed: list[str], reading: Reading) -> Iterator[str]:
        for word in typed:
            if word in self._vocabulary or _NUMBER.fullmatch(word):
                yield word
            elif word.removesuffix("s") in self._vocabulary:
                yield word.removesuffix("s")
            elif parts := self._parts_of(word):
                yield from parts
            elif meant := self._mend(word) or self._swapped_back(word + _PLURAL):
                reading.mended[word] = meant
                yield meant
            else:
                reading.unknown.append(word)
                yield word

    def _take_phrase(self, known: list[str], start: int, reading: Reading) -> int:
        """Read the longest phrase that begins at `start`; returns the number of words it has."""
        for size in range(min(self.settings.longest_phrase, len(known) - start), 0, -1):
            phrase = tuple(known[start : start + size])
            concepts = self._phrases.get(phrase)
            if concepts is not None:
                for concept in concepts:
                    reading.concepts.setdefault(concept, " ".join(phrase))
                if phrase in self._origins:
                    reading.lent[" ".join(phrase)] = self._origins[phrase]
                return size
        return 1

    def _mend(self, word: str) -> str:
        """Return the one lexicon word that a misspelt word most likely is, or an empty string."""
        settings = self.settings
        edits = max((n for length, n in settings.typo_edits if len(word) >= length), default=0)
        if not edits:
            return self._swapped_back(word) or self._letter_put_back(word)
        near = self._near(word, edits)
        # Of equally near words first those that say something, then those of the same letters
        # (two swapped, one doubled), then the longest: letters go missing more often than not.
        likely = [
            (distance, form not in self._telling, set(form) != set(word), -len(form), form)
            for form, distance in near.items()
        ]
        return min(likely)[-1] if likely else ""

    def _swapped_back(self, word: str) -> str:
        """Mend a short word in which two neighbours changed places."""
        swapped = [form for form in self._near(word, 1) if sorted(form) == sorted(word)]
        return min(swapped, default="")

    def _letter_put_back(self, word: str) -> str:
        """Mend a short word that lacks one letter, if only one lexicon word fits."""
        longer = [form for form in self._near(word, 1) if len(form) > len(word)]
        return longer[0] if len(longer) == 1 else ""

    def _near(self, word: str, edits: int) -> dict[str, int]:
        """Lexicon words within so many edits [letters] that start alike, with their distance."""
        settings = self.settings
        if len(word) < settings.shortest_swap or not word.isascii():
            return {}
        # Loaded for a name that is misspelt: most logs hold none, and a report should not wait.
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        near = extract(word, self._mendable, scorer=OSA.distance, score_cutoff=edits, limit=None)
        start = word[: settings.same_start]
        return {form: int(distance) for form, distance, _ in near if form.startswith(start)}

    def _parts_of(self, word: str) -> tuple[str, ...]:
        """Take a compound apart into lexicon words, the fewest and longest: ``Beinpresse``."""
        if len(word) < self.settings.shortest_word:
            return ()
        best: list[tuple[str, ...] | None] = [None] * len(word) + [()]
        for start in range(len(word) - 1, -1, -1):
            for end in range(len(word), start, -1):
                rest = best[end]
                part = self._part(word[start:end], last=end == len(word))
                if rest is None or not part:
                    continue
                found = best[start]
                if found is None or len(rest) + 1 < len(found):
                    best[start] = (part, *rest)
        return best[0] or ()

    def _part(self, piece: str, *, last: bool) -> str:
        settings = self.settings
        for form in (piece, singular(piece, settings.not_plural)):
            if form in self._parts:
                return form
        if last:
            return ""
        forms = [piece.removesuffix(link) for link in settings.links]
        if len(piece) > settings.shortest_part:
            forms.append(piece.removesuffix("e") + settings.verb_ending)
        return next((form for form in forms if form in self._parts), "")


@cache
def load_settings() -> Settings:
    """Read ``settings.toml``."""
    raw = tomli.loads(_data("settings.toml"))
    name, typo, compound, confidence = (
        raw[part] for part in ("name", "typo", "compound", "confidence")
    )
    return Settings(
        longest_name=name["longest"],
        longest_phrase=name["longest_phrase"],
        not_plural=frozenset(name["not_plural"]),
        typo_edits=tuple((length, edits) for length, edits in typo["edits"]),
        shortest_swap=typo["shortest_swap"],
        same_start=typo["same_start"],
        shortest_part=compound["shortest_part"],
        shortest_word=compound["shortest_word"],
        links=tuple(compound["links"]),
        verb_ending=compound["verb_ending"],
        unknown_factor=confidence["unknown_word"],
        mended_factor=confidence["mended_word"],
        doubt_factor=confidence["doubt"],
        least_confidence=confidence["least"],
    )


@cache
def load_lexicon() -> Lexicon:
    """Read all languages of the lexicon."""
    settings = load_settings()
    small = frozenset(plain(_data("lexicon/small_words.txt")).split())
    stems = _Stems(settings.not_plural)
    phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
    origins: dict[tuple[str, ...], str] = {}
    # What is shipped comes first: a word that it knows keeps its meaning.
    for concepts, form, origin in chain(_shipped_entries(), added().words):
        said = () if concepts == SILENT else tuple(concepts.split())
        spellings = {form} if form.isascii() else {form, form.translate(_UMLAUTS)}
        for spelling in spellings:
            typed = words(spelling, settings.longest_name)
            telling = [stems[word] for word in typed if word not in small]
            phrase = tuple(telling or [stems[word] for word in typed])
            if origin and phrase and phrase not in phrases:
                origins[phrase] = origin
            phrases.setdefault(phrase, said)
    return Lexicon(phrases, small, settings, origins)


class _Stems(dict[str, str]):
    """Words without their plural s: thousands of forms are made of the same few words."""

    def __init__(self, not_plural: frozenset[str]) -> None:
        super().__init__()
        self._not_plural = not_plural

    def __missing__(self, word: str) -> str:
        self[word] = found = singular(word, self._not_plural)
        return found


def lexicon_entries() -> Iterator[tuple[str, str]]:
    """Yield every shipped pair of concepts and surface form, language after language."""
    for line in shipped_lexicon().words.splitlines():
        if line and not line.startswith("#"):
            concepts, forms = line.split("\t")
            yield from ((concepts, form.strip()) for form in forms.split(","))


def _shipped_entries() -> Iterator[tuple[str, str, str]]:
    return ((concepts, form, "") for concepts, form in lexicon_entries())


def _key_words(name: str, small_words: frozenset[str], settings: Settings) -> list[str]:
    said = words(name, settings.longest_name)
    # A name of small words alone, such as "DU" for double unders, is taken as it stands.
    said = [word for word in said if word not in small_words] or said
    return [singular(word, settings.not_plural) for word in said]


def _data(name: str) -> str:
    return files(__package__).joinpath(*name.split("/")).read_text(encoding="utf-8")
