"""The week ahead: the plan's work placed around real sessions and desk days."""
