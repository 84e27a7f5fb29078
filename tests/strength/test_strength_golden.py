"""Every layout has a hand-written export and, beside it, the log that it means.

After a change that is meant, rewrite the logs and read the difference before committing it::

    TL_REWRITE_GOLDEN=1 python -m pytest tests/strength/test_strength_golden.py
"""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Problem, StrengthSession, Tally
from tl_analyzer.parsing.text import decode
from tl_strength import StrengthCsvAdapter
from tl_strength.dialect import dialects
from tl_strength.layout import claimants, header_of

SAMPLES = sorted(path.stem for path in (Path(__file__).parent / "samples").glob("*.csv"))
Read = Callable[..., tuple[list[StrengthSession], list[Problem], Tally]]


def as_golden(
    sessions: list[StrengthSession], problems: list[Problem], tally: Tally
) -> dict[str, object]:
    return {
        "tally": tally.model_dump(mode="json", exclude={"file", "adapter"}),
        "problems": [
            problem.model_dump(mode="json", exclude={"file"}, exclude_none=True)
            for problem in problems
        ],
        "sessions": [
            session.model_dump(
                mode="json", exclude={"provenance": {"file", "digest"}}, exclude_defaults=True
            )
            for session in sessions
        ],
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_sample_means_its_golden_log(name: str, samples: Path, read: Read) -> None:
    golden = samples / f"{name}.json"
    found = as_golden(*read((samples / f"{name}.csv").read_bytes()))
    if os.environ.get("TL_REWRITE_GOLDEN"):
        golden.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert found == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SAMPLES)
def test_sample_is_claimed_by_one_dialect(name: str, samples: Path) -> None:
    header = header_of(decode((samples / f"{name}.csv").read_bytes()).lines)
    assert header is not None
    assert len(claimants(header)) == 1


def test_every_dialect_has_a_sample(samples: Path) -> None:
    spoken = set()
    for name in SAMPLES:
        header = header_of(decode((samples / f"{name}.csv").read_bytes()).lines)
        assert header is not None
        spoken |= {layout.dialect.name for layout in claimants(header)}
    # Samples of several sets in a row lie under tests/goldens/strength-csv.
    assert spoken == {dialect.name for dialect in dialects() if not dialect.expand}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encoding_makes_no_difference(
    name: str,
    encoding: str,
    samples: Path,
    read: Read,
    source: Callable[[bytes], SourceFile],
) -> None:
    text = (samples / f"{name}.csv").read_text(encoding="utf-8")
    other = text.replace("\n", "\r\n").encode(encoding)
    assert StrengthCsvAdapter().recognises(source(other))
    expected = as_golden(*read(text.replace("\n", "\r\n")))
    assert as_golden(*read(other)) == expected
