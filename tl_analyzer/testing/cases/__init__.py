"""Cases of rules as sentences with a week of a few rows each."""
