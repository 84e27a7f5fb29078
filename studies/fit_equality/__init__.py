"""Does decoding by columns give what fitdecode gives? Every quirk, every file, and damage to both.

``python -m studies.fit_equality FOLDER`` from the repository's root compares the two over the FIT
files of a folder and over made-up ones; ``--mutations 10000`` damages them first.
"""
