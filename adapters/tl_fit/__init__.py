"""Rides, workouts, other activities and all-day monitoring from FIT files."""

from tl_fit.adapter import FitAdapter

__all__ = ["FitAdapter"]
