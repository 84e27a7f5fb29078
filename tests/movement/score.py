"""How well names are recognised: `python tests/movement/score.py [--errors] [TABLE...]`."""

import csv
import os
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tl_analyzer.movement import Movement, recognise

FLAGS = ("tl_hinge", "tl_overhead", "tl_rotation", "tl_flexion_loaded", "axial", "unilateral")
HERE = Path(__file__).parent
Row = dict[str, str]


@dataclass(frozen=True)
class FlagScore:
    """True and false positives, misses of one flag."""

    hits: int
    false_alarms: int
    misses: int

    @property
    def f1(self) -> float:
        wrong = self.false_alarms + self.misses
        return 2 * self.hits / (2 * self.hits + wrong) if self.hits or wrong else 1.0

    @property
    def errors(self) -> int:
        return self.false_alarms + self.misses


def read_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_movements(rows: list[Row]) -> list[Movement]:
    return [recognise(row["name"]) for row in rows]


def pattern_accuracy(rows: list[Row]) -> float:
    pairs = zip(rows, read_movements(rows), strict=True)
    return sum(row["pattern"] == found.pattern for row, found in pairs) / len(rows)


def flag_score(rows: list[Row], flag: str) -> FlagScore:
    said = Counter(
        (row[flag] == "1", bool(getattr(found, flag)))
        for row, found in zip(rows, read_movements(rows), strict=True)
    )
    return FlagScore(said[True, True], said[False, True], said[True, False])


def clear(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.get("ambiguous", "0") == "0"]


def show(path: Path, *, errors: bool) -> None:
    rows = read_rows(path)
    print(f"\n{path.name}: {len(rows)} names")
    for title, part in (("not ambiguous", clear(rows)), ("all", rows)):
        print(f"  {title} (n = {len(part)}): pattern {pattern_accuracy(part):.1%}")
        for flag in FLAGS:
            if flag in rows[0]:
                score = flag_score(part, flag)
                print(f"    {flag:18} F1 {score.f1:.3f}  errors {score.errors}")
    by_pattern = Counter(row["pattern"] for row in rows)
    wrong = Counter(
        row["pattern"] for row in rows if recognise(row["name"]).pattern != row["pattern"]
    )
    print("  wrong per pattern:", {p: f"{wrong[p]}/{n}" for p, n in by_pattern.items() if wrong[p]})
    if errors:
        show_errors(rows)


def show_errors(rows: list[Row]) -> None:
    for row in rows:
        found = recognise(row["name"])
        columns = [
            f"{flag} {int(getattr(found, flag))}"
            for flag in FLAGS
            if flag in row and (row[flag] == "1") != getattr(found, flag)
        ]
        if row["pattern"] != found.pattern:
            columns.insert(0, f"{found.pattern} (is {row['pattern']})")
        if columns:
            mark = "?" if row.get("ambiguous") == "1" else " "
            print(f"  {mark} {row['name']!r}: {', '.join(columns)} | {found.via}")


if __name__ == "__main__":
    shared = Path(os.environ.get("TL_SHARED", HERE.parents[2] / "shared"))
    exercises = shared / "corpus" / "exercises"
    arguments = [Path(name) for name in sys.argv[1:] if name != "--errors"]
    tables = arguments or [
        HERE / "names.tsv",
        exercises / "gold_dev.tsv",
        exercises / "tricky_names.tsv",
    ]
    for table in tables:
        if table.exists():
            show(table, errors="--errors" in sys.argv)
