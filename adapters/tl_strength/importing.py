"""One reading of one file: the straight line from bytes to workouts and the account of rows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from tl_analyzer.adapter import Reading
from tl_analyzer.log import Entry, Problem, ProblemKind, Provenance, Tally
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.dates import Dates
from tl_analyzer.parsing.rows import Row, fit, is_blank, records, repeats_header
from tl_analyzer.parsing.text import decode
from tl_strength.commas import CommaRepair
from tl_strength.dialect import Role
from tl_strength.draft import Aside, Draft
from tl_strength.layout import Layout
from tl_strength.limits import limits
from tl_strength.sets import SetReader
from tl_strength.settled import settled
from tl_strength.wrapped import unwrap

#: What should stand in the column that sets rows aside.
_EXPECTED = {Role.TAG: "the number or the type of a set"}


class Import:
    """Reads a file and keeps the account of its rows.

    Every row ends in one of three places: read, refused with a problem, or set aside under
    the label of what it is.

    Parameters
    ----------
    source : Provenance
        Where the values come from.
    layout : Layout
        The layout of the file.
    reading : Reading
        What is known about the athlete.
    """

    def __init__(self, source: Provenance, layout: Layout, reading: Reading):
        self._source = source
        self._layout = layout
        self._reading = reading
        self._total = 0
        self._refused = 0
        self._aside: Counter[str] = Counter()
        self._unknown: dict[Aside, int] = {}

    def run(self, data: bytes) -> Iterator[Entry | Problem | Tally]:
        """Yield all that the bytes of the file hold, workouts in the order of time."""
        text = decode(data)
        yield from text.problems(self._source.file)
        rows: list[Row] = []
        for found in self._shaped(self._collect(unwrap(text.lines))):
            if isinstance(found, Row):
                rows.append(found)
            else:
                yield found
        dates = self._dates(rows)
        drafts: list[Draft] = []
        for outcome in self._read(rows, dates):
            if isinstance(outcome, Draft):
                drafts.append(outcome)
                yield from outcome.remarks
            else:
                yield outcome
        yield from self._remarks(drafts)
        yield from settled(drafts, self._layout, dates, self._reading, self._source)
        yield self._tally(len(drafts))

    def _collect(self, lines: Sequence[str]) -> list[Row]:
        """Count all rows and take those that may hold a set."""
        rows = []
        for row in records(lines, self._layout.header):
            self._total += 1
            if self._total > limits().file.rows:
                continue
            if is_blank(row):
                self._aside["blank"] += 1
            elif repeats_header(row, self._layout.header):
                self._aside["header"] += 1
            else:
                rows.append(row)
        return rows

    def _shaped(self, rows: Sequence[Row]) -> Iterator[Row | Problem]:
        """Bring rows to the width of the header."""
        file = self._source.file
        if self._total > limits().file.rows:
            self._refused += self._total - limits().file.rows
            yield self._too_many()
        repair = CommaRepair(self._layout, rows) if self._layout.dialect.unquoted_commas else None
        for row in rows:
            joined = repair.join(row) if repair else row
            if repair and joined is not row:
                yield repair.remark(joined, file)
            shaped = fit(joined, self._layout.header, file, may_trim=repair is None)
            if isinstance(shaped, Problem):
                self._refused += 1
            yield shaped

    def _dates(self, rows: Sequence[Row]) -> Dates:
        dialect = self._layout.dialect
        return Dates(
            dialect.dates,
            dialect.dates_either,
            dialect.languages,
            (self._layout.stamp(row.cells) for row in rows),
        )

    def _read(self, rows: Sequence[Row], dates: Dates) -> Iterator[Draft | Problem]:
        reader = SetReader(self._layout, dates, self._source.file)
        for row in rows:
            outcome = reader.read(row)
            if isinstance(outcome, Aside):
                if self._set_aside(outcome, row):
                    continue
                outcome = self._strange(outcome, row)
            if isinstance(outcome, Problem):
                self._refused += 1
            yield outcome

    def _set_aside(self, aside: Aside, row: Row) -> bool:
        """Count a row under its label, unless labels have become a crowd."""
        if not aside.known and aside not in self._unknown:
            if len(self._unknown) >= limits().file.labels:
                return False
            self._unknown[aside] = row.line
        self._aside[aside.label] += 1
        return True

    def _remarks(self, drafts: Sequence[Draft]) -> Iterator[Problem]:
        """Say once a file what concerns many rows."""
        for aside, line in self._unknown.items():
            hint = "They were set aside as rows that hold no set; report it if they do."
            yield self._label_note(aside, self._aside[aside.label], line, hint)
        strange: dict[str, list[int]] = {}
        for draft in drafts:
            if draft.strange_tag:
                strange.setdefault(draft.strange_tag, []).append(draft.line)
        for tag, lines in islice(strange.items(), limits().file.labels):
            hint = "They were read as working sets."
            yield self._label_note(Aside(tag, known=False), len(lines), lines[0], hint)
        unplaced = [draft.line for draft in drafts if draft.unplaced_distance]
        if unplaced:
            yield Problem(
                file=self._source.file,
                line=unplaced[0],
                column=self._layout.columns[Role.DISTANCE][0].name,
                kind=ProblemKind.NOTE,
                code="distance-without-unit",
                found=f"distances without a unit: {len(unplaced)}",
                expected="a unit for distances",
                hint="The sets were read without them.",
            )

    def _label_note(self, aside: Aside, count: int, line: int, hint: str) -> Problem:
        return Problem(
            file=self._source.file,
            line=line,
            column=self._layout.columns[aside.role][0].name,
            kind=ProblemKind.NOTE,
            code="row-label-unknown",
            found=f"rows labelled {echo(aside.label)}: {count}",
            expected=_EXPECTED.get(aside.role, "whether the set was done"),
            hint=hint,
        )

    def _too_many(self) -> Problem:
        most = limits().file.rows
        return Problem(
            file=self._source.file,
            code="too-many-rows",
            found=f"{self._total} rows",
            expected=f"at most {most} rows",
            hint="The rows after these were not read; split the file by years.",
        )

    def _strange(self, aside: Aside, row: Row) -> Problem:
        return Problem(
            file=self._source.file,
            line=row.line,
            column=self._layout.columns[aside.role][0].name,
            code=f"{aside.role.value}-not-understood",
            found=echo(aside.label),
            expected=_EXPECTED.get(aside.role, "whether the set was done"),
            hint="Columns may have shifted; export the file again.",
        )

    def _tally(self, read: int) -> Tally:
        return Tally(
            file=self._source.file,
            adapter=self._source.adapter,
            unit="row",
            total=self._total,
            read=read,
            refused=self._refused,
            set_aside=tuple(sorted(self._aside.items())),
        )
