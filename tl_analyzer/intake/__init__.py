"""Intake: from paths to one normalised log."""
