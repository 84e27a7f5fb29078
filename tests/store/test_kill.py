"""An import that is killed and repeated leaves the log of one that was not.

A hundred kills: ``python -m studies.kill_import --kills 100``.
"""

from pathlib import Path

from studies.kill_import.contents import differences
from studies.kill_import.killing import Killer

_TRIALS = 4


def test_a_killed_import_repeated_equals_an_undisturbed_one(tmp_path: Path) -> None:
    killer = Killer(tmp_path, files=6)
    trials = [killer.trial(number) for number in range(_TRIALS)]
    assert [trial.differences for trial in trials] == [[]] * _TRIALS


def test_the_comparison_sees_one_row() -> None:
    assert differences({"sets": ["a", "b"]}, {"sets": ["a", "b"]}) == []
    assert differences({"sets": ["a", "b"]}, {"sets": ["a", "c"]}) == [
        "sets: 2 and 2 rows, 2 of them different"
    ]
