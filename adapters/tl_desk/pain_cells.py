"""The cells of a pain diary: region, side, score and signs, each with what is doubtful about it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tl_analyzer.log import ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.layout import Heading
from tl_analyzer.vocabulary import EMERGENCY_SIGNS, REGIONS, SIGNS
from tl_desk.evidence import Limits
from tl_desk.words import nearest, nearest_in_part, plain, shipped_words

_BETWEEN_SIGNS = re.compile(r"[;,|+&/\n\t]")
_SCORE = re.compile(r"(\d{1,4}(?:[.,]\d{1,6})?)(?:\s*/\s*10)?", re.ASCII)
#: The scale of the diary, which is the scale of the log.
_HIGHEST_SCORE = 10.0


@dataclass(frozen=True, slots=True)
class Doubt:
    """Part of a row that could not be taken as it stands, while the row itself is kept."""

    code: str
    column: str
    found: str
    expected: str
    hint: str
    kind: ProblemKind = ProblemKind.REPAIRED


def read_region(cell: str, limit: Limits) -> tuple[str, list[Doubt]]:
    """The region of the published vocabulary; empty where none is meant or it is not known."""
    word = plain(cell)
    if word in shipped_words().blank:
        return "", []
    if word in REGIONS:
        return word, []
    near = nearest(word, REGIONS, limit.hint_similarity)
    hint = f"Did you mean {near}?" if near else f"Known regions: {', '.join(REGIONS)}."
    kept = " The row is read without its region."
    return "", [
        Doubt("region-unknown", "region", echo(cell), "a region of the vocabulary", hint + kept)
    ]


def read_side(cell: str) -> tuple[str, list[Doubt]]:
    """``left``, ``right``, ``both`` or empty."""
    words = shipped_words()
    word = plain(cell)
    if word in words.blank:
        return "", []
    if side := words.side.get(word):
        return side, []
    hint = "The row is read without its side."
    return "", [Doubt("side-unknown", "side", echo(cell), "left, right or both", hint)]


def read_score(cell: str) -> tuple[float | None, list[Doubt]]:
    """Pain from 0 to 10 [1]; the decimal mark may be a comma, ``/10`` may follow."""
    if plain(cell) in shipped_words().blank:
        return None, []
    match = _SCORE.fullmatch(cell.strip())
    if match:
        score = float(match[1].replace(",", "."))
        if score <= _HIGHEST_SCORE:
            return score, []
    hint = "The row is read without its score."
    return None, [Doubt("score-unreadable", "score", echo(cell), "a number from 0 to 10", hint)]


def read_signs(cell: str, limit: Limits) -> tuple[tuple[str, ...], list[Doubt]]:
    """Signs of the published vocabulary in the order written, and a doubt for each other word."""
    found: dict[str, None] = {}
    doubts: list[Doubt] = []
    blank = shipped_words().blank
    if plain(cell) in blank:
        return (), []
    for part in _BETWEEN_SIGNS.split(cell):
        if plain(part) in blank:
            continue
        signs, strange = _signs_in(part)
        found.update(dict.fromkeys(signs))
        doubts += [_strange_sign(word, limit) for word in strange]
    return tuple(found), doubts


def stray_signs(
    value: Mapping[str, str],
) -> tuple[dict[str, str], tuple[str, ...], list[Doubt]]:
    """The cells without the signs that stand in the wrong one, those signs, and what is said of it.

    A cell of signs and nothing else (a note, or any cell of a row that lost a delimiter) is signs
    in the wrong column. Words of an emergency sign within other text are not interpreted, for they
    may be denied there, but never passed over in silence.
    """
    kept, signs, doubts = dict(value), list[str](), list[Doubt]()
    expected = "signs in the column signs"
    for column in ("region", "side", "score", "note"):
        if stray := only_signs(kept[column]):
            hint = f"Counted as signs: {', '.join(stray)}. Write signs into their own column."
            found = "signs and nothing else"
            doubts.append(Doubt("sign-misplaced", column, found, expected, hint))
            signs += stray
            kept[column] = ""
    for column in ("region", "side", "score", "note"):
        text = plain(kept[column])
        if mentioned := [sign for sign in EMERGENCY_SIGNS if sign in text]:
            found = f"the words of {', '.join(mentioned)}"
            doubts.append(
                Doubt("emergency-words", column, found, expected, _MENTIONED, ProblemKind.NOTE)
            )
    return kept, tuple(signs), doubts


def warning_of_loss(value: Mapping[str, str], limit: Limits) -> str:
    """What a refused row must not take with it unsaid: empty unless it names an emergency sign."""
    _, stray, _ = stray_signs(value)
    stated, _ = read_signs(value["signs"], limit)
    lost = [sign for sign in EMERGENCY_SIGNS if sign in stated + stray]
    if not lost:
        return ""
    return (
        f" The row names {', '.join(lost)}, which is NOT in the report without a date."
        " If it is new, seek emergency care without waiting for a report."
    )


_MENTIONED = (
    "Free text is not interpreted, so this was NOT counted. If it is present and new, write it into"
    " the column signs, and seek emergency care without waiting for a report."
)


def only_signs(cell: str) -> tuple[str, ...]:
    """The signs in a cell that holds nothing but signs; empty where it holds anything else."""
    parts = [part for part in _BETWEEN_SIGNS.split(cell) if plain(part)]
    taken = [_signs_in(part) for part in parts]
    if any(strange for _, strange in taken):
        return ()
    return tuple(sign for signs, _ in taken for sign in signs)


def _signs_in(part: str) -> tuple[list[str], list[str]]:
    """Signs in a part between separators, and what is left over."""
    if plain(part) in SIGNS:
        return [plain(part)], []
    words = [plain(word) for word in part.split()]
    if shipped_words().negation.intersection(words):
        return [], [part]
    if signs := _covered(plain(part).split("_")):
        return signs, []
    known = [word for word in words if word in SIGNS]
    if not known:
        return [], [part]
    return known, [word for word in words if word not in SIGNS]


def _covered(words: list[str]) -> list[str]:
    """Signs that, one after the other, use up all words; empty when they do not."""
    signs: list[str] = []
    at = 0
    longest = max(sign.count("_") for sign in SIGNS) + 1
    while at < len(words):
        ends = range(min(len(words), at + longest), at, -1)
        end = next((end for end in ends if "_".join(words[at:end]) in SIGNS), None)
        if end is None:
            return []
        signs.append("_".join(words[at:end]))
        at = end
    return signs


def _strange_sign(word: str, limit: Limits) -> Doubt:
    expected = "a sign of the vocabulary"
    if shipped_words().negation.intersection(plain(word).split("_")):
        hint = "Write only signs that are present; this one is not in the log."
        return Doubt("sign-negated", "signs", echo(word), expected, hint)
    if near := nearest_in_part(plain(word), EMERGENCY_SIGNS, limit.emergency_similarity):
        hint = (
            f"This is close to the emergency sign {near} ({EMERGENCY_SIGNS[near]}), but it was NOT"
            " counted as one. If it is what you mean and it is new, do not wait for a report: seek"
            " emergency care. Then correct the word."
        )
        return Doubt("sign-near-emergency", "signs", echo(word), expected, hint)
    near = nearest(plain(word), SIGNS, limit.hint_similarity)
    hint = f"Did you mean {near}?" if near else "The vocabulary lists all signs."
    return Doubt(
        "sign-unknown",
        "signs",
        echo(word),
        expected,
        hint + " The row is read without this word.",
    )


def realigned(cells: Iterable[str], heading: Heading) -> list[str]:
    """Cells of a row that has more of them than the header, put back where they belong.

    Signs without quotes and decimal commas spill into the cells after them; a note with the
    delimiter in it runs over the end. What still does not fit stays at the end.
    """
    row, width, mark = list(cells), len(heading.written), heading.delimiter
    while len(row) > width and not row[-1].strip():
        row.pop()
    score, signs = heading.place("score"), heading.place("signs")
    if score is not None and len(row) > width and mark == "," and _is_split_decimal(row, score):
        row[score : score + 2] = [f"{row[score].strip()}.{row[score + 1].strip()}"]
    if signs is not None:
        while len(row) > max(width, signs + 1) and only_signs(row[signs + 1]):
            row[signs : signs + 2] = [f"{row[signs]};{row[signs + 1]}"]
    if len(row) > width and heading.place("note") == width - 1:
        row[width - 1 :] = [mark.join(row[width - 1 :])]
    return row


def _is_split_decimal(row: list[str], score: int) -> bool:
    pair = [cell.strip() for cell in row[score : score + 2]]
    return len(pair) == 2 and all(re.fullmatch(r"\d{1,2}", cell, re.ASCII) for cell in pair)
