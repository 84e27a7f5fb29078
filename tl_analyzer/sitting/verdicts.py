"""What a slice of time was, from all that is known about it: the order of the merge, as code.

Each verdict is a function that answers or passes on; `ORDER` is the table. A better quality of
knowledge stands before a worse one; what contradicts is kept as a conflict, never hidden. Sources
of equal rank that differ are averaged: the higher of two guesses is no better guess.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tl_analyzer.log import Posture, Quality, SittingStyle
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.evidence import Evidence, Kind
from tl_analyzer.sitting.verdict import Verdict


class Slice(NamedTuple):
    """All evidence for one slice of time.

    Attributes
    ----------
    evidence : tuple of Evidence
        What covers the slice.
    style : SittingStyle
        How the desk is used, as the profile says.
    parameters : Parameters
        Probabilities.
    """

    evidence: tuple[Evidence, ...]
    style: SittingStyle
    parameters: Parameters

    def of(self, *kinds: Kind) -> tuple[Evidence, ...]:
        """Evidence of some kinds."""
        return tuple([e for e in self.evidence if e.kind in kinds])

    def p(self, name: str) -> float:
        """Return a probability of the parameters. [1]."""
        return self.parameters.number(f"sitting.p.{name}")


def decide(slice_: Slice) -> Verdict | None:
    """Verdict on a slice; None where nothing is known about it."""
    for rule in _answering(frozenset([e.kind for e in slice_.evidence])):
        verdict = rule(slice_)
        if verdict is not None:
            return verdict
    return None


def recorded(slice_: Slice) -> Verdict | None:
    """A recorded ride, lift or walk is that, whatever else was running beside it.

    It stands before the posture sensor: a saddle is a seat to a sensor on the thigh, and riding
    is counted as riding.
    """
    found = slice_.of(Kind.RECORDED)
    if not found:
        return None
    beside = slice_.of(Kind.COMPUTER)
    conflict = "a computer in use during a recorded activity" if beside else ""
    return Verdict("recorded", Posture.MOVING, 1.0, Quality.A, found, conflict)


def sensor(slice_: Slice) -> Verdict | None:
    """A sensor on the thigh measures posture."""
    return _stated("sensor", slice_.of(Kind.SENSOR))


def logged(slice_: Slice) -> Verdict | None:
    """A log written by hand says what the athlete knows."""
    return _stated("logged", slice_.of(Kind.LOGGED))


def desk_height(slice_: Slice) -> Verdict | None:
    """The height of the desk decides, as long as somebody works at it."""
    heights = slice_.of(Kind.DESK_HEIGHT)
    present = slice_.of(Kind.COMPUTER, Kind.SHORT_PAUSE)
    if not heights or not present:
        return None
    stated = _stated("desk_height", heights)
    if stated is None:
        return None
    p = stated.probability if stated.conflict else slice_.p("desk_height")
    found = (*heights, *present)
    return Verdict("desk_height", stated.posture, p, Quality.A, found, stated.conflict)


def asleep(slice_: Slice) -> Verdict | None:
    """Sleep, unless something better known says that the athlete was up."""
    found = slice_.of(Kind.SLEEP)
    if not found:
        return None
    how = min(e.quality for e in found)
    up = [e for e in slice_.of(Kind.COMPUTER, Kind.ON_FEET) if e.quality < how]
    if up:
        return None
    return Verdict("asleep", Posture.LYING, _mean(found), how, found)


def on_feet(slice_: Slice) -> Verdict | None:
    """Steps or time on the feet are a break; while a computer is in use they contradict it.

    Light movement at the wrist does not: hands that type move too.
    """
    found = slice_.of(Kind.ON_FEET)
    if not found:
        return None
    used = slice_.of(Kind.COMPUTER)
    if used and max(e.probability for e in found) < slice_.p("surely_on_feet"):
        return None
    if used:
        conflict = "time on the feet while a computer was in use"
        p, how = slice_.p("conflict"), max(e.quality for e in used)
        return Verdict("on_feet", Posture.SITTING, p, how, (*found, *used), conflict)
    how = min(e.quality for e in found)
    posture = next((e.posture for e in found if e.posture is Posture.MOVING), found[0].posture)
    return Verdict("on_feet", posture, _mean(found), how, found)


def computer(slice_: Slice) -> Verdict | None:
    """Somebody at a keyboard sits, unless the desk may stand."""
    found = _best(slice_.of(Kind.COMPUTER))
    if not found:
        return None
    p = _mean(found)
    if slice_.style is SittingStyle.SIT_STAND:
        p = min(p, slice_.p("sit_stand_desk"))
    return Verdict("computer", Posture.SITTING, p, found[0].quality, found)


def short_pause(slice_: Slice) -> Verdict | None:
    """A few minutes without input between two stretches of input are mostly sat through."""
    found = slice_.of(Kind.SHORT_PAUSE)
    if not found:
        return None
    return Verdict("short_pause", Posture.SITTING, slice_.p("short_pause"), Quality.B, found)


def pause(slice_: Slice) -> Verdict | None:
    """A longer pause alone is neither a break nor sitting; a still wrist or a meeting tips it."""
    return _tipped(slice_, "pause", Kind.PAUSE, "pause_still", "pause_meeting")


def away(slice_: Slice) -> Verdict | None:
    """Away from the computer: unknown, unless something else saw the athlete seated."""
    found = slice_.of(Kind.AWAY)
    tipped = _tipped(slice_, "away", Kind.AWAY, "away_still", "away_meeting")
    if tipped is None or tipped.evidence != found:
        return tipped
    if slice_.of(Kind.WORK_HOURS):
        return tipped
    return Verdict("away", Posture.UNKNOWN, 1.0, Quality.C, found)


def still(slice_: Slice) -> Verdict | None:
    """A wearable that sees no movement; through a whole hour it says more."""
    found, idle = _best(slice_.of(Kind.WRIST)), slice_.of(Kind.IDLE_HOUR)
    if not found and not idle:
        return None
    p = slice_.p("idle_hour") if idle else _mean(found)
    how = min(e.quality for e in (*found, *idle))
    if slice_.style is SittingStyle.SIT_STAND and slice_.of(Kind.WORK_HOURS):
        p = min(p, slice_.p("still_at_sit_stand_desk"))
    return Verdict("still", Posture.SITTING, p, how, (*found, *idle))


def off(slice_: Slice) -> Verdict | None:
    """Out of office: nothing that was only planned or assumed holds."""
    found = slice_.of(Kind.OUT_OF_OFFICE)
    if not found:
        return None
    planned = slice_.of(Kind.MEETING, Kind.TRACKER)
    conflict = "a plan for work while out of office" if planned else ""
    return Verdict("off", Posture.OFF, _mean(found), Quality.C, found, conflict)


def meeting(slice_: Slice) -> Verdict | None:
    """A meeting in the calendar is mostly sat through, if it took place."""
    return _planned("meeting", slice_.of(Kind.MEETING))


def tracker(slice_: Slice) -> Verdict | None:
    """A running timer says work, and little about the chair."""
    return _planned("tracker", slice_.of(Kind.TRACKER))


def usual(slice_: Slice) -> Verdict | None:
    """Usual desk hours, where nothing else is known."""
    found = slice_.of(Kind.USUAL_HOURS)
    if not found:
        return None
    # Where two blocks of the profile overlap, the later one in the file holds.
    return Verdict("usual", Posture.SITTING, found[-1].probability, Quality.D, found[-1:])


Rule = Callable[[Slice], Verdict | None]

#: The merge, first answer wins; each with the kinds of evidence without which it has no answer.
ORDER: tuple[tuple[Rule, frozenset[Kind]], ...] = (
    (recorded, frozenset({Kind.RECORDED})),
    (sensor, frozenset({Kind.SENSOR})),
    (logged, frozenset({Kind.LOGGED})),
    (desk_height, frozenset({Kind.DESK_HEIGHT})),
    (asleep, frozenset({Kind.SLEEP})),
    (on_feet, frozenset({Kind.ON_FEET})),
    (computer, frozenset({Kind.COMPUTER})),
    (short_pause, frozenset({Kind.SHORT_PAUSE})),
    (pause, frozenset({Kind.PAUSE})),
    (away, frozenset({Kind.AWAY})),
    (still, frozenset({Kind.WRIST, Kind.IDLE_HOUR})),
    (off, frozenset({Kind.OUT_OF_OFFICE})),
    (meeting, frozenset({Kind.MEETING})),
    (tracker, frozenset({Kind.TRACKER})),
    (usual, frozenset({Kind.USUAL_HOURS})),
)


@lru_cache(maxsize=1024)
def _answering(kinds: frozenset[Kind]) -> tuple[Rule, ...]:
    """Rules that may have an answer to some kinds of evidence, in order."""
    return tuple(rule for rule, needs in ORDER if not needs.isdisjoint(kinds))


def _stated(rule: str, found: Sequence[Evidence]) -> Verdict | None:
    """A posture that a source states; sources that state different ones are averaged."""
    if not found:
        return None
    how = min(e.quality for e in found)
    best = tuple(e for e in found if e.quality == how)
    postures = {e.posture for e in best}
    if len(postures) == 1:
        return Verdict(rule, best[0].posture, _mean(best), how, best)
    if Posture.SITTING not in postures:
        return Verdict(rule, best[0].posture, best[0].probability, how, best)
    said = [e.probability if e.posture is Posture.SITTING else 1 - e.probability for e in best]
    words = " and ".join(sorted(posture.value for posture in postures))
    conflict = f"{best[0].kind.value} says {words} at once"
    return Verdict(rule, Posture.SITTING, sum(said) / len(said), how, best, conflict)


def _tipped(slice_: Slice, rule: str, kind: Kind, by_wrist: str, by_meeting: str) -> Verdict | None:
    found = slice_.of(kind)
    if not found:
        return None
    wrist, meetings = slice_.of(Kind.WRIST, Kind.IDLE_HOUR), slice_.of(Kind.MEETING)
    if wrist:
        idle = any(e.kind is Kind.IDLE_HOUR for e in wrist)
        p, how = slice_.p("idle_hour" if idle else by_wrist), min(e.quality for e in wrist)
        return Verdict(rule, Posture.SITTING, p, how, (*found, *wrist))
    if meetings:
        p = slice_.p(by_meeting)
        return Verdict(rule, Posture.SITTING, p, Quality.C, (*found, *meetings))
    return Verdict(rule, Posture.SITTING, slice_.p(rule), Quality.C, found)


def _planned(rule: str, found: tuple[Evidence, ...]) -> Verdict | None:
    if not found:
        return None
    seated = tuple(e for e in found if e.posture is Posture.SITTING)
    if not seated:
        return Verdict(rule, found[0].posture, found[0].probability, found[0].quality, found)
    return Verdict(rule, Posture.SITTING, _mean(seated), seated[0].quality, seated)


def _best(found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    if len(found) < 2:
        return found
    how = min([e.quality for e in found])
    return tuple([e for e in found if e.quality == how])


def _mean(found: Sequence[Evidence]) -> float:
    """Mean over sources; what one source says twice counts once. [1]."""
    if len(found) == 1:
        return found[0].probability
    by_source = {e.source: e.probability for e in found}
    return sum(by_source.values()) / len(by_source)
