"""The log that a sample means, in the one form in which it is kept beside the sample."""

import difflib
import json
from itertools import islice

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import Problem, Tally

#: What follows the name of the sample.
SUFFIX = ".golden.json"

#: Lines of a difference that are shown. [1]
_LINES = 60


def golden_log(adapter: Adapter, file: SourceFile, reading: Reading) -> dict[str, object]:
    """What an adapter reads in a file: its account, its problems and its entries.

    Parameters
    ----------
    adapter : Adapter
        An adapter that keeps its promises: the account comes last.
    file : SourceFile
        The sample.
    reading : Reading
        What may be known about the athlete.
    """
    *found, tally = adapter.read(file, reading)
    if not isinstance(tally, Tally):
        raise TypeError(f"{adapter.name}: the last of {file.name} is no account of its rows")
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


def golden_text(log: dict[str, object]) -> str:
    """A log as it stands in its file."""
    return json.dumps(log, indent=1, ensure_ascii=False) + "\n"


def difference(golden: str, found: str) -> str:
    """Lines by which what was read differs from its golden log; empty where nothing does."""
    lines = difflib.unified_diff(
        golden.splitlines(), found.splitlines(), "golden log", "read now", lineterm="", n=4
    )
    shown = list(islice(lines, _LINES + 1))
    if len(shown) > _LINES:
        shown[_LINES:] = ["... and more"]
    return "\n".join(shown)
