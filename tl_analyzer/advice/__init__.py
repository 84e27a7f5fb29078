"""Advice: which mobility, stability and load measures answer which flags, and why."""
