"""Loading the plugin: light, and harmless when the analysis cannot be loaded."""

import os
from pathlib import Path

import pytest

from tests.hosts.llm.conftest import Run

_HELP = """
import sys
from llm.cli import cli
sys.argv = ["llm", "--help"]
try:
    cli()
except SystemExit:
    print("loaded:", *sorted({name.partition(".")[0] for name in sys.modules}))
"""

_TIMES = """
import sys, time
sys._called_from_test = True
start = time.perf_counter()
import llm.cli
before = time.perf_counter()
import tl_llm.plugin, tl_llm.commands, tl_llm.tools
print((time.perf_counter() - before) / (before - start))
"""

#: How much longer llm may take to start because of the plugin, with all of it loaded. [1]
_SHARE = 0.1


def test_help_loads_the_plugin_and_no_analysis(run: Run) -> None:
    without = run(script=_HELP, LLM_LOAD_PLUGINS="").stdout.partition("loaded:")[2].split()
    loaded = run(script=_HELP).stdout.partition("loaded:")[2].split()

    brought = set(loaded) - set(without)
    assert "tl_llm" in brought
    assert not {"tl_analyzer", "pandas", "numpy", "pydantic", "jinja2", "rapidfuzz"} & brought


def test_it_costs_llm_a_small_share_of_its_start(run: Run) -> None:
    shares = [float(run(script=_TIMES).stdout) for _ in range(3)]

    assert min(shares) < _SHARE


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """A path on which the analysis raises as soon as it is imported."""
    (tmp_path / "broken" / "tl_analyzer").mkdir(parents=True)
    module = tmp_path / "broken" / "tl_analyzer" / "__init__.py"
    module.write_text("raise RuntimeError('broken on purpose')")
    return os.pathsep.join([str(tmp_path / "broken"), os.environ.get("PYTHONPATH", "")])


def test_a_broken_analysis_leaves_llm_whole(run: Run, broken: str) -> None:
    for asked in (["--help"], ["plugins"], ["tools", "list"], ["fragments", "loaders"]):
        ended = run(*asked, PYTHONPATH=broken)
        assert (ended.returncode, ended.stderr) == (0, ""), asked


_TOOL = """
from tl_llm.tools import tl_flags
try:
    tl_flags()
except Exception as why:
    print(why)
"""


def test_a_broken_analysis_is_named_to_a_model(run: Run, broken: str) -> None:
    ended = run(script=_TOOL, PYTHONPATH=broken, TL_LLM_ATHLETES="robin")

    assert "RuntimeError: broken on purpose" in ended.stdout


def test_a_broken_analysis_is_named_when_it_is_used(run: Run, broken: str) -> None:
    ended = run("tl", "weekly", PYTHONPATH=broken)

    assert ended.returncode == 1
    assert "RuntimeError: broken on purpose" in ended.stderr
    assert "Traceback" not in ended.stderr
