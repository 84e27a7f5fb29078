"""Kill ``tl import`` at random moments, repeat it, and compare the store with an undisturbed one.

    python -m studies.kill_import --kills 100

Every trial begins with a store of its own: one half kills the first import of a folder, the other
half a later one in which files have changed. Exits 1 if a store differs or could not be read.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from studies.kill_import.killing import Killer

_FILES = 12


def main() -> int:
    """Run the trials and say what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100, help="imports killed while they wrote")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        killer = Killer(Path(work), _FILES, asked.seed)
        hits = trials = bad = 0
        while hits < asked.kills and trials < 3 * asked.kills:
            trial = killer.trial(trials)
            trials += 1
            hits += trial.hit
            bad += bool(trial.differences)
            for line in trial.differences:
                print(f"trial {trials}: {line}", file=sys.stderr)
    print(
        f"{trials} imports, {hits} killed while they wrote; repeated, {trials - bad} of {trials}"
        " stores equal that of an undisturbed import"
    )
    return 1 if bad or hits < asked.kills else 0


if __name__ == "__main__":
    sys.exit(main())
