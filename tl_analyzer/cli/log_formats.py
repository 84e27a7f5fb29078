"""Formats of `tl log`, by name. None needs more than the standard library."""

import csv
import io
import json
from collections.abc import Callable, Sequence

from tl_analyzer.report.layout import Layout
from tl_analyzer.report.spreadsheet import text_cell
from tl_analyzer.report.wording import clean, count, to_ascii
from tl_analyzer.store.sessions import SessionLine

_COLUMNS = (
    "athlete", "kind", "start", "clock", "minutes", "title", "sets", "distance_km", "exercises",
    "file",
)  # fmt: skip
#: Exercises that are named in a line. [1]
_NAMED = 4
_M_PER_KM = 1000.0


def log_text(found: Sequence[SessionLine], layout: Layout) -> str:
    """One line a session, cut where the page ends."""
    several = len({line.athlete for line in found}) > 1
    lines = [_words(line, named=several) for line in found]
    lines += ["", _sum(found)] if found else ["no sessions found"]
    plain = [to_ascii(line) if layout.ascii else line for line in lines]
    return "".join(f"{_cut(line, layout.width)}\n" for line in plain)


def _words(line: SessionLine, *, named: bool) -> str:
    start = line.local
    clock = f"{start:%H:%M}" if line.clock != "date" else "     "
    who = f"{clean(line.athlete)}: " if named else ""
    words = [f"{start:%Y-%m-%d} {clock} {line.kind:8s} {who}{clean(line.title) or 'untitled'}"]
    words += [f"{line.minutes:.0f} min"] if line.minutes else []
    words += [f"{line.distance_m / _M_PER_KM:.1f} km"] if line.distance_m else []
    words += [count(line.sets, "set")] if line.sets else []
    if line.exercises:
        more = len(line.exercises) - _NAMED
        names = [clean(name, 40) for name in line.exercises[:_NAMED]]
        words.append(", ".join(names) + (f" and {more} more" if more > 0 else ""))
    return "; ".join(words)


def _sum(found: Sequence[SessionLine]) -> str:
    kinds = dict.fromkeys(line.kind for line in found)
    each = [f"{sum(line.kind == kind for line in found)} {kind}" for kind in kinds]
    return f"{count(len(found), 'session')}: {', '.join(each)}"


def _cut(line: str, width: int) -> str:
    return line if len(line) <= width else f"{line[: width - 3].rstrip()}..."


def log_csv(found: Sequence[SessionLine], layout: Layout) -> str:
    """One row a session."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for line in found:
        values = _values(line)
        values["exercises"] = "; ".join(line.exercises)
        writer.writerow([_cell(values[name]) for name in _COLUMNS])
    return text.getvalue()


def log_json(found: Sequence[SessionLine], layout: Layout) -> str:
    """A list of sessions."""
    return json.dumps([_values(line) for line in found], indent=2, ensure_ascii=True) + "\n"


def _values(line: SessionLine) -> dict[str, object]:
    return {
        "athlete": line.athlete,
        "kind": line.kind,
        "start": line.local.isoformat(),
        "clock": line.clock,
        "minutes": None if line.minutes is None else round(line.minutes, 1),
        "title": line.title,
        "sets": line.sets,
        "distance_km": None if line.distance_m is None else round(line.distance_m / _M_PER_KM, 3),
        "exercises": list(line.exercises),
        "file": line.file,
    }


def _cell(value: object) -> object:
    if isinstance(value, str):
        return text_cell(value)
    return "" if value is None else value


FORMATS: dict[str, Callable[[Sequence[SessionLine], Layout], str]] = {
    "text": log_text,
    "json": log_json,
    "csv": log_csv,
}
