"""The pain diary by day."""

from tl_analyzer.load.picture import Picture


def pain_by_day(picture: Picture) -> dict[int, float]:
    """Highest score of each day [ordinal] that the diary gives one for, 0-10. [1]"""
    highest: dict[int, float] = {}
    for check_in in picture.check_ins:
        if check_in.score is not None:
            day = check_in.start.day_in(picture.week.zone).toordinal()
            highest[day] = max(check_in.score, highest.get(day, 0.0))
    return highest
