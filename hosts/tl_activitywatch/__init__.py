"""Rides and lifts as events of the ActivityWatch on this computer, when asked for."""

from tl_activitywatch.command import command

__all__ = ["command"]
