"""Lifting sessions of the log as activities of a GoldenCheetah library."""
