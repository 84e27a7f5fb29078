"""What is wrong in a TOML file that a user writes, word for word."""

import re
from datetime import date

from pydantic import BaseModel, ValidationError

from tl_analyzer.log import Problem
from tl_analyzer.nearest import did_you_mean

#: Longest piece of a wrong value that is repeated. [characters]
_SHOWN = 80

#: Kinds of faults whose message lists the words that are known, each in quotes.
_OF_WORDS = ("enum", "literal_error")
_QUOTED = re.compile(r"'([^']*)'")


def table_faults(
    why: ValidationError, model: type[BaseModel], name: str, hint: str, code: str
) -> tuple[Problem, ...]:
    """Say what is wrong with a file that does not fit its model, one value a fault.

    Parameters
    ----------
    why : ValidationError
        What pydantic found.
    model : type
        The model; its keys are those that are known.
    name : str
        The file.
    hint : str
        What to do about a wrong value.
    code : str
        Code of the problems.
    """
    return tuple(
        _explain(name, model, error["loc"], error["type"], error["msg"], error["input"], hint, code)
        for error in why.errors()
    )


def _explain(
    name: str,
    model: type[BaseModel],
    loc: tuple[int | str, ...],
    kind: str,
    message: str,
    found: object,
    hint: str,
    code: str,
) -> Problem:
    where = ".".join(str(part) for part in loc)
    if kind == "extra_forbidden":
        known = _known_keys(model, loc[:-1])
        said, expected = f"unknown key {where!r}", f"one of {', '.join(known)}"
        hint = did_you_mean(str(loc[-1]), known, "Remove the key.")
    elif kind == "missing":
        said, expected = "nothing", "a value"
    else:
        said, expected = _said(found)[:_SHOWN], _expected(message)
        words = _QUOTED.findall(message) if kind in _OF_WORDS else []
        hint = did_you_mean(str(found), words, hint)
    return Problem(file=name, column=where, found=said, expected=expected, hint=hint, code=code)


def _said(found: object) -> str:
    """A value as it stands in the file."""
    return found.isoformat() if isinstance(found, date) else repr(found)


def _expected(message: str) -> str:
    """What pydantic expected, as it goes on after that word."""
    told = message.removeprefix("Value error, ").removeprefix("Input should be ")
    told = told.partition(", input is ")[0].replace("a valid tuple", "a list")
    told = told.replace("String should have", "a text of").replace("String should match", "the")
    return told[:1].lower() + told[1:] if told.split(" ")[0].istitle() else told


def _known_keys(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    for part in loc:
        if isinstance(part, int):
            continue
        field = next(f for n, f in model.model_fields.items() if part in (n, f.alias))
        nested = [
            a
            for a in (field.annotation, *getattr(field.annotation, "__args__", ()))
            if isinstance(a, type) and issubclass(a, BaseModel)
        ]
        model = nested[0]
    return [field.alias or name for name, field in model.model_fields.items()]
