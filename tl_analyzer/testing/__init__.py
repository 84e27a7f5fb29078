"""The promises of plugins as a pytest plugin: for authors of adapters and rules.

Switched on by its name, in the ``pyproject.toml`` of the package under test::

    [tool.pytest.ini_options]
    addopts = ["-p", "tl_analyzer.testing"]
    tl_samples = "samples"

Each sample then has one test a promise, and beside it the log that it means
(``rides.csv.golden.json``), which ``pytest --tl-rewrite`` writes. docs/adapters.md says the rest.
"""

from tl_analyzer.testing.hooks import (
    pytest_addoption,
    pytest_collect_directory,
    pytest_collect_file,
    pytest_configure,
    pytest_report_header,
    pytest_terminal_summary,
)

__all__ = [
    "pytest_addoption",
    "pytest_collect_directory",
    "pytest_collect_file",
    "pytest_configure",
    "pytest_report_header",
    "pytest_terminal_summary",
]
