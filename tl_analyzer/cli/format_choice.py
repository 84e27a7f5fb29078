"""The format of a report, as an option takes it: a shipped one, or one that somebody installed."""

from typing import TYPE_CHECKING, Any

import click

from tl_analyzer.cli.failure import NotOneOf
from tl_analyzer.cli.kinds import Choice

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class FormatChoice(Choice):
    """A format by name; formats that are not shipped are known by their names, and not loaded."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, or an error that names the nearest one of all that are installed."""
        # Who asks for a shipped format need not wait until others are looked for.
        if value in self.choices:
            return super().convert(value, param, ctx)
        from tl_analyzer.plugins.report_formats import added_format_names, formats_on_offer

        # One that cannot be used is an error of its own, with its reason.
        if value in {offer.name for offer in formats_on_offer()}:
            return str(value)
        known = (*self.choices, *added_format_names())
        try:
            return click.Choice(known).convert(value, param, ctx)
        except click.BadParameter as why:
            raise NotOneOf(why, str(value), known) from why

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Names that begin like the text before the cursor."""
        from click.shell_completion import CompletionItem

        from tl_analyzer.cli.completed import format_names

        added = (name for name in format_names() if name.startswith(incomplete))
        return [*super().shell_complete(ctx, param, incomplete), *map(CompletionItem, added)]
