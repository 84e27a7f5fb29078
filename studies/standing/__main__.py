"""``python -m studies.standing FOLDER > docs/standing.md``."""

import sys
from pathlib import Path

from studies.standing.methods import Example
from studies.standing.page import page
from studies.standing.rides import read_rides
from studies.standing.score import scores
from studies.standing.settings import settings
from tl_analyzer.plugins import parameter_set

#: At least so many devices: one to learn from and one to judge by.
LEAST_DEVICES = 2


def main(folder: Path) -> str:
    """Judge all methods on the rides of a folder.

    Raises
    ------
    ValueError
        If it does not hold rides of two kinds of devices with recorded standing.
    """
    examples = [Example(ride, settings()) for ride in read_rides(folder)]
    if len({e.ride.device for e in examples}) < LEAST_DEVICES:
        raise ValueError(
            f"{folder} holds no rides with recorded standing from two kinds of devices"
        )
    parameters = parameter_set()
    by_split = {
        "each ride held out": scores(examples, lambda e: e.ride.first_s, parameters),
        "each device held out": scores(examples, lambda e: e.ride.device, parameters),
    }
    return page(examples, by_split, parameters)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m studies.standing FOLDER")
    try:
        sys.stdout.write(main(Path(sys.argv[1])))
    except ValueError as why:
        sys.exit(str(why))
