"""Every format has a hand-made sample and, beside it, the log that it means.

Samples lie in a folder named like the adapter that reads them. After a change that is meant,
rewrite the logs with ``make goldens`` and read the difference before committing it.
"""

import os
from pathlib import Path

import pytest

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.intake.identify import claimants
from tl_analyzer.plugins import adapters
from tl_analyzer.testing.golden import SUFFIX, difference, golden_log, golden_text

HERE = Path(__file__).parent
SAMPLES = sorted(
    path
    for path in HERE.glob("*/*")
    if path.is_file() and not path.name.endswith(SUFFIX) and path.parent.name != "__pycache__"
)
BERLIN = Reading(zone="Europe/Berlin")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_sample_means_its_golden_log(path: Path) -> None:
    golden = path.with_name(path.name + SUFFIX)
    file = SourceFile.of_bytes(path.name, path.read_bytes())
    claims, _ = claimants(file, adapters())
    assert [adapter.name for adapter in claims] == [path.parent.name]
    found = golden_text(golden_log(claims[0], file, BERLIN))
    if os.environ.get("TL_REWRITE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert difference(golden.read_text(encoding="utf-8"), found) == ""
