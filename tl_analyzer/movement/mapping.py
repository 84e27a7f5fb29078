"""The user's own mapping file: what the exercise names of one log really mean."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

import tomli

from tl_analyzer.log import Problem
from tl_analyzer.movement.movement import Movement, Pattern
from tl_analyzer.movement.rules import load_tables

_FLAGS = ("tl_hinge", "tl_overhead", "tl_rotation", "tl_flexion_loaded", "axial", "unilateral")
_WORDS = ("same_as", "pattern", "equipment", "lift")


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user says about one name. None: not said.

    Attributes
    ----------
    same_as : str
        Another name that means the same; empty if not said.
    pattern : Pattern or None
        Movement pattern; flags that are not said then follow from pattern and words.
    tl_hinge, tl_overhead, tl_rotation, tl_flexion_loaded, axial, unilateral : bool or None
        Flags as in `Movement`.
    equipment, lift : str or None
        As in `Movement`.
    """

    same_as: str = ""
    pattern: Pattern | None = None
    tl_hinge: bool | None = None
    tl_overhead: bool | None = None
    tl_rotation: bool | None = None
    tl_flexion_loaded: bool | None = None
    axial: bool | None = None
    unilateral: bool | None = None
    equipment: str | None = None
    lift: str | None = None

    def applied_to(self, movement: Movement, name: str, whose: str = "your mapping") -> Movement:
        """Return the movement with what was said about it, and by whom."""
        said = {
            part.name: getattr(self, part.name)
            for part in fields(self)
            if part.name != "same_as" and getattr(self, part.name) is not None
        }
        via = f"{whose}: same as '{self.same_as}'" if self.same_as else whose
        unknown = self.same_as and not said and not movement.recognised
        return replace(
            movement,
            **said,
            name=name,
            confidence=0.0 if unknown else 1.0,
            via=f"{via}; {movement.via}" if unknown else via,
        )


def read_mapping(path: Path) -> tuple[dict[str, Correction], tuple[Problem, ...]]:
    """Read a mapping file.

    Parameters
    ----------
    path : Path
        TOML with one table a name: ``["My row"]`` followed by ``same_as = "Seated Row (Cable)"``,
        or by ``pattern = "hinge"`` and flags.

    Returns
    -------
    dict of str to Correction
        What was understood, by name.
    tuple of Problem
        What was not: each entry with a problem is left out as a whole.
    """
    try:
        table = tomli.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        return {}, (_problem(path, None, str(error), "a readable text file", "Check the path."),)
    except tomli.TOMLDecodeError as error:
        return {}, (_problem(path, None, str(error), "TOML", "Correct the line it names."),)
    return parse_mapping(table, path)


def parse_mapping(
    table: Mapping[str, object], path: Path
) -> tuple[dict[str, Correction], tuple[Problem, ...]]:
    """Understand a mapping that is already parsed as TOML; see `read_mapping`."""
    corrections: dict[str, Correction] = {}
    problems: list[Problem] = []
    for name, entry in table.items():
        if not isinstance(entry, dict):
            hint = f'Write ["{name}"] on a line of its own and the keys below it.'
            problems.append(_problem(path, name, repr(entry), "a table", hint))
            continue
        found = [_entry_problem(path, name, key, value) for key, value in entry.items()]
        refused = [problem for problem in found if problem is not None]
        if not entry:
            refused = [_problem(path, name, "no keys", "at least one key", _hint_keys())]
        problems.extend(refused)
        if not refused:
            said = dict(entry)
            if "pattern" in said:
                said["pattern"] = Pattern(said["pattern"])
            corrections[name] = Correction(**said)
    return corrections, tuple(problems)


def _entry_problem(path: Path, name: str, key: str, value: object) -> Problem | None:
    place = f"{name}.{key}"
    if key in _FLAGS:
        if isinstance(value, bool):
            return None
        return _problem(path, place, repr(value), "true or false", "Write it without quotes.")
    if key not in _WORDS:
        nearest = _nearest(key, (*_WORDS, *_FLAGS))
        return _problem(path, place, f"key '{key}'", "a known key", nearest or _hint_keys())
    if not isinstance(value, str) or not value.strip():
        return _problem(path, place, repr(value), "a text in quotes", "Put it in quotes.")
    allowed = _allowed(key)
    if allowed and value not in allowed:
        hint = _nearest(value, allowed) or "Known: " + ", ".join(allowed) + "."
        return _problem(path, place, f"'{value}'", f"a known {key}", hint)
    return None


def _allowed(key: str) -> tuple[str, ...]:
    """Words that a key may hold; empty if any text will do."""
    if key == "pattern":
        return tuple(Pattern)
    if key in load_tables().columns:
        results = dict.fromkeys(rule.result for rule in load_tables().columns[key])
        return tuple(sorted(results))
    return ()


def _nearest(word: str, known: tuple[str, ...]) -> str:
    # Loaded for a mapping with a fault in it alone.
    from rapidfuzz.process import extractOne

    hit = extractOne(word, known, score_cutoff=60)
    return f"Did you mean '{hit[0]}'?" if hit else ""


def _hint_keys() -> str:
    return "Known keys: " + ", ".join((*_WORDS, *_FLAGS)) + "."


def _problem(path: Path, column: str | None, found: str, expected: str, hint: str) -> Problem:
    return Problem(
        file=str(path),
        column=column,
        found=found,
        expected=expected,
        hint=hint,
        code="mapping",
    )
