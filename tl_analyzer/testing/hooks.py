"""What the plugin adds to pytest: options, where tests are found, and what is said at the end.

Only pytest is imported here: a run that has nothing to test has to begin at once.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tl_analyzer.remedy import RemediableError

try:
    import pytest
except ImportError as why:
    raise RemediableError(
        "tl_analyzer.testing is a plugin of pytest, which is not installed",
        "pip install pytest",
    ) from why

if TYPE_CHECKING:
    from tl_analyzer.testing.kit import Kit

_GROUP = "tl-analyzer"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Say which package is under test, and where its samples and cases lie."""
    parser.addini("tl_distribution", "distribution under test; default: that of pyproject.toml")
    parser.addini("tl_samples", "folder with samples of the adapters under test")
    parser.addini("tl_cases", "folder with the cases of the rules under test")
    parser.addini("tl_zone", "IANA zone of clocks that state none", default="Europe/Berlin")
    parser.getgroup(_GROUP).addoption(
        "--tl-rewrite",
        action="store_true",
        help="Write the golden log of each sample anew; read the difference before you keep it.",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Find the folders, and see that a run without paths looks into them."""
    from tl_analyzer.testing.kit import KIT, Kit

    try:
        kit = config.stash[KIT] = Kit.of(config)
    except RemediableError as why:
        if config.option.help:
            return
        raise pytest.UsageError(f"{why.message}\n{why.remedy}") from why
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        looked_at = [os.path.normpath(config.invocation_params.dir / arg) for arg in config.args]
        for folder in kit.folders:
            if not any(folder.is_relative_to(each) for each in looked_at):
                config.args.append(str(folder))


def pytest_report_header(config: pytest.Config) -> str:
    """Name what is under test."""
    return f"tl-analyzer: promises of {_kit(config).distribution}"


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> "pytest.Collector | None":
    """Put the promises of a whole adapter or rule book at the head of their folder."""
    kit = _kit(parent.config)
    if path == kit.samples:
        from tl_analyzer.testing.adapter_nodes import SamplesFolder

        return SamplesFolder.from_parent(parent, path=path)
    if path == kit.cases:
        from tl_analyzer.testing.rule_nodes import CasesFolder

        return CasesFolder.from_parent(parent, path=path)
    return None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "pytest.Collector | None":
    """Take a sample for a test of each promise, a file of cases for a test of each."""
    kit = _kit(parent.config)
    if kit.samples and file_path.is_relative_to(kit.samples):
        from tl_analyzer.testing.adapter_nodes import SampleFile
        from tl_analyzer.testing.samples import is_sample

        if is_sample(file_path):
            return SampleFile.from_parent(parent, path=file_path)
    if kit.cases and file_path.is_relative_to(kit.cases):
        from tl_analyzer.testing.rule_nodes import CaseFile, is_case_file

        if is_case_file(file_path):
            return CaseFile.from_parent(parent, path=file_path)
    return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which golden logs were written."""
    for line in _written(_kit(terminalreporter.config)):
        terminalreporter.write_line(line)


def _kit(config: pytest.Config) -> "Kit":
    from tl_analyzer.testing.kit import KIT

    return config.stash[KIT]


def _written(kit: "Kit") -> Iterator[str]:
    if kit.rewritten:
        yield "golden logs written anew; read the difference before you keep them:"
        yield from (f"  {path}" for path in kit.rewritten)
