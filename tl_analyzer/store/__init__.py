"""The log store: one private SQLite file in which every athlete's log survives."""
