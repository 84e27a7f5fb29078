"""From an exercise name to its movement, by token rules over the lexicon."""

from collections.abc import Mapping
from functools import cache

from tl_analyzer.movement.added_lexicons import added
from tl_analyzer.movement.lexicon import Lexicon, Reading, load_lexicon
from tl_analyzer.movement.mapping import Correction
from tl_analyzer.movement.movement import Movement, Pattern
from tl_analyzer.movement.rules import YES, Rule, Tables, load_tables

#: Marks a fact that is an earlier decision, such as ``=hinge``.
_DECIDED = "="
_FLAGS = ("tl_hinge", "tl_overhead", "tl_rotation", "tl_flexion_loaded", "axial")

#: Names to remember: all an athlete has, and a bound for a process that reads many athletes.
_REMEMBERED = 20_000


class Recogniser:
    """Understands exercise names.

    The user's own mapping wins over everything else, and exercises that a lexicon of somebody else
    names win over what single words say.

    Parameters
    ----------
    mapping : mapping of str to Correction, optional
        The user's corrections by exercise name; case, blanks and punctuation do not matter.
    """

    def __init__(self, mapping: Mapping[str, Correction] | None = None) -> None:
        self._lexicon: Lexicon = load_lexicon()
        self._tables: Tables = load_tables()
        self._corrections = {self._key(name): said for name, said in (mapping or {}).items()}
        self._named = {self._key(name): said for name, said in added().named.items()}
        self._known: dict[str, Movement] = {}

    def recognise(self, name: str) -> Movement:
        """Return what a name means; every name gets an answer, and only one."""
        movement = self._known.get(name)
        if movement is None:
            correction = self._corrections.get(self._key(name))
            movement = self._corrected(name, correction) if correction else self._meant(name)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[name] = movement
        return movement

    def _key(self, name: str) -> str:
        return " ".join(self._lexicon.key_words(name)) or name.strip()

    def _corrected(self, name: str, said: Correction) -> Movement:
        """Apply a correction; a `same_as` is never read by another correction of the user's."""
        if said.pattern is not None:
            movement = self._read(said.same_as or name, said.pattern)
        else:
            movement = self._meant(said.same_as or name)
        return said.applied_to(movement, name)

    def _meant(self, name: str) -> Movement:
        """What a name means without the user's word: as a lexicon names it, else as words say."""
        named = self._named.get(self._key(name)) if self._named else None
        if named is None:
            return self._read(name)
        said, origin = named
        movement = self._read(said.same_as or name, said.pattern)
        return said.applied_to(movement, name, f"lexicon {origin}")

    def _read(self, name: str, pattern: Pattern | None = None) -> Movement:
        reading = self._lexicon.read(name)
        facts = dict(reading.concepts)
        self._tables.derive(facts)
        rule = self._tables.decide("pattern", facts)
        if pattern is None:
            if rule is None:
                return Movement(name, Pattern.OTHER, via=_why_unknown(reading))
            pattern = Pattern(rule.result)
        decided, rules = self._decide_rest(pattern, facts)
        if rule is not None:
            rules = {"pattern": rule, **rules}
        doubts = list(dict.fromkeys(said.doubt for said in rules.values() if said.doubt))
        flags = {flag: decided[flag] == YES for flag in _FLAGS}
        return Movement(
            name,
            pattern,
            **flags,
            equipment=decided["equipment"] or "unspecified",
            unilateral=decided["unilateral"] == YES,
            lift=decided["lift"],
            confidence=self._confidence(reading, doubtful=bool(doubts)),
            via=_why(rules, facts, pattern, reading, doubts),
        )

    def _decide_rest(
        self, pattern: Pattern, facts: dict[str, str]
    ) -> tuple[dict[str, str], dict[str, Rule]]:
        """Decide every column after the pattern; returns decisions and the rules behind them."""
        facts[_DECIDED + pattern] = ""
        decided: dict[str, str] = {}
        rules: dict[str, Rule] = {}
        for column in list(self._tables.columns)[1:]:
            rule = self._tables.decide(column, facts)
            decided[column] = rule.result if rule else ""
            if rule:
                rules[column] = rule
            if column == "equipment":
                facts[_DECIDED + decided[column]] = ""
            elif decided[column] == YES:
                facts[column] = ""
        return decided, rules

    def _confidence(self, reading: Reading, *, doubtful: bool) -> float:
        settings = self._lexicon.settings
        confidence = settings.unknown_factor ** len(reading.unknown)
        confidence *= settings.mended_factor ** len(reading.mended)
        confidence *= settings.doubt_factor if doubtful else 1.0
        return round(max(confidence, settings.least_confidence), 2)


def _why(
    rules: Mapping[str, Rule],
    facts: Mapping[str, str],
    pattern: Pattern,
    reading: Reading,
    doubts: list[str],
) -> str:
    deciding = [rules[column] for column in ("pattern", "lift") if column in rules]
    said = {word for rule in deciding for word in rule.said_by(facts)}
    in_order = dict.fromkeys(word for word in facts.values() if word in said)
    via = " + ".join(f"'{word}'" for word in in_order) + f" -> {pattern}"
    notes = [f"'{typed}' read as '{meant}'" for typed, meant in reading.mended.items()]
    if reading.unknown:
        notes.append("not understood: " + ", ".join(f"'{word}'" for word in reading.unknown))
    notes.extend(f"'{word}' as {origin} says" for word, origin in reading.lent.items())
    notes.extend(doubts)
    return via + (f" ({'; '.join(notes)})" if notes else "")


def _why_unknown(reading: Reading) -> str:
    if reading.unknown:
        return "not recognised: no known word among " + ", ".join(
            f"'{word}'" for word in reading.unknown
        )
    if reading.concepts:
        words = ", ".join(f"'{word}'" for word in dict.fromkeys(reading.concepts.values()))
        return f"not recognised: {words} name no movement"
    return "not recognised: no word that names a movement"


@cache
def _default() -> Recogniser:
    return Recogniser()


def recognise(name: str) -> Movement:
    """Return what a name means, without corrections of the user's own."""
    return _default().recognise(name)
