"""A file of settings with faults ends a command: one line a fault, and what helps."""

from collections.abc import Iterable

from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.log import Problem
from tl_analyzer.report.problem_groups import entry


def faulty(problems: Iterable[Problem]) -> UsageFailure:
    """How a command ends because of these faults."""
    said = [entry(problem) for problem in problems]
    return UsageFailure(
        "\n".join(f"{fault.place}: {fault.finding}" for fault in said),
        " ".join(dict.fromkeys(fault.hint for fault in said)),
    )
