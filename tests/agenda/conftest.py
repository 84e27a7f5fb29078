"""Fixtures of the week ahead."""

import pytest

from tests.agenda.week_ahead import WeekAhead


@pytest.fixture
def week() -> WeekAhead:
    """An athlete who rises at half past six, with half an hour a day and an empty log."""
    return WeekAhead()
