"""The hooks that llm calls: none of them ever raises, and the analysis is not loaded by any."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from llm import hookimpl

P = ParamSpec("P")


def _hook(function: Callable[P, None]) -> Callable[P, None]:
    """Mark a hook; what it fails with becomes one line, and llm goes on without it."""

    @wraps(function)
    def contained(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            function(*args, **kwargs)
        except Exception as why:
            said = f"tl-analyzer: {function.__name__}: {type(why).__name__}: {why}"
            print(said, file=sys.stderr)

    marked: Callable[P, None] = hookimpl(contained)
    return marked


@_hook
def register_commands(cli: Any) -> None:
    """``llm tl``."""
    from tl_llm.commands import tl

    cli.add_command(tl)


@_hook
def register_tools(register: Callable[..., None]) -> None:
    """What a model may ask, of athletes who are on the list of `tl_llm.allowed`."""
    from tl_llm.tools import TOOLS

    for tool in TOOLS:
        register(tool)


@_hook
def register_fragment_loaders(register: Callable[..., None]) -> None:
    """``-f tl:anna/2026-W46``."""
    from tl_llm.fragment import weekly_fragment

    register("tl", weekly_fragment)
