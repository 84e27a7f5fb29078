"""Plugins that a command does without, said on standard error."""

import click

from tl_analyzer.plugin_faults import faults
from tl_analyzer.plugins.group import Group
from tl_analyzer.report.wording import clean

#: Longest sentence. [characters]
_LONGEST = 500


def tell_left_out(*groups: Group) -> None:
    """Name each plugin of these groups that cannot be used, with its distribution and why.

    Reports say it among their diagnostics; what only looks something up has nowhere else to.
    """
    for problem in faults(*groups):
        told = f"note: {problem.file} cannot be used: {problem.found}. {problem.hint}"
        click.echo(clean(told, _LONGEST), err=True)
