"""A stranger's distribution with a broken adapter: named, and of no harm to anything else."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl


@pytest.fixture
def stranger(tmp_path: Path) -> str:
    """A folder to import from that holds an installed distribution with a broken plugin."""
    site = tmp_path / "site"
    meta = site / "stranger_logs-0.3.dist-info"
    meta.mkdir(parents=True)
    (meta / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger-logs\nVersion: 0.3\n")
    (meta / "entry_points.txt").write_text(
        "[tl_analyzer.adapters]\nodd = stranger_logs:Odd\nnone = stranger_logs_gone:Gone\n"
    )
    (site / "stranger_logs.py").write_text("raise SystemError('no \\x1b[31mtoday')\n")
    return str(site)


def test_it_is_listed_with_its_error_and_distribution(tl_process: "Tl", stranger: str) -> None:
    done = tl_process("adapters", PYTHONPATH=stranger)
    assert done.code == 0
    words = " ".join(done.out.split())
    assert "odd (stranger-logs 0.3) cannot be used: SystemError: no" in words
    assert "none (stranger-logs 0.3) cannot be used: ModuleNotFoundError" in words
    assert "strength-csv (tl-analyzer" in words
    assert "\x1b" not in done.out


def test_it_does_not_stop_a_report_which_names_it(
    tl_process: "Tl", stranger: str, athlete: Path, when: tuple[str, ...]
) -> None:
    done = tl_process("report", athlete, *when, PYTHONPATH=stranger)
    assert (done.code, done.err) == (0, "")
    assert "adapter odd" in done.out
    assert "TL101" in done.out


def test_it_is_not_loaded_when_only_others_are_wanted(tl_process: "Tl", stranger: str) -> None:
    done = tl_process("adapters", PYTHONPATH=stranger, TL_LOAD_PLUGINS="strength-csv")
    assert done.code == 0
    assert "stranger-logs" not in done.out
    assert "strength-csv" in done.out
