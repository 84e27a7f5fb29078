"""The day off the bike: evidence of many sources merged into one line of sitting.

The path of data: `observed` -> `pauses` -> `nights` and `usual_hours`, beside `recorded` ->
`sweep` (slice by slice through `verdicts`) -> `line`. On the way it goes as columns; a stretch of
evidence, of the line or of sitting is an object only where somebody looks at it.
"""
