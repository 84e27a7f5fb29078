"""A table of sittings, or of any postures -> intervals of the log."""

from datetime import timedelta

import pandas as pd

from tl_analyzer.accessor.cells import rows_of
from tl_analyzer.accessor.table_columns import LENGTHS, SITTINGS
from tl_analyzer.accessor.table_error import Fault, TableError, refused
from tl_analyzer.log import Observation, Posture, PostureInterval, Provenance, Quality, SittingStyle

SOURCE = Provenance(adapter="table", file="table of sittings", digest="")

#: Longest interval that can be meant. [min]
_LONGEST_MIN = 24.0 * 60.0


def intervals_of(frame: pd.DataFrame, zone: str) -> tuple[PostureInterval, ...]:
    """Read a table of sittings.

    Parameters
    ----------
    frame : DataFrame
        One row an interval with ``start`` and ``end`` (or ``minutes``); ``posture`` is sitting
        where it is not said.
    zone : str
        IANA zone of clocks that state none.

    Raises
    ------
    TableError
        If a cell cannot be read, or an interval ends before it begins.
    """
    if "start" not in frame.columns:
        raise TableError(
            "a table of sittings needs a column start", "A date alone does not say when one sat."
        )
    faults: list[Fault] = []
    found: list[PostureInterval] = []
    for number, cells in enumerate(rows_of(frame, SITTINGS, faults), start=1):
        start = cells.when("start", zone)
        if start is None or not start.timed:
            # One that cannot be read, or a zone that is none, is told already.
            if start is not None or cells.missing("start"):
                cells.fault("start", "a time such as 2026-11-12 09:00")
            continue
        end = None
        if not cells.missing("end"):
            until = cells.when("end", zone)
            end = None if until is None else until.utc
        elif (minutes := cells.number("minutes", 0, _LONGEST_MIN)) is not None:
            end = start.utc + timedelta(minutes=minutes)
        if end is None or not timedelta() <= end - start.utc <= timedelta(minutes=_LONGEST_MIN):
            told = [name for name in LENGTHS if not cells.missing(name)]
            cells.fault(cells.there(told or LENGTHS), "an end within a day after the start")
            continue
        probability = cells.number("probability", 0, 1)
        style = None
        if not cells.missing("style"):
            style = cells.one_of("style", SittingStyle, SittingStyle.SLUMPED)
        found.append(
            PostureInterval(
                start=start,
                end=end,
                posture=cells.one_of("posture", Posture, Posture.SITTING),
                probability=1.0 if probability is None else probability,
                quality=cells.one_of("quality", Quality, Quality.A),
                observation=cells.one_of("observation", Observation, Observation.POSTURE_LOG),
                style=style,
                source=cells.text("source") or "table of sittings",
                provenance=SOURCE.model_copy(update={"row": number}),
            )
        )
    if faults:
        raise refused(faults)
    return tuple(found)
