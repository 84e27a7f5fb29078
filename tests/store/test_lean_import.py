"""Lists and completion are quick because they load little."""

import subprocess
import sys

import pytest

HEAVY = ("pydantic", "numpy", "pandas", "tl_analyzer.log")


@pytest.mark.parametrize("module", ["athletes", "sessions", "checking"])
def test_looking_into_the_store_loads_no_model(module: str) -> None:
    program = f"import sys, tl_analyzer.store.{module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(done.stdout.split())
    assert f"tl_analyzer.store.{module}" in loaded
    assert not loaded & set(HEAVY)
