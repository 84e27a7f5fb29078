"""What is shipped keeps the same promises by the same kit, and the kit's own data are true."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.testing_kit.conftest import run_pytest
from tl_analyzer.intake.identify import claimants
from tl_analyzer.plugins import adapters
from tl_analyzer.rules.catalogue import RULES
from tl_analyzer.testing.foreign import ForeignFile, known_files

ROOT = Path(__file__).parents[2]


def test_the_shipped_adapters_and_rules_pass() -> None:
    run = run_pytest(
        ROOT, "-q", "-p", "tl_analyzer.testing",
        "-o", "tl_distribution=tl-analyzer", "-o", "tl_samples=tests/goldens",
        "-o", "tl_cases=tests/rules/cases", "tests/goldens", "tests/rules/cases",
        "--ignore=tests/goldens/test_goldens.py",
    )  # fmt: skip
    assert run.code == 0, run.text[-3000:]
    shipped = [entry.name for entry in adapters() if entry.shipped]
    assert {f"tests/goldens::contract[{name}]" for name in shipped} <= set(run.outcomes)
    assert {f"tests/rules/cases::sourced[{rule.code}]" for rule in RULES} <= set(run.outcomes)


@pytest.mark.parametrize("known", known_files(), ids=lambda known: f"{known.of}/{known.file.name}")
def test_a_foreign_head_is_what_its_owner_claims(known: ForeignFile) -> None:
    claims, problems = claimants(known.file, adapters())
    assert problems == [] and [adapter.name for adapter in claims] == [known.of]


def test_without_pytest_the_kit_says_what_it_is() -> None:
    code = (
        "import sys; sys.modules['pytest'] = None\n"
        "from tl_analyzer.remedy import RemediableError\n"
        "try: import tl_analyzer.testing\n"
        "except RemediableError as why: print(why.message, '|', why.remedy)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == (
        "tl_analyzer.testing is a plugin of pytest, which is not installed | pip install pytest\n"
    )
