"""One workout in several exports and apps: which are one, and which to keep."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from tl_analyzer.intake.folding import counted_once, folded, order, overlap
from tl_analyzer.log import Problem, StrengthSession, StrengthSet
from tl_analyzer.parameters import Parameters

Fingerprint = Counter[tuple[str, float, int]]


def workouts_once(
    sessions: Iterable[StrengthSession], parameters: Parameters
) -> tuple[list[StrengthSession], list[Problem]]:
    """Keep each workout once, and say where else it was found.

    Rows that read alike inside one file are sets done alike: only whole workouts of different
    files are compared.
    """
    kept: list[StrengthSession] = []
    notes: list[Problem] = []
    by_day: dict[date, list[int]] = {}
    for session in sorted(sessions, key=order):
        rivals = by_day.setdefault(session.start.local.date(), [])
        twin = next((n for n in rivals if _same_workout(kept[n], session, parameters)), None)
        part = next((n for n in rivals if _parts(kept[n], session)), None) if twin is None else None
        if twin is not None:
            better, other = sorted((kept[twin], session), key=_completeness, reverse=True)
            kept[twin] = folded(_completed(better, other), [other])
            notes.append(counted_once("workout", other.provenance, better.provenance))
        elif part is not None:
            kept[part] = _together(kept[part], session)
        else:
            rivals.append(len(kept))
            kept.append(session)
    return sorted(kept, key=order), notes


def _completeness(session: StrengthSession) -> tuple[bool, bool, int, str]:
    return (
        not session.detected,
        session.start.timed,
        len(session.sets),
        session.provenance.digest,
    )


def _same_workout(a: StrengthSession, b: StrengthSession, parameters: Parameters) -> bool:
    """Whether two exports hold the same workout.

    Apps write the start to the second or to the minute, or only the date. One workout must
    contain the other; of two with the same start and title, a set may have been corrected
    between the exports; and two apps name exercises differently. What a watch detected is never
    what an app logged at the same time.
    """
    if a.provenance.digest == b.provenance.digest:
        return False
    if _pieces(a, b):
        return bool(_by_number(a).keys() & _by_number(b).keys())
    timed = a.start.timed and b.start.timed
    if timed and a.detected != b.detected:
        least = parameters.number("intake.same_workout_overlap")
        return overlap(workout_span(a, parameters), workout_span(b, parameters)) >= least
    nearest = timedelta(seconds=parameters.number("intake.twin_start_s"))
    if timed and abs(a.start.utc - b.start.utc) > nearest:
        return False
    one, other = _fingerprint(a), _fingerprint(b)
    if one <= other or other <= one:
        return True
    shared = (one & other).total() / min(one.total(), other.total())
    if timed and a.title == b.title and shared >= parameters.number("intake.corrected_share"):
        return True
    renamed = _nameless(one) & _nameless(other)
    most = parameters.number("intake.renamed_share") * max(one.total(), other.total())
    return timed and not _one_app(a, b) and renamed.total() >= most


def _parts(a: StrengthSession, b: StrengthSession) -> bool:
    """Whether one export was cut in two within a workout."""
    return (
        _one_app(a, b)
        and a.provenance.digest != b.provenance.digest
        and (a.start, a.title) == (b.start, b.title)
    )


def _one_app(a: StrengthSession, b: StrengthSession) -> bool:
    return (a.provenance.adapter, a.app) == (b.provenance.adapter, b.app)


def _pieces(a: StrengthSession, b: StrengthSession) -> bool:
    """Whether two exports of one app hold one workout, its sets numbered."""
    return _parts(a, b) and _numbered(a) and _numbered(b)


def _completed(better: StrengthSession, other: StrengthSession) -> StrengthSession:
    """Add the sets that only the other piece of the same export has, where sets are numbered."""
    if not _pieces(better, other):
        return better
    known = _by_number(better)
    missing = [s for number, s in _by_number(other).items() if number not in known]
    return better.model_copy(update={"sets": (*better.sets, *missing)}) if missing else better


def _numbered(session: StrengthSession) -> bool:
    return any(s.position is not None for s in session.sets)


def _by_number(session: StrengthSession) -> dict[tuple[object, ...], StrengthSet]:
    """Sets by exercise and number; those without one by what they were, counted."""
    met: Counter[tuple[object, ...]] = Counter()
    found: dict[tuple[object, ...], StrengthSet] = {}
    for each in session.sets:
        name = each.exercise.strip().casefold()
        what = (each.set_type, _kg(each), each.reps) if each.position is None else (each.position,)
        met[name, *what] += 1
        found[name, *what, met[name, *what]] = each
    return found


def _together(a: StrengthSession, b: StrengthSession) -> StrengthSession:
    first, second = sorted((a, b), key=lambda s: (s.sets[0].row if s.sets else 0, order(s)))
    whole = first.model_copy(update={"sets": (*first.sets, *second.sets)})
    return folded(whole, [second])


def _fingerprint(session: StrengthSession) -> Fingerprint:
    return Counter((s.exercise.strip().casefold(), _kg(s), s.reps or 0) for s in session.sets)


def _kg(each: StrengthSet) -> float:
    return round(each.weight.kg, 1) if each.weight else 0.0


def _nameless(fingerprint: Fingerprint) -> Counter[tuple[float, int]]:
    found: Counter[tuple[float, int]] = Counter()
    for (_, kg, reps), count in fingerprint.items():
        if kg:
            found[kg, reps] += count
    return found


def workout_span(session: StrengthSession, parameters: Parameters) -> tuple[datetime, datetime]:
    """From the start of a workout to its end, by its number of sets where that is not known."""
    per_set = parameters.number("exposure.minutes_per_set") * 60.0
    length = session.duration_s or per_set * max(len(session.sets), 1)
    return session.start.utc, session.start.utc + timedelta(seconds=length)
