"""Rides and other recorded activities from FIT files."""

from tl_fit.adapter import FitAdapter

__all__ = ["FitAdapter"]
