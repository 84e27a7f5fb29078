"""Calendars: meetings, and days away from the desk."""

from tl_calendar.adapter import CalendarAdapter

__all__ = ["CalendarAdapter"]
