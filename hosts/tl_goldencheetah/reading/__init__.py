"""Rides and other activities out of GoldenCheetah's own files."""

from tl_goldencheetah.reading.adapter import GoldenCheetahAdapter

__all__ = ["GoldenCheetahAdapter"]
