"""The account of a dry run as JSON."""

import json
from dataclasses import asdict

from tl_analyzer.cli.check_account import Account, FileAccount
from tl_analyzer.log import Problem
from tl_analyzer.report.layout import Layout


def check_json(found: Account, layout: Layout) -> str:
    """Write the account as one JSON document."""
    tree = {
        "files": [_file(file) for file in found.files],
        "problems": [_problem(problem) for problem in found.others],
        "unknown_exercises": [asdict(one) for one in found.unknown],
        "totals": {"files": len(found.files), **{s.value: n for s, n in found.states().items()}},
    }
    return json.dumps(tree, indent=2, ensure_ascii=True) + "\n"


def _file(file: FileAccount) -> dict[str, object]:
    return {
        **file.source.model_dump(mode="json"),
        "state": file.state.value,
        "problems": [_problem(problem) for problem in file.problems],
    }


def _problem(problem: Problem) -> dict[str, object]:
    tree: dict[str, object] = problem.model_dump(mode="json")
    return tree
