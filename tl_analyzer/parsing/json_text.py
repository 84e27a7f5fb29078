"""JSON of bounded size, with everything that can be wrong with it as a value."""

import json
from dataclasses import dataclass

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.parsing.ledger import Ledger


@dataclass(frozen=True, slots=True)
class BadJson:
    """Why a file is no JSON.

    Attributes
    ----------
    found : str
        What is wrong, in words for a user.
    line : int or None
        Where, counted from 1.
    """

    found: str
    line: int | None = None

    def problem(self, ledger: Ledger) -> Problem:
        """Say that the whole file cannot be read."""
        return ledger.problem(
            ProblemKind.REFUSED,
            "json-broken",
            self.found,
            "JSON as exported",
            "The file is cut off or was edited; export it again.",
            self.line,
        )


def read_json(file: SourceFile) -> object | BadJson:
    """Read a JSON file whole; check its size before."""
    try:
        text = file.read().decode("utf-8-sig")
        found: object = json.loads(text, parse_constant=_no_number)
    except UnicodeDecodeError:
        return BadJson("bytes that are not UTF-8")
    except json.JSONDecodeError as why:
        return BadJson(why.msg, why.lineno)
    except RecursionError:
        return BadJson("values nested too deeply")
    except ValueError:
        return BadJson("a number that is none, or has too many digits")
    return found


def scalar_text(value: object) -> str:
    """A JSON value as the text of a table's cell; empty for null, lists and objects."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else ""


def _no_number(name: str) -> float:
    raise ValueError(name)
