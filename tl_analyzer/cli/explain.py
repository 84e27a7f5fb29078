"""``tl explain``: why a flag exists and what it compares; how an exercise is done."""

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.kinds import SUBJECT


@click.command(
    short_help="Explain a flag or an exercise, with sources.",
    epilog=examples("tl explain TL101", "tl explain dead bug"),
)
@click.argument("subject", metavar="CODE|EXERCISE", type=SUBJECT, nargs=-1, required=True)
def explain(subject: tuple[str, ...]) -> None:
    """Explain a flag (TL101, or its name) or an exercise (dead_bug, or "Dead bug").

    `tl explain flexion-state` shows how well the model of the flexed back meets the experiments
    it was fitted to.
    """
    from tl_analyzer.cli.left_out import tell_left_out
    from tl_analyzer.cli.terminal import terminal_layout
    from tl_analyzer.explaining.explained import explained
    from tl_analyzer.plugins.group import ADVICE, RULES

    # First: what is asked for may be unknown because of it.
    tell_left_out(RULES, ADVICE)
    layout = terminal_layout()
    click.echo(explained(" ".join(subject), layout), nl=False, color=layout.color)
