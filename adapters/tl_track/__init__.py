"""Rides and other activities from TCX and GPX files."""

from tl_track.gpx import GpxAdapter
from tl_track.tcx import TcxAdapter

__all__ = ["GpxAdapter", "TcxAdapter"]
