"""``tl exercises``: how exercise names are understood, and why."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.kinds import ATHLETE
from tl_analyzer.cli.options import FILE, INPUT, LISTING, MAPPING, STORE

if TYPE_CHECKING:
    from tl_analyzer.movement.movement import Movement
    from tl_analyzer.report.layout import Layout

_FLAGS = ("tl_hinge", "tl_overhead", "tl_rotation", "tl_flexion_loaded", "axial")


@click.command(
    short_help="Show how exercise names are understood.",
    epilog=examples(
        'tl exercises "Deadlift (Barbell)" Kreuzheben',
        "tl exercises --format json < names.txt",
        'tl exercises "My own lift" --mapping exercises.toml',
        "tl exercises --log",
    ),
)
@click.argument("names", metavar="[NAME]...", nargs=-1)
@MAPPING
@click.option(
    "--log", "of_log", is_flag=True, help="List the names in the log that were not recognised."
)
@click.option(
    "--from",
    "paths",
    metavar="PATH",
    multiple=True,
    type=INPUT,
    help="With --log: read these files instead of the log store. May be repeated.",
)
@click.option("--profile", type=FILE, help="With --log: the athlete's profile (TOML).")
@click.option("--athlete", metavar="ID", type=ATHLETE, help="With --log: whose log.")
@STORE
@click.option("--format", "form", type=LISTING, default="text", show_default=True)
def exercises(
    names: tuple[str, ...],
    mapping: Path | None,
    of_log: bool,
    paths: tuple[Path, ...],
    profile: Path | None,
    athlete: str | None,
    store: Path | None,
    form: str,
) -> None:
    """Show how each NAME is understood; without names, one a line from standard input.

    With --log the names in your own log are looked through instead: those that were not recognised
    are listed with their share of all sets, and how to say what they are.
    """
    if of_log:
        from tl_analyzer.cli.exercises_of_log import list_unknown

        if names:
            raise UsageFailure("--log takes no names", "Leave out the names, or --log.")
        list_unknown(paths, store, profile, athlete, mapping, form)
        return
    wanted = names or _typed_names()
    from tl_analyzer.athletes.settings import mapped_recogniser
    from tl_analyzer.cli.left_out import tell_left_out
    from tl_analyzer.cli.terminal import terminal_layout
    from tl_analyzer.movement.recogniser import Recogniser
    from tl_analyzer.plugins.group import LEXICONS

    tell_left_out(LEXICONS)
    recogniser = mapped_recogniser(mapping) if mapping else Recogniser()
    found = [recogniser.recognise(name) for name in wanted]
    layout = terminal_layout()
    write = {"text": _text, "json": _json}[form]
    click.echo(write(found, layout), nl=False, color=layout.color)


def _typed_names() -> tuple[str, ...]:
    if sys.stdin.isatty():
        raise UsageFailure(
            "no exercise name given",
            'Name some, as in: tl exercises "Deadlift (Barbell)" - or pipe them in, one a line.',
        )
    text = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
    names = tuple(line for line in text.splitlines() if line.strip())
    if not names:
        raise UsageFailure(
            "no exercise name on standard input", "Give one a line, or name some as arguments."
        )
    return names


def _json(found: "list[Movement]", layout: "Layout") -> str:
    import json

    rows = [
        {
            "name": movement.name,
            "pattern": movement.pattern.value,
            **{flag: getattr(movement, flag) for flag in _FLAGS},
            "confidence": movement.confidence,
            "via": movement.via,
        }
        for movement in found
    ]
    return json.dumps(rows, indent=2, ensure_ascii=True) + "\n"


def _text(found: "list[Movement]", layout: "Layout") -> str:
    from tl_analyzer.report.sheet import Sheet
    from tl_analyzer.report.wording import clean, share

    sheet = Sheet(layout)
    for movement in found:
        sheet.paragraph(sheet.words(clean(movement.name), "bold"), 0)
        loads = [flag.removeprefix("tl_").replace("_", " ") for flag in _FLAGS]
        loaded = [word for word, flag in zip(loads, _FLAGS, strict=True) if getattr(movement, flag)]
        if movement.recognised:
            words = f"{movement.pattern}, confidence {share(movement.confidence)}"
            words += f"; loads: {', '.join(loaded) or 'none of the four channels'}"
        else:
            words = "not recognised: counts as sets, loads nothing"
        sheet.paragraph(sheet.words(words))
        sheet.paragraph(sheet.words(f"because {clean(movement.via, 400)}", "dim"))
    return sheet.text()
