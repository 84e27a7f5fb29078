"""Names of days and months, and a day as a sentence says it."""

from datetime import date

#: Monday first, as `date.weekday` counts.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_WEEKDAYS = tuple(name[:3] for name in WEEKDAYS)
SHORTEST_WEEKDAYS = tuple(name[:2] for name in WEEKDAYS)

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_and_month(day: date) -> str:
    """Write a day: ``Thu 12 Nov``."""
    return f"{SHORT_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
