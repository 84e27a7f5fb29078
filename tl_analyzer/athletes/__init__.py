"""Whose log it is, where it is kept, what configures it, and the week of each."""
