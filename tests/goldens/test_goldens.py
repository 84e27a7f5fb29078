"""Every format has a hand-made sample and, beside it, the log that it means.

Samples lie in a folder named like the adapter that reads them. After a change that is meant,
rewrite the logs with ``make goldens`` and read the difference before committing it.
"""

import json
import os
from pathlib import Path

import pytest

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.intake.identify import claimants
from tl_analyzer.log import Problem, Tally
from tl_analyzer.plugins import adapters

HERE = Path(__file__).parent
SUFFIX = ".golden.json"
SAMPLES = sorted(
    path
    for path in HERE.glob("*/*")
    if path.is_file() and not path.name.endswith(SUFFIX) and path.parent.name != "__pycache__"
)
BERLIN = Reading(zone="Europe/Berlin")


def meaning(path: Path) -> dict[str, object]:
    """What the one adapter that claims a sample reads in it."""
    file = SourceFile.of_bytes(path.name, path.read_bytes())
    claims, _ = claimants(file, adapters())
    assert [adapter.name for adapter in claims] == [path.parent.name]
    *found, tally = claims[0].read(file, BERLIN)
    assert isinstance(tally, Tally)
    return {
        "tally": tally.model_dump(mode="json", exclude={"file", "adapter"}),
        "problems": [
            item.model_dump(mode="json", exclude={"file"}, exclude_none=True)
            for item in found
            if isinstance(item, Problem)
        ],
        "entries": [
            {"kind": item.kind}
            | item.model_dump(
                mode="json", exclude={"provenance": {"file", "digest"}}, exclude_defaults=True
            )
            for item in found
            if not isinstance(item, Problem | Tally)
        ],
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_sample_means_its_golden_log(path: Path) -> None:
    golden = path.with_name(path.name + SUFFIX)
    found = meaning(path)
    if os.environ.get("TL_REWRITE_GOLDEN"):
        golden.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert found == json.loads(golden.read_text(encoding="utf-8"))
