"""Which events are meetings, absences or planned training, and which are none of these."""

from collections.abc import Iterable
from enum import Enum

from tl_analyzer.vocabulary import PLAN_UID
from tl_calendar.event import Event
from tl_calendar.evidence import Limits
from tl_calendar.titles import Titles, Training

_FREE = frozenset({"FREE", "WORKINGELSEWHERE"})
_AWAY = "OOF"


class Kind(Enum):
    """What an event is taken for."""

    MEETING = "meeting"
    AWAY = "out of office"


def owner_of(name: str, events: Iterable[Event]) -> str:
    """Mail address of the athlete: the calendar's name, or who attends every meeting."""
    if "@" in name:
        return name.strip().lower()
    meetings = [set(event.answers) for event in events if event.answers]
    # One meeting does not tell its guests apart from its owner.
    common = set.intersection(*meetings) if len(meetings) > 1 else set()
    return common.pop() if len(common) == 1 else ""


def sort(event: Event, owner: str, titles: Titles, limit: Limits) -> Kind | Training | str:
    """What an event is; the label under which it is set aside, if it is nothing."""
    words = event.words
    if event.uid.endswith(PLAN_UID):
        return "written by this program"
    if words["STATUS"] == "CANCELLED":
        return "cancelled"
    if owner and event.answers.get(owner) == "DECLINED":
        return "declined"
    title = f"{words['TITLE']} {words['CATEGORIES']}"
    free = words["TRANSP"] == "TRANSPARENT" or words["BUSY"] in _FREE
    away = titles.tell_away(title, whole_days=event.all_day)
    # Plans for training are often marked free, and need have no length.
    training = None if away else titles.tell_training(title)
    if training is not None and event.length_s <= limit.training_s:
        return training
    if free:
        return "marked free"
    if event.length_s == 0:
        return "without length"
    if words["BUSY"] == _AWAY or away:
        return Kind.AWAY if event.length_s <= limit.away_s else "absence of more than a year"
    if event.all_day:
        return "whole days"
    if event.length_s > limit.meeting_s:
        return f"longer than {limit.meeting_s // 3600} hours"
    if titles.tell_on_the_feet(title):
        return "not seated by its title"
    return Kind.MEETING
