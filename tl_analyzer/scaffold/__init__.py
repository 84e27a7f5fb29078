"""New packages for authors of plugins: what ``tl new`` writes, as templates and a table."""
