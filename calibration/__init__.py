"""How fitted parameters come about: published targets as data, models compared, fits repeated.

Not part of the installed package. ``python -m calibration.fit_flexion`` from the repository's root.
"""
