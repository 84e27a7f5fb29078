"""From flags to a plan: few entries, each with a reason.

The order of thought is fixed. Signs that call for care end it: after an emergency sign, or a
picture that a clinician should see first, the plan is empty, stability work included. Flags that
ask for an examination leave only what is gentle. Every remaining flag gets what it needs first;
from amber on the plan holds mobility and stability together, because the clinic articles warn that
one without the other does not last [clinic_hidden_culprit]_. Then come changes of load and further
work in turn, most severe flag first, until the plan is full; among changes those first that would
have removed most of what the flag measures, by the load model, and none that removes next to
nothing. Flags about the data alone are answered by better data, not by exercise. A screen is
offered where the branch is open, and a self-check where pain on one side was logged; neither takes
a place in the plan.
"""

from collections.abc import Iterator, Sequence

from tl_analyzer.advice.basket import Basket, Limits
from tl_analyzer.advice.case import Case, branch_rank, cases, purpose_rank
from tl_analyzer.advice.catalogue import Catalogue, catalogue
from tl_analyzer.advice.exercise import Exercise, Role
from tl_analyzer.advice.occasion import occasion
from tl_analyzer.advice.places import places
from tl_analyzer.advice.plan_item import PlanItem, Purpose
from tl_analyzer.advice.referral import refer
from tl_analyzer.advice.situation import Situation, situation
from tl_analyzer.advice.wording import screen_reason, self_check_reason, why
from tl_analyzer.day_names import day_and_month
from tl_analyzer.finding import Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import HingePattern

#: Changes stand at the head of a plan, in this order.
_MEASURES = (Purpose.LOAD, Purpose.BREAK, Purpose.ERGONOMIC)

_BELONG_TOGETHER = (Purpose.MOBILITY, Purpose.STABILITY)


def prescribe(
    flags: tuple[Flag, ...], picture: Picture, parameters: Parameters
) -> tuple[PlanItem, ...]:
    """Choose the week's plan.

    Parameters
    ----------
    flags : tuple of Flag
        Every flag of the week.
    picture : Picture
        The athlete's week: profile, diary and logged work.
    parameters : Parameters
        Limits, under ``advice``.

    Returns
    -------
    tuple of PlanItem
        An examination first where one is due, then changes of load, breaks and positions by what
        they remove, then exercises in the order of the athlete's branch.
        Empty when no flag asks for an answer (keep what you do) and no self-check is due, and
        when signs call for care before any plan.
    """
    if refer(flags, picture) is not None:
        return ()
    book = catalogue()
    athlete = situation(picture, parameters)
    asked = cases(flags, book, athlete, picture, parameters)
    limits = Limits(
        items=parameters.number("advice.most_items"),
        of_a_purpose=parameters.number("advice.most_of_a_purpose"),
        changes=parameters.number("advice.most_changes_of_load"),
        minutes=picture.profile.plan.minutes_per_day,
    )
    entries = sorted(
        _choose(asked, book, athlete, limits),
        key=lambda entry: _position(entry, asked, athlete.branch),
    )
    return tuple(_item(entry, asked, book, athlete, picture) for entry in entries)


def _choose(
    asked: tuple[Case, ...], book: Catalogue, athlete: Situation, limits: Limits
) -> list[Exercise]:
    basket = Basket(limits)
    for case in asked:
        basket.take_needed(case.needed)
    basket.take_first(_screens(asked, book, athlete))
    basket.take_needed(_self_checks(book, athlete))
    for purpose in _together(asked, athlete.branch):
        basket.take_needed(e for case in asked for e in case.further if e.purpose is purpose)
    for turn, case in _in_turns(asked, [case.most_changes for case in asked]):
        if basket.count(case.changes) <= turn:
            basket.take_first(case.changes)
    for turn, case in _in_turns(asked, [len(case.further) for case in asked]):
        if basket.count(case.entries) < case.quota:
            basket.take_first(case.further[turn : turn + 1])
    if all(entry.is_measure or entry.beside_the_plan for entry in basket.taken):
        return [entry for entry in basket.taken if entry.role is not Role.SCREEN]
    return basket.taken


