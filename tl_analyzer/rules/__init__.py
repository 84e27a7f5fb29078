"""The rules: one a file, each with its rationale, its parameters and its check."""
