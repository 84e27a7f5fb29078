"""``tl explain`` on wide and narrow terminals."""

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.rules.catalogue import RULES

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

SUBJECTS = (*(rule.code for rule in RULES), *catalogue().exercises)


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_page_fits_the_terminal(
    tl: "Tl", monkeypatch: pytest.MonkeyPatch, subject: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    done = tl("explain", subject)
    assert (done.code, done.err) == (0, "")
    assert "Sources" in done.out
    assert max(map(cell_len, done.out.splitlines())) <= columns
