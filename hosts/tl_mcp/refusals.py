"""How an error is told to a client: what is wrong and what helps, never how it came about."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from tl_analyzer.remedy import RemediableError
from tl_mcp.places import unplaced

_LOG = logging.getLogger(__name__)

#: Arguments that are named when several are wrong. [1]
_NAMED = 5

#: What is said in place of a pattern: weeks alone have one.
_WORDS = {"string_pattern_mismatch": "write it as 2026-W46, or `this`, or `last`"}

#: Longest sentence of an error. [characters]
_LONGEST = 500

_FAULT = RemediableError(
    "this could not be answered: a fault of the server",
    "The log of the server names it; `tl doctor` says what is installed.",
)


@dataclass(frozen=True)
class Refusals:
    """Words for errors.

    Parameters
    ----------
    places : tuple of str
        Folders that no answer names.
    """

    places: tuple[str, ...]

    def of_question(self, error: BaseException) -> str:
        """Tell why a question cannot be answered; arguments that do not fit are the client's."""
        for cause in _causes(error):
            if isinstance(cause, RemediableError):
                return self._paragraph(cause)
            if isinstance(cause, ValidationError):
                return self._paragraph(_arguments(cause))
        return self._fault(error)

    def of_answer(self, error: BaseException) -> str:
        """Tell why there is no answer to a question whose arguments fit."""
        for cause in _causes(error):
            if isinstance(cause, RemediableError):
                return self._paragraph(cause)
        return self._fault(error)

    def _fault(self, error: BaseException) -> str:
        *_, last = _causes(error)
        _LOG.error("%s: %.300r", type(last).__name__, str(last))
        return self._paragraph(_FAULT)

    def _paragraph(self, why: RemediableError) -> str:
        message = why.message[:1].upper() + why.message[1:]
        told = f"{message.rstrip('.')[:_LONGEST]}. {why.remedy[:_LONGEST]}".strip()
        return unplaced(told, self.places)


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__


def _arguments(why: ValidationError) -> RemediableError:
    faults = why.errors(include_url=False, include_input=False, include_context=False)
    named = (
        f"{'.'.join(str(part) for part in fault['loc'])}: {_WORDS.get(fault['type'], fault['msg'])}"
        for fault in faults[:_NAMED]
    )
    return RemediableError(
        f"the arguments do not fit ({'; '.join(named)})", "The input schema says what is taken."
    )
