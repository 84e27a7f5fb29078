"""The pain diary by week, to stand beside the load."""

from collections import Counter

from tl_analyzer.load.picture import Picture
from tl_analyzer.load.week import Week
from tl_analyzer.log import CheckIn
from tl_analyzer.report.weekly_report import SymptomWeek


def symptom_weeks(picture: Picture, weeks: int) -> tuple[SymptomWeek, ...]:
    """Sum up the diary of this week and the `weeks` before, oldest first; empty without one."""
    if not picture.check_ins:
        return ()
    told = [picture.week.back(n) for n in range(weeks, -1, -1)]
    by_monday: dict[int, list[CheckIn]] = {week.monday.toordinal(): [] for week in told}
    for check_in in picture.check_ins:
        day = check_in.start.day_in(picture.week.zone)
        by_monday.get(day.toordinal() - day.weekday(), []).append(check_in)
    if not any(by_monday.values()):
        return ()
    return tuple(_week(week, by_monday[week.monday.toordinal()]) for week in told)


def _week(week: Week, inside: list[CheckIn]) -> SymptomWeek:
    scores = [c.score for c in inside if c.score is not None]
    regions = Counter(c.region for c in inside if c.region)
    signs = Counter(sign for c in inside for sign in c.signs)
    return SymptomWeek(
        week=week.label,
        entries=len(inside),
        mean_score=sum(scores) / len(scores) if scores else None,
        highest=max(scores, default=None),
        regions=tuple(region for region, _ in regions.most_common()),
        signs=tuple(sign for sign, _ in signs.most_common()),
    )
