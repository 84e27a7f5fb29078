"""Writes the account of a folder of real exports: what each file is, and where its rows went.

    python -m studies.corpus_account FOLDER > docs/corpus.md
    python -m studies.corpus_account FOLDER --check docs/corpus.md

Rows present are counted here without the adapters: records of a CSV, messages of a FIT file, events
of a calendar, elements of an XML document, points of a track. With ``--check`` the account is
compared with a page, and the differences are printed. Exits 1 if a file is missing, a sum does not
add up, the counts differ, or the page is not what would be written.
"""

import argparse
import csv
import difflib
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.intake.gather import gather
from tl_analyzer.intake.limits import Limits
from tl_analyzer.intake.walk import walk
from tl_analyzer.log import Log, Problem, ProblemKind, SourceSummary

_HEAD = """\
# What became of every file of the corpus

Made by `python -m studies.corpus_account`, which counts the rows of each file without the
adapters. The files are real exports, documented samples and hostile inputs; they are no part of
this project. Names are shortened. For every file that is recognised,
read + refused + set aside = present.

"""
_COLUMNS = ("file", "read as", "unit", "present", "read", "refused", "set aside", "remark")
#: Headers stand anywhere in people's own tables, and are counted with their rows.
_OWN_TABLES = "strength-table"
_REMARK = 150
#: What tells the owners of files apart is nobody's business here.
_OWNER = re.compile(r"/[^/]*__")


@dataclass(frozen=True)
class Line:
    """One file of the account; `present` is None where rows cannot be counted simply."""

    source: SourceSummary
    present: int | None
    remark: str

    @property
    def faults(self) -> Iterator[str]:
        """What is wrong with the account of the file."""
        tally = self.source.tally
        if self.source.adapter and tally is None:
            yield f"no account: {self.source.file}"
        if tally and self.present is not None and tally.total != self.present:
            yield f"{self.source.file}: {tally.total} accounted for, {self.present} present"


def lines(folder: Path) -> Iterator[Line]:
    """Read a folder and count its rows once more."""
    log = gather([folder], Reading())
    files = {f.name: f for f in walk(folder, Limits()) if isinstance(f, SourceFile)}
    for source in log.sources:
        file = files.get(source.file)
        present = _present(source, file) if file and source.tally else None
        yield Line(source, present, _remark(source, log))


def _present(source: SourceSummary, file: SourceFile) -> int | None:
    unit = source.tally.unit if source.tally else ""
    if source.adapter == _OWN_TABLES:
        rows = _records(file)
        return None if rows is None else rows + 1
    count = COUNTS.get(unit)
    return count(file) if count else None


def _messages(file: SourceFile) -> int:
    """Data messages of a FIT file, by its headers and definitions alone."""
    data = file.read()
    count = at = 0
    while at + 12 <= len(data) and data[at + 8 : at + 12] == b".FIT":
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        begin = at + data[at]
        end = min(begin + size, len(data)) if size else len(data)
        count += _walk(data, begin, end)
        at = begin + size + 2 if size else len(data)
    return count


def _walk(data: bytes, at: int, end: int) -> int:
    sizes: dict[int, int] = {}
    count = 0
    while at < end:
        head = data[at]
        defines = not head & 0x80 and head & 0x40
        local = (head >> 5) & 3 if head & 0x80 else head & 15
        if not defines:
            if local not in sizes or at + 1 + sizes[local] > end:
                return count
            at += 1 + sizes[local]
            count += 1
            continue
        fields = data[at + 5] if at + 5 < end else 0
        at += 6
        sizes[local] = sum(data[at + 1 : at + 3 * fields : 3])
        at += 3 * fields
        if head & 0x20 and at < end:
            extra = data[at]
            sizes[local] += sum(data[at + 2 : at + 1 + 3 * extra : 3])
            at += 1 + 3 * extra
    return count


