"""``tl new``: what is said after a package is written can be typed as it stands."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl


@pytest.mark.parametrize(
    ("kind", "then"),
    [("adapter", "`tl check samples/sessions.csv`"), ("rules", "`tl report` asks")],
)
def test_the_next_steps_can_be_typed(tl: "Tl", tmp_path: Path, kind: str, then: str) -> None:
    into = tmp_path / "my packages"
    into.mkdir()
    ended = tl("new", kind, "rest-days", "--into", into)
    assert (ended.code, ended.err) == (0, "")
    folder = into / "tl-rest-days"
    assert folder.is_dir()
    told = ended.out.splitlines()
    assert told[0] == f"wrote {folder}; next:"
    assert told[1] == f"  cd '{folder}'"
    assert "python -m pytest" in told[2]
    assert "pip install -e ." in told[3] and then in told[3]
