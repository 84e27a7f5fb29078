"""A file of settings with faults ends a command: one line a fault, and what helps."""

from collections.abc import Iterable

from tl_analyzer.log import Problem
from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.problem_groups import entry


def faulty(problems: Iterable[Problem]) -> RemediableError:
    """How a command ends because of these faults."""
    said = [entry(problem) for problem in problems]
    return RemediableError(
        "\n".join(f"{fault.place}: {fault.finding}" for fault in said),
        " ".join(dict.fromkeys(fault.hint for fault in said)),
    )
