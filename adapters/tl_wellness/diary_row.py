"""One answer to a pain diary: where, how much, what with it; each cell on its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tl_analyzer.log import CheckIn, Problem, ProblemKind, Scale, Wellness
from tl_analyzer.parsing.body_words import (
    Place,
    answers,
    plain_words,
    read_place,
    read_side,
    read_sign,
    says_nothing,
)
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.vocabulary import EMERGENCY_SIGNS, REGIONS
from tl_wellness.day_values import Day
from tl_wellness.diary_columns import DiaryColumns

#: The ends of scales whose numbers are those of the log.
LOG_SCALES = ((0.0, 10.0), (1.0, 10.0))

_SCORE = re.compile(r"(\d{1,4}(?:[.,]\d{1,6})?)(?:\s*/\s*(\d{1,4}))?", re.ASCII)
_KEPT = "The row is read without it."
_MENTIONED = (
    "Free text is not interpreted, so this was NOT counted. If it is present and new, write it into"
    " a column for signs, and seek emergency care without waiting for a report."
)


@dataclass(frozen=True)
class RowReader:
    """Reads the answers of one diary.

    Attributes
    ----------
    columns : DiaryColumns
        Which column means what.
    scale : Scale or None
        Scale of the pain score; None where it is not known.
    label : str
        The source in the athlete's words.
    """

    columns: DiaryColumns
    scale: Scale | None
    label: str

    def read(
        self, cells: Sequence[str], day: Day, ledger: Ledger
    ) -> Iterator[CheckIn | Wellness | Problem]:
        """Yield check-ins (one a place that hurts), and a problem for each doubtful cell.

        Signs and the note go with the first of them; a score on another scale than the log's is
        a value of its own, for no scale is turned into another.
        """
        line = day.origin.row
        score, doubts = self._score(cells, ledger, line)
        places = list(self._places(cells, ledger, line, doubts))
        signs = tuple(dict.fromkeys(self._signs(cells, ledger, line, doubts)))
        note = self.columns.cell(cells, "note")
        note = "" if says_nothing(note) else note
        yield from doubts
        yield from _mentions(note, ledger, line)
        own = self.scale is not None and (self.scale.least, self.scale.most) in LOG_SCALES
        if score is not None and not own:
            yield Wellness(
                start=day.start,
                measure="pain",
                value=score,
                scale=self.scale,
                source=self.label,
                provenance=day.origin,
            )
            if not (places or signs or note):
                return
        elif score is None and not (places or signs or note):
            return
        for number, place in enumerate(places or [Place()]):
            yield CheckIn(
                start=day.start,
                region=place.region,
                side=place.side,
                score=score if own else None,
                signs=() if number else signs,
                note="" if number else note,
                provenance=day.origin,
            )

    def lost_warning(self, cells: Sequence[str]) -> str:
        """What a refused row must not take with it unsaid: empty unless it names an emergency."""
        signs = map(read_sign, answers(self.columns.cell(cells, "signs")))
        lost = [sign for sign in signs if sign in EMERGENCY_SIGNS]
        if not lost:
            return ""
        return (
            f" The row names {', '.join(lost)}, which is NOT in the report without a date."
            " If it is new, seek emergency care without waiting for a report."
        )

    def _score(
        self, cells: Sequence[str], ledger: Ledger, line: int | None
    ) -> tuple[float | None, list[Problem]]:
        cell = self.columns.cell(cells, "score")
        if not cell or cell == "-":
            return None, []
        least, most = (self.scale.least, self.scale.most) if self.scale else (0.0, None)
        value = read_score(cell, most)
        if value is not None and value >= least:
            return value, []
        wanted = f"a number from {least:g} to {most:g}" if most is not None else "a number"
        return None, [_doubt(ledger, "score-unreadable", "score", cell, wanted, _KEPT, line)]

    def _places(
        self, cells: Sequence[str], ledger: Ledger, line: int | None, doubts: list[Problem]
    ) -> Iterator[Place]:
        side_cell = self.columns.cell(cells, "side")
        side = "" if says_nothing(side_cell) else read_side(side_cell)
        if not side and not says_nothing(side_cell):
            wanted = "left, right or both"
            doubts.append(_doubt(ledger, "side-unknown", "side", side_cell, wanted, _KEPT, line))
        cell = self.columns.cell(cells, "region")
        whole = None if says_nothing(cell) else read_place(cell)
        seen = set[Place]()
        for answer in [cell] if whole else answers(cell):
            place = read_place(answer)
            if place is None:
                hint = f"{_KEPT} Known regions: {', '.join(REGIONS)}."
                wanted = "a region of the vocabulary"
                doubts.append(
                    _doubt(ledger, "region-unknown", "region", answer, wanted, hint, line)
                )
                continue
            placed = Place(place.region, place.side or side)
            if placed not in seen:
                seen.add(placed)
                yield placed
        if side and not seen:
            yield Place(side=side)

    def _signs(
        self, cells: Sequence[str], ledger: Ledger, line: int | None, doubts: list[Problem]
    ) -> Iterator[str]:
        for answer in answers(self.columns.cell(cells, "signs")):
            if sign := read_sign(answer):
                yield sign
                continue
            hint = (
                "The row is read without this word; it was NOT counted as a sign. The page on the"
                " pain diary lists all signs. New trouble with bladder, bowel, saddle feeling or"
                " leg strength is for emergency care, not for a report."
            )
            wanted = "a sign of the vocabulary"
            doubts.append(_doubt(ledger, "sign-unknown", "signs", answer, wanted, hint, line))


def read_score(cell: str, most: float | None) -> float | None:
    """A score as written, ``4``, ``4,5`` or ``4/10``; None if it is none or above the scale."""
    match = _SCORE.fullmatch(cell.strip())
    if match is None:
        return None
    if match[2] is not None and most is not None and float(match[2]) != most:
        return None
    value = float(match[1].replace(",", "."))
    return None if most is not None and value > most else value


def _mentions(note: str, ledger: Ledger, line: int | None) -> Iterator[Problem]:
    text = plain_words(note)
    if named := [sign for sign in EMERGENCY_SIGNS if sign.replace("_", " ") in text]:
        yield ledger.problem(
            ProblemKind.NOTE,
            "emergency-words",
            f"the words of {', '.join(named)}",
            "signs in a column for signs",
            _MENTIONED,
            line,
            "note",
        )


def _doubt(
    ledger: Ledger, code: str, column: str, cell: str, wanted: str, hint: str, line: int | None
) -> Problem:
    return ledger.problem(ProblemKind.REPAIRED, code, echo(cell), wanted, hint, line, column)
