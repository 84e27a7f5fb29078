"""Kinds of arguments that several commands take."""

from pathlib import Path

import click

from tl_analyzer.cli.kinds import WEEK_LABEL, Choice, ExistingPath

#: An existing file.
FILE = ExistingPath(folders=False)

#: An existing file or folder.
INPUT = ExistingPath(folders=True)

#: A file to be written.
OUTPUT = click.Path(dir_okay=False, path_type=Path)

#: A running ActivityWatch as a further source; never asked without it.
ACTIVITYWATCH = click.option(
    "--activitywatch",
    metavar="URL",
    help="Also read the ActivityWatch that runs on this computer, http://localhost:5600: its AFK"
    " events alone.",
)

#: The athlete's profile, where it lies elsewhere than beside the files.
PROFILE = click.option("--profile", type=FILE, help="The athlete's profile (TOML).")

#: The athlete's own exercise names.
MAPPING = click.option("--mapping", type=FILE, help="Your own exercise names (TOML).")

#: Which week is looked at.
WEEK = click.option(
    "--week",
    metavar="WEEK",
    type=WEEK_LABEL,
    help="2026-W46, this or last; default: last complete week.",
)

#: Where the log store is.
STORE = click.option(
    "--store",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The log store; default: $TL_STORE, else a file in your own data folder.",
)

#: Processes that may work at the same time.
JOBS = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1),
    help="Processes that may work at the same time; default: one a processor.",
)

#: Formats of commands that list something.
LISTING = Choice(("text", "json"))
