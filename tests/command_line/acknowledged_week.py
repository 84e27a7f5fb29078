"""The week whose flags are acknowledged in tests."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.command_line.conftest import AS_OF, MONDAY_WEEK

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

AT = ("--as-of", AS_OF)
WEEK = ("--week", MONDAY_WEEK, *AT)


def report(tl: "Tl", *where: str | Path, when: tuple[str, ...] = WEEK) -> Any:
    ended = tl("report", *where, *when, "--format", "json")
    assert ended.code == 0, ended.err
    return json.loads(ended.out)


def codes(found: Any) -> list[str]:
    return [flag["code"] for flag in found["flags"]]
