"""What rows of results share: cells beside the sets, and times of named workouts."""

import re

from tl_analyzer.parsing.rows import Row
from tl_strength.dialect import Role
from tl_strength.limits import limits
from tl_strength.sheet import Sheet

_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:\.\d+)?")


def shared_cells(sheet: Sheet, row: Row) -> dict[Role, str]:
    """Title, exercise and note of a row, for each of its sets.

    Some apps put quotes into names.
    """
    return {
        Role.TITLE: sheet.text(row, Role.TITLE),
        Role.EXERCISE: sheet.text(row, Role.EXERCISE).strip('"'),
        Role.NOTE: sheet.text(row, Role.NOTE),
    }


def result_seconds(text: str) -> float | None:
    """Time of a workout scored by the clock [s], such as ``9:12``; None for other results."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    lasted = hours * 3600.0 + minutes * 60.0 + seconds
    return lasted if lasted <= limits().workout.duration_s else None
