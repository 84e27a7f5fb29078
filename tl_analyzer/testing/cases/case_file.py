"""Files of cases: one a rule, named after its code, one table a sentence."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import tomli

from tl_analyzer.finding import Severity
from tl_analyzer.nearest import nearest
from tl_analyzer.remedy import RemediableError
from tl_analyzer.testing.cases.row_keys import faults

Case = Mapping[str, Any]

#: What the week held.
_WEEK = (
    "sets", "movements", "rides", "sitting", "moved", "check_ins", "weekly", "history",
    "coverage", "problems", "states", "profile", "as_of", "raised",
)  # fmt: skip
#: What the flag has to say.
_FLAG = ("value", "threshold", "measure", "clears", "confidence", "sessions")
#: All that a case may hold.
KEYS: Final = ("says", "fires", *_FLAG, *_WEEK)


def cases_in(path: Path) -> tuple[Case, ...]:
    """The cases of a file.

    Raises
    ------
    RemediableError
        If it is no TOML, a case says nothing, or holds what none can.
    """
    try:
        tree = tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as why:
        raise RemediableError(f"{path.name} is no TOML: {why}", "Correct it.") from why
    cases = tree.get("case")
    if not isinstance(cases, list) or not cases or set(tree) != {"case"}:
        raise RemediableError(f"{path.name} holds no cases", "Write each below a line [[case]].")
    for case in cases:
        if fault := _fault(case):
            raise RemediableError(f"{path.name}: {fault}", f"A case may hold {', '.join(KEYS)}.")
        if fault := next(faults(case), ""):
            raise RemediableError(
                f"{path.name}: {case['says']}: {fault}", "docs/adapters.md lists what rows hold."
            )
    said = [case["says"] for case in cases]
    if twice := next((each for each in said if said.count(each) > 1), ""):
        raise RemediableError(f"{path.name} says twice: {twice}", "Say what differs.")
    return tuple(cases)


def _fault(case: Any) -> str:
    if not isinstance(case, dict) or not isinstance(case.get("says"), str) or not case["says"]:
        return "a case says nothing"
    for key in case:
        if key not in KEYS:
            near = nearest(key, KEYS)
            guess = f"; did you mean {near}?" if near else ""
            return f"{case['says']}: there is no {key!r}{guess}"
    if "fires" not in case and (silent := [key for key in _FLAG if key in case]):
        return f"{case['says']}: a silent case has no {silent[0]!r}"
    if "fires" in case and case["fires"] not in list(Severity):
        return f"{case['says']}: fires is none of {', '.join(Severity)}"
    return ""
