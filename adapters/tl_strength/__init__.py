"""Strength logs as CSV: Strong, Hevy and FitNotes, each layout a table, one engine for all."""

from tl_strength.adapter import StrengthCsvAdapter

__all__ = ["StrengthCsvAdapter"]