def _records(file: SourceFile) -> int | None:
    if file.base.endswith((".json", ".def")):
        return None
    text = file.read().decode("utf-8-sig", errors="replace").replace("\0", "")
    rows = text.splitlines(keepends=True)
    if rows and rows[0].lower().startswith("sep="):
        rows = rows[1:]
    head = next((r for r in rows if r.strip()), "")
    delimiter = max(",;\t", key=re.sub(r'"[^"]*"', "", head).count)
    found = [cells for cells in csv.reader(rows, delimiter=delimiter) if cells]
    return max(len(found) - 1, 0) if len(found) > 1 else None


def _aw_events(file: SourceFile) -> int | None:
    tree = json.loads(file.read())
    if not isinstance(tree, dict) or "buckets" not in tree:
        return None
    return sum(len(bucket["events"]) for bucket in tree["buckets"].values())


def _pattern(pattern: bytes) -> Callable[[SourceFile], int]:
    return lambda file: len(re.findall(pattern, file.read()))


#: How the units of the accounts are counted without the adapters.
COUNTS: dict[str, Callable[[SourceFile], int | None]] = {
    "message": _messages,
    "row": _records,
    "event": _aw_events,
    "trackpoint": _pattern(rb"<(?:Trackpoint|trkpt)[\s>]"),
    "component": _pattern(rb"(?m)^BEGIN:VEVENT\s*$"),
}


def _remark(source: SourceSummary, log: Log) -> str:
    if source.same_as:
        return "the same bytes as another file"
    if source.reason:
        return source.reason
    refused = [p for p in log.problems if p.file == source.file and p.kind is ProblemKind.REFUSED]
    if not source.opened or refused:
        return _short(refused[0]) if refused else "could not be opened"
    if source.tally and not source.tally.read:
        aside = ", ".join(f"{n} {label}" for label, n in source.tally.set_aside)
        return next((p.found for p in log.problems if p.file == source.file), aside)
    return ""


def _short(problem: Problem) -> str:
    text = f"{problem.found}; expected {problem.expected}"
    return text if len(text) <= _REMARK else text[: _REMARK - 1] + "…"


def page(folder: Path, account: list[Line]) -> str:
    """Write the account as a page."""
    rows = ["| " + " | ".join(_COLUMNS) + " |\n", "|---" * len(_COLUMNS) + "|\n"]
    for line in account:
        tally = line.source.tally
        name = _OWNER.sub("/", line.source.file.removeprefix(f"{folder}/")).replace("|", r"\|")
        aside = sum(n for _, n in tally.set_aside) if tally else ""
        numbers = (tally.total, tally.read, tally.refused) if tally else ("", "", "")
        cells = (
            name,
            line.source.adapter or "-",
            tally.unit if tally else "",
            *numbers,
            aside,
            line.remark.replace("|", r"\|").replace("\n", " "),
        )
        rows.append("| " + " | ".join(map(str, cells)) + " |\n")
    return _HEAD + "".join(rows)


def main() -> int:
    """Print or check the account."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", type=Path, metavar="PAGE")
    asked = parser.parse_args()
    account = list(lines(asked.folder))
    named = {line.source.file.split("!/")[0] for line in account}
    on_disk = {str(p) for p in asked.folder.rglob("*") if p.is_file()}
    faults = [f"not in the account: {name}" for name in sorted(on_disk - named)]
    faults += [fault for line in account for fault in line.faults]
    written = page(asked.folder, account)
    if asked.check is None:
        sys.stdout.write(written)
    else:
        known = asked.check.read_text(encoding="utf-8")
        faults += difflib.unified_diff(known.splitlines(), written.splitlines(), "page", "now", n=0)
        counted = sum(line.present is not None for line in account)
        read = [line for line in account if line.source.adapter]
        print(
            f"{len(on_disk)} files on disk, {len(account)} with the members of archives:"
            f" {len(read)} read, rows of {counted} counted a second time"
        )
    print("\n".join(faults), file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
