"""One athlete's week, and the same week with some changes, side by side."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np

from tl_analyzer.finding import Channel, Flag
from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.strengths import BARBELL
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import Weekly
from tl_analyzer.log import Log
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile, Strength
from tl_analyzer.report.what_if_report import (
    AppliedChange,
    ChannelChanges,
    ExposureChange,
    FlagChange,
    WhatIf,
)
from tl_analyzer.rules.catalogue import judge
from tl_analyzer.whatif.change import Proposal, Review
from tl_analyzer.whatif.sentence import differs, sentence

#: Channels of exposure; symptoms, and what is known, do not follow from a changed log.
_EXPOSURE = (Channel.HINGE, Channel.OVERHEAD, Channel.FLEXION, Channel.ROTATION)


def what_if(
    log: Log,
    profile: Profile,
    week: Week,
    as_of: datetime,
    parameters: Parameters,
    recogniser: Recogniser,
    proposals: Sequence[Proposal],
) -> WhatIf:
    """Compare a week with the same week after some changes.

    Parameters
    ----------
    log, profile, week, as_of, parameters, recogniser
        As for `tl_analyzer.analysis.weekly_report`.
    proposals : sequence of Proposal
        Changes, applied one after the other.

    Returns
    -------
    WhatIf
        Both weeks are judged by the same parameters and against the same maximal strength.

    Raises
    ------
    ChangeError
        If the week holds nothing that a change could apply to.
    """
    before = picture_of(log, profile, week, as_of, parameters, recogniser)
    review = Review(profile, week, as_of, parameters, recogniser)
    review = replace(review, profile=_as_strong(before, profile))
    applied = []
    changed = log
    for proposal in proposals:
        outcome = proposal.change.apply(changed, review)
        changed = outcome.log
        applied.append(AppliedChange(change=proposal.words, effect=outcome.effect))
    after = review.picture(changed)
    flags = _flags(judge(before, parameters), judge(after, parameters))
    found = WhatIf(
        changes=tuple(applied),
        sentence="",
        channels=ChannelChanges(
            **{c.value: _channel(before, after, c) for c in _EXPOSURE},
        ),
        measures=_measures(before, after),
        cleared=tuple(f for f in flags if f.after is None),
        staying=tuple(f for f in flags if f.before is not None and f.after is not None),
        new=tuple(f for f in flags if f.before is None),
    )
    return found.model_copy(update={"sentence": sentence(found)})


def _as_strong(picture: Picture, profile: Profile) -> Profile:
    """Return the profile with the maxima that the week was judged by.

    They may come from sets that a change takes away; the athlete is as strong without them.
    """
    known = profile.strength.one_rep_max_kg
    maxima = _overhead_maxima(picture, tuple(type(known).model_fields))
    if picture.strengths.deadlift_kg is not None:
        maxima["deadlift"] = picture.strengths.deadlift_kg
    pinned = Strength(one_rep_max_kg=known.model_copy(update=maxima))
    return profile.model_copy(update={"strength": pinned})


def _overhead_maxima(picture: Picture, lifts: tuple[str, ...]) -> dict[str, float]:
    """Maxima of the barbell lifts overhead that a profile can name. [kg]."""
    sets = picture.sets
    maxima = {}
    for row in np.flatnonzero(np.isfinite(sets.kg) & (sets.intensity > 0.0)):
        movement = sets.movements[sets.movement[row]]
        if movement.lift in lifts and movement.equipment in BARBELL:
            maxima[movement.lift] = float(sets.kg[row] / sets.intensity[row])
    return maxima


def _channel(before: Picture, after: Picture, channel: Channel) -> ExposureChange:
    return _exposure(before.channels[channel].weekly, after.channels[channel].weekly)


def _measures(before: Picture, after: Picture) -> tuple[ExposureChange, ...]:
    shown = {before.channels[channel].weekly.name for channel in _EXPOSURE}
    pairs = (_exposure(was, after.weekly[key]) for key, was in before.weekly.items())
    return tuple(pair for pair in pairs if pair.name not in shown and differs(pair))


def _exposure(was: Weekly, would: Weekly) -> ExposureChange:
    return ExposureChange(
        name=was.name, unit=was.unit, before=was.this, after=would.this, usual=was.usual
    )


def _flags(before: tuple[Flag, ...], after: tuple[Flag, ...]) -> tuple[FlagChange, ...]:
    """Pair the flags about exposure, the most urgent of the week as logged first."""
    was = {flag.code: flag for flag in before if flag.channel in _EXPOSURE}
    would = {flag.code: flag for flag in after if flag.channel in _EXPOSURE}
    return tuple(
        FlagChange(
            code=code,
            name=flag.name,
            before=was[code].severity if code in was else None,
            after=would[code].severity if code in would else None,
        )
        for code, flag in {**was, **would}.items()
    )
