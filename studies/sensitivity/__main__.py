"""``python -m studies.sensitivity FOLDER... > docs/sensitivity.md``."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from studies.sensitivity.logs import athlete_logs
from studies.sensitivity.moves import judged
from studies.sensitivity.page import Sample, page
from studies.sensitivity.tally import tally
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.plugins import parameter_set


def main(folders: Sequence[Path], count: int, seed: int) -> str:
    """Move every parameter over weeks of every log under some folders.

    Parameters
    ----------
    folders : sequence of Path
        Logs, see `studies.sensitivity.logs.athlete_logs`.
    count : int
        Most weeks a log.
    seed : int
        Of the draw of weeks.

    Raises
    ------
    ValueError
        If no folder holds a log.
    """
    parameters, recogniser = parameter_set(), Recogniser()
    sample = Sample(tuple(athlete_logs(folders)), count, seed)
    weeks = [
        judged(athlete, week, parameters, recogniser)
        for athlete in sample.logs
        for week in athlete.sampled(count, seed)
    ]
    if not weeks:
        raise ValueError("no log found")
    return page(sample, tally(weeks), parameters)


if __name__ == "__main__":
    arguments = ArgumentParser(prog="python -m studies.sensitivity", description=__doc__)
    arguments.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    arguments.add_argument("--weeks", type=int, default=8, help="most weeks a log (8)")
    arguments.add_argument("--seed", type=int, default=46, help="seed of the draw of weeks (46)")
    given = arguments.parse_args()
    try:
        sys.stdout.write(main(given.folders, given.weeks, given.seed))
    except ValueError as why:
        sys.exit(str(why))
