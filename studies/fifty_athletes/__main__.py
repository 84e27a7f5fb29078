"""Write fifty synthetic athletes as a folder tree that ``tl roster`` reads.

    python -m studies.fifty_athletes FOLDER [--seed N]
    tl roster FOLDER --week 2026-W46 --as-of 2026-11-16T08:00:00+01:00

Their names come from many languages, some of them made to break a page; their weeks are quiet,
flagged, sent to care, empty or unreadable. The same seed writes the same bytes, and nobody of
them exists.
"""

import argparse
from pathlib import Path

from studies.fifty_athletes.cast import cast
from studies.fifty_athletes.folders import write_athletes


def main() -> None:
    """Write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    write_athletes(asked.folder, cast(asked.seed))


if __name__ == "__main__":
    main()
