"""The log as plain rows, and back: one form for the store, exports, fleets and frames."""
