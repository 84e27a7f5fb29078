"""Usual desk hours of the profile: assumed only where the day was not observed."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from tl_analyzer.log import Posture, Quality
from tl_analyzer.log.posture_columns import Codes
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import WEEKDAYS, DeskBlock, Profile
from tl_analyzer.sitting.day_columns import instants_at
from tl_analyzer.sitting.evidence import OBSERVING, Kind, Voice
from tl_analyzer.sitting.evidence_columns import EvidenceColumns, Ints
from tl_analyzer.sitting.span_columns import Spans, outside, united

#: What observes well enough to say that a day was looked at.
_WELL = frozenset({Quality.A, Quality.B})

_SOURCE = "usual desk hours (profile)"


def usual_hours(
    profile: Profile,
    days: Sequence[date],
    evidence: EvidenceColumns,
    until: float,
    parameters: Parameters,
) -> EvidenceColumns:
    """Working hours, and of them the time that is assumed to be sat through.

    A day of which enough was observed is not filled up outside what was observed: who is not seen
    at the computer after three may have gone home.

    Parameters
    ----------
    profile : Profile
        Usual desk hours.
    days : sequence of date
        Days to fill, in order, none left out.
    evidence : EvidenceColumns
        What was observed.
    until : float
        Nothing is assumed after this instant. [s]
    parameters : Parameters
        Share of the hours from which a day counts as observed.

    Returns
    -------
    EvidenceColumns
        By day and block: the working hours, then what of them is assumed to be sat through.
    """
    desk, voices = profile.desk, evidence.voices
    if not desk or not days:
        return EvidenceColumns.of((), voices)
    first, zone = days[0].toordinal(), profile.athlete.timezone
    on_weekday = np.array([[weekday in block.days for block in desk] for weekday in WEEKDAYS])
    works = on_weekday[(days[0].weekday() + np.arange(len(days))) % len(WEEKDAYS)]
    begin = np.stack([instants_at(first, len(days), block.start, zone) for block in desk], axis=1)
    end = np.stack([instants_at(first, len(days), block.end, zone) for block in desk], axis=1)
    day, block = np.nonzero(works)
    hours = Spans(begin[works], end[works])
    well = evidence.where(OBSERVING) & evidence.known(_WELL)
    seen = united(evidence.start[well], evidence.end[well])
    closed = _closed(hours, day, seen, parameters.number("sitting.observed_share"))
    open_ = outside(hours.start, np.minimum(hours.end, until), closed)
    assumed = [_assumed(each) for each in desk]
    at_work = [v._replace(kind=Kind.WORK_HOURS, posture=Posture.UNKNOWN) for v in assumed]
    # First the hours of a block, then what of them is assumed.
    order = np.argsort(np.concatenate((2 * np.arange(len(day)), 2 * open_.of + 1)), kind="stable")
    return EvidenceColumns(
        np.concatenate((hours.start, open_.start)),
        np.concatenate((hours.end, open_.end)),
        np.concatenate((_said(at_work, voices)[block], _said(assumed, voices)[block[open_.of]])),
        voices,
    ).pick(order)


def _assumed(block: DeskBlock) -> Voice:
    seated = block.seated_fraction
    return Voice(Kind.USUAL_HOURS, Posture.SITTING, seated, Quality.D, _SOURCE, block.posture)


def _said(said: Sequence[Voice], voices: Codes[Voice]) -> Ints:
    return np.array([voices.code(voice) for voice in said], dtype=np.int64)


def _closed(blocks: Spans, day: Ints, seen: Spans, share: float) -> Spans:
    """What of the working days is not filled up, since enough of the day was observed.

    That is a working day before the first and after the last thing observed in its hours.
    """
    if not len(seen.start):
        return seen
    hours = united(*blocks)
    # Blocks of one day never reach into the next.
    of = day[np.searchsorted(np.sort(blocks.start), hours.start)]
    length = hours.end - hours.start
    unseen = outside(*hours, seen)
    observed = length - np.bincount(unseen.of, unseen.end - unseen.start, len(length))
    held = np.bincount(of, observed)
    enough = share * np.bincount(of, length)
    looked_at = np.flatnonzero((held >= enough) & (enough > 0.0))
    first = hours.start[np.searchsorted(of, looked_at)]
    last = hours.end[np.searchsorted(of, looked_at, "right") - 1]
    earliest = np.searchsorted(seen.end, first, "right")
    latest = np.searchsorted(seen.start, last) - 1
    start = np.stack((first, np.minimum(last, seen.end[latest])), axis=1).ravel()
    end = np.stack((np.maximum(first, seen.start[earliest]), last), axis=1).ravel()
    return Spans(start[end > start], end[end > start])
