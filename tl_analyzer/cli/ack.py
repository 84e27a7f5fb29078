"""``tl ack``: a coach has seen a flag; it is put aside for a time, with a note."""

from pathlib import Path

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.kinds import ATHLETE, CODE_THEN_PATHS
from tl_analyzer.cli.options import INPUT, PROFILE, STORE, WEEK


@click.command(
    short_help="Say that a flag was seen, and put it aside for a time.",
    epilog=examples(
        'tl ack TL301 --athlete anna --until 2026-12-24 --note "stage race, planned"',
        "tl ack TL301 athletes/anna --until 3w",
        "tl ack TL301 athletes/anna --withdraw",
        "tl ack --list",
    ),
)
@click.argument("words", metavar="[CODE] [PATH]...", type=CODE_THEN_PATHS, nargs=-1)
@click.option("--athlete", metavar="ID", type=ATHLETE, help="Whose flag it is.")
@click.option(
    "--until",
    metavar="DATE|SPAN",
    help="Last day it is put aside: 2026-12-24, 4w or 10d; default: four weeks.",
)
@click.option("--note", metavar="TEXT", default="", help="Why; it stands in the next report.")
@WEEK
@click.option("--as-of", metavar="INSTANT", help="When it is seen; default: now.")
@click.option("--list", "listed", is_flag=True, help="Show what was seen, and change nothing.")
@click.option("--withdraw", is_flag=True, help="Take it back: the flag counts as any other.")
@PROFILE
@STORE
@click.pass_context
def ack(
    ctx: click.Context,
    words: tuple[str, ...],
    athlete: str | None,
    until: str | None,
    note: str,
    week: str | None,
    as_of: str | None,
    listed: bool,
    withdraw: bool,
    profile: Path | None,
    store: Path | None,
) -> None:
    """Say that the flag CODE of a week was seen: it is put aside, and shown as seen.

    It returns when it is more severe than it was, when what it measures is clearly further beyond
    its mark, and when its day has passed. What asks for care (TL901, TL902) cannot be put
    aside. Reports keep all flags in their list of flags, for scripts and for --fail-on.

    Without PATHs it is kept in the log store, else in acknowledged.toml beside the profile.
    """
    from tl_analyzer.cli.acknowledgement_list import list_text
    from tl_analyzer.cli.acknowledging import Place, put_aside, take_back

    if listed and withdraw:
        raise UsageFailure("--list and --withdraw are two things", "Say one of them.")
    code, paths = _code_and_paths(ctx, words, listed=listed)
    place = Place(paths, store, profile, athlete)
    if listed:
        said = list_text(place, as_of)
    elif withdraw:
        said = take_back(place, code)
    else:
        said = put_aside(place, code, until, note, week, as_of)
    click.echo(said, nl=False)


def _code_and_paths(
    ctx: click.Context, words: tuple[str, ...], *, listed: bool
) -> tuple[str, tuple[Path, ...]]:
    """The first word is the code, where one is needed; all others are paths."""
    if not (words or listed):
        raise UsageFailure("no flag was named", "Name its code, as in `tl ack TL301`.")
    code, rest = ("", words) if listed else (words[0], words[1:])
    return code, tuple(Path(str(INPUT.convert(word, None, ctx))) for word in rest)
