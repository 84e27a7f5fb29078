"""Small reproducible studies behind statements in the docs; not part of the installed package.

``python -m studies.standing FOLDER`` and ``python -m studies.sensitivity FOLDER...`` from the
repository's root print the pages ``docs/standing.md`` and ``docs/sensitivity.md``;
``python -m studies.screenshots OUT`` photographs the pages that are written for people.
"""
