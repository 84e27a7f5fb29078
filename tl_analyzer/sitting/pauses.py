"""The computers of an athlete as one: where somebody used any of them, and the pauses between."""

from dataclasses import replace

import numpy as np

from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.evidence import Kind
from tl_analyzer.sitting.evidence_columns import EvidenceColumns, Floats, Ints
from tl_analyzer.sitting.span_columns import Spans, outside, united


def with_pauses(evidence: EvidenceColumns, parameters: Parameters) -> EvidenceColumns:
    """Name the time without input by its length, after all computers are looked at together.

    A pause lies between two stretches of input, on whichever computer, and is watched throughout:
    a computer that is off or asleep says nothing. Time without input that is no such pause, or a
    long one, is time away.

    Parameters
    ----------
    evidence : EvidenceColumns
        All evidence; that of the kind `Kind.AWAY` is cut where any computer is in use.
    parameters : Parameters
        Lengths of pauses.

    Returns
    -------
    EvidenceColumns
        All other evidence as it is, then the time without input, named.
    """
    away = evidence.where({Kind.AWAY})
    if not away.any():
        return evidence
    seam = parameters.number("sitting.seam_s")
    by_computer = evidence.where({Kind.COMPUTER})
    used = united(evidence.start[by_computer], evidence.end[by_computer], seam)
    idle = _joined(evidence.pick(away), used, seam)
    return EvidenceColumns.joined([evidence.pick(~away), _named(idle, used, seam, parameters)])


def _joined(idle: EvidenceColumns, used: Spans, seam: float) -> EvidenceColumns:
    """Stretches without input on any computer, each once, in order."""
    pieces = outside(idle.start, idle.end, used)
    order = np.lexsort((pieces.end, pieces.start))
    start, end, voice = pieces.start[order], pieces.end[order], idle.voice[pieces.of[order]]
    near = start[1:] - np.maximum.accumulate(end)[:-1] <= seam
    if not near.any():
        return EvidenceColumns(start, end, voice, idle.voices)
    rows: list[int] = []
    ends: list[float] = []
    begin, until = start.tolist(), end.tolist()
    for row in range(len(begin)):
        if rows and begin[row] - ends[-1] <= seam and not _used(ends[-1], begin[row], used):
            ends[-1] = max(ends[-1], until[row])
        else:
            rows.append(row)
            ends.append(until[row])
    return EvidenceColumns(start[rows], np.array(ends), voice[rows], idle.voices)


def _used(end: float, start: float, used: Spans) -> bool:
    """Whether somebody used a computer between two stretches without input."""
    following = int(np.searchsorted(used.end, end, "right"))
    return start > end and following < len(used.end) and bool(used.start[following] < start)


def _named(
    idle: EvidenceColumns, used: Spans, seam: float, parameters: Parameters
) -> EvidenceColumns:
    """Stretches without input that fill a gap between two uses, by its length."""
    if len(used.start) < 2:
        return idle
    gap_start, gap_end = used.end[:-1], used.start[1:]
    place = np.searchsorted(gap_start, idle.start - seam)
    gap = np.minimum(place, len(gap_start) - 1)
    start, end = gap_start[gap], gap_end[gap]
    fills = (
        (place < len(gap_start))
        & (np.abs(start - idle.start) <= seam)
        & (np.abs(end - idle.end) <= seam)
    )
    # The seam is the watcher's rounding: a pause fills its gap to the edges.
    return replace(
        idle,
        start=np.where(fills, start, idle.start),
        end=np.where(fills, end, idle.end),
        voice=np.where(fills, _renamed(idle, end - start, parameters), idle.voice),
    )


def _renamed(idle: EvidenceColumns, length_s: Floats, parameters: Parameters) -> Ints:
    """What says that there was a pause of some length."""
    voices = idle.voices
    # Every kind of pause for every voice there is: few of either.
    distinct = sorted(set(idle.voice.tolist()))
    number = np.zeros((3, distinct[-1] + 1), dtype=np.int64)
    for code in distinct:
        for row, kind in enumerate((Kind.SHORT_PAUSE, Kind.PAUSE, Kind.AWAY)):
            number[row, code] = voices.code(voices.values[code]._replace(kind=kind))
    short = length_s <= parameters.number("sitting.short_pause_s")
    longer = length_s <= parameters.number("sitting.pause_s")
    return number[np.where(short, 0, np.where(longer, 1, 2)), idle.voice]
