"""Kinds of values that name the nearest word when mistyped, and that a shell can complete."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tl_analyzer.cli.failure import NotOneOf
from tl_analyzer.nearest import nearest

# Older versions of click cannot be subscribed where the program runs.
if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    _Choice = click.Choice[str]
else:
    _Choice = click.Choice


class Choice(_Choice):
    """One of a few words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, or an error that names the nearest one."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as why:
            raise NotOneOf(why, str(value), self.choices) from why


class ExistingPath(click.Path):
    """A file or folder that is there.

    Parameters
    ----------
    folders : bool
        Whether a folder is taken, too.
    """

    def __init__(self, *, folders: bool) -> None:
        super().__init__(exists=True, dir_okay=folders, path_type=Path)

    def convert(
        self,
        value: "str | os.PathLike[str]",
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> "str | bytes | os.PathLike[str]":
        """The path, or an error that names the nearest one beside it."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as why:
            named = Path(value)
            beside = () if named.exists() else _beside(named)
            raise NotOneOf(why, str(value), beside) from why


def _beside(path: Path) -> tuple[str, ...]:
    """The path of the nearest name in the same folder, as it would be typed, if there is one."""
    try:
        near = nearest(path.name, [entry.name for entry in path.parent.iterdir()])
    except (OSError, ValueError):
        return ()
    return (str(path.with_name(near)),) if near else ()


class Completed(click.types.StringParamType):
    """Any text; a shell is offered what `cli.completed` knows.

    Parameters
    ----------
    offer : str
        Name of a function of `tl_analyzer.cli.completed`; it is loaded for a shell alone.
    """

    def __init__(self, offer: str) -> None:
        self._offer = offer

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """What begins like the text before the cursor."""
        from click.shell_completion import CompletionItem

        from tl_analyzer.cli import completed

        offer: Callable[[], Iterable[str]] = getattr(completed, self._offer)
        begun = incomplete.casefold()
        # What a shell is given must be one line of harmless characters.
        words = [word for word in offer() if word.isprintable()]
        return [CompletionItem(word) for word in words if word.casefold().startswith(begun)]


class CodeThenPaths(Completed):
    """Words of which the first is a rule's code, and the others are paths."""

    def __init__(self) -> None:
        super().__init__("codes")

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Codes for the first word, paths for the others."""
        if param.name is not None and ctx.params.get(param.name):
            return click.Path().shell_complete(ctx, param, incomplete)
        return super().shell_complete(ctx, param, incomplete)


#: An athlete of the log store.
ATHLETE = Completed("athlete_ids")

#: A week.
WEEK_LABEL = Completed("weeks")

#: The code of a rule, then files and folders.
CODE_THEN_PATHS = CodeThenPaths()

#: What can be explained.
SUBJECT = Completed("subjects")