def _together(asked: tuple[Case, ...], branch: HingePattern) -> tuple[Purpose, ...]:
    """Kinds of work that belong together once a flag is amber, in the order of the branch."""
    if all(case.flag.severity.rank < Severity.AMBER.rank for case in asked):
        return ()
    return tuple(sorted(_BELONG_TOGETHER, key=lambda purpose: purpose_rank(purpose, branch)))


def _in_turns(asked: tuple[Case, ...], turns: Sequence[int]) -> Iterator[tuple[int, Case]]:
    """Give every flag its first turn, then each that has more its second, and so on."""
    for turn in range(max(turns, default=0)):
        yield from ((turn, case) for case, most in zip(asked, turns, strict=True) if turn < most)


def _screens(asked: tuple[Case, ...], book: Catalogue, athlete: Situation) -> tuple[Exercise, ...]:
    """Screens worth offering: where the branch is open and nothing waits to be examined."""
    if athlete.branch is not HingePattern.UNKNOWN or any(case.examine_first for case in asked):
        return ()
    return tuple(screen for screen in book.screens() if asked and athlete.admits(screen))


def _self_checks(book: Catalogue, athlete: Situation) -> tuple[Exercise, ...]:
    """Self-checks worth offering: where pain on one side was logged and they are not done yet."""
    if not athlete.one_sided:
        return ()
    return tuple(check for check in book.self_checks() if athlete.admits(check))


def _position(
    entry: Exercise, asked: tuple[Case, ...], branch: HingePattern
) -> tuple[int, float, int]:
    """Place in the plan: an examination, changes by what they remove, exercises, the offers."""
    if entry.beside_the_plan:
        return 3, 0.0, 0
    if not entry.is_measure:
        begins, rank = branch_rank(entry, branch)
        return 2, float(begins), rank
    if entry.purpose not in _MEASURES:
        return 0, 0.0, 0
    shares = [case.effects[entry.key].share for case in asked if entry.key in case.effects]
    return 1, -max(shares, default=0.0), _MEASURES.index(entry.purpose)


def _item(
    entry: Exercise,
    asked: tuple[Case, ...],
    book: Catalogue,
    athlete: Situation,
    picture: Picture,
) -> PlanItem:
    """Word one entry for this athlete; `because` names every flag it answers."""
    answered = [case for case in asked if case.is_answered_by(entry)] or list(asked)
    if entry.role is Role.SELF_CHECK:
        answered = [case for case in asked if case.examine_first]
    codes = tuple(dict.fromkeys(case.flag.code for case in answered))
    step = min(athlete.step(entry), len(entry.progression))
    when = _when(entry, answered, book, picture)
    if entry.again:
        when = f"{when}; {entry.again} on {day_and_month(athlete.retest)}"
    return PlanItem(
        exercise=entry.name,
        purpose=entry.purpose,
        dose=(entry.dose, *entry.progression)[step],
        when=when,
        because=codes,
        reference=entry.reference,
        key=entry.key,
        why=_why(entry, answered, asked, athlete),
        cues=entry.cues,
        minutes=entry.minutes,
        per_week=entry.per_week,
        added_by=entry.added_by,
    )


def _why(
    entry: Exercise, answered: Sequence[Case], asked: Sequence[Case], athlete: Situation
) -> str:
    if entry.role is Role.SELF_CHECK:
        return self_check_reason(entry)
    if entry.role is Role.SCREEN:
        return screen_reason(entry, dict.fromkeys(case.flag.code for case in answered))
    told = [case for case in answered if entry.key in case.told]
    tried = told or [case for case in answered if entry.key in case.effects]
    first = (tried or answered)[0]
    gentle = any(case.examine_first for case in asked)
    return why(entry, first.flag, first.told.get(entry.key), athlete, gentle)


def _when(entry: Exercise, answered: Sequence[Case], book: Catalogue, picture: Picture) -> str:
    """Say where an entry belongs, in this athlete's week."""
    if entry.beside_the_plan:
        return entry.place.words
    flags = [case.flag for case in answered]
    found = places(entry, [flag.code for flag in flags], book)
    words = [occasion(place, flags, picture) for place in found]
    return (" and " if all("," not in said for said in words) else "; ").join(words)
