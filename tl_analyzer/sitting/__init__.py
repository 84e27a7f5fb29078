"""The day off the bike: evidence of many sources merged into one line of sitting.

The path of data: `evidence` -> `pauses` -> `sweep` (slice by slice through `verdicts`) ->
`usual_hours` -> `line`.
"""
