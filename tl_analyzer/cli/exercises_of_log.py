"""``tl exercises --log``: names in a log that were not recognised, and how to say what they are."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from tl_analyzer.athletes.settings import recogniser_for
from tl_analyzer.cli.terminal import terminal_layout
from tl_analyzer.cli.unknown_exercises import UnknownExercise, unknown_exercises, unknown_of
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.wording import clean, count, share

#: Room for a name. [characters]
_NAME = 34


def list_unknown(
    paths: Sequence[Path],
    store: Path | None,
    profile: Path | None,
    athlete: str | None,
    mapping: Path | None,
    form: str,
) -> None:
    """Write the list for some files, or without any for the log store."""
    found, sets = (
        _of_files(paths, profile, athlete, mapping)
        if paths
        else _of_store(store, profile, athlete, mapping)
    )
    layout = terminal_layout()
    text = _json(found) if form == "json" else _text(found, sets, layout)
    click.echo(text, nl=False, color=layout.color)


Found = tuple[Sequence[UnknownExercise], int]


def _of_files(
    paths: Sequence[Path], profile: Path | None, athlete: str | None, mapping: Path | None
) -> Found:
    from tl_analyzer.athletes.athlete import resolve_athlete
    from tl_analyzer.athletes.inputs import require_readable
    from tl_analyzer.cli.inputs import read_inputs
    from tl_analyzer.cli.usual import usual_profile

    who = resolve_athlete(usual_profile(profile, paths, athlete), paths, athlete)
    log = read_inputs(paths, who.reading)
    require_readable(log, paths)
    sets = sum(len(session.sets) for session in log.strength)
    return unknown_exercises(log, recogniser_for(who, mapping)), sets


def _of_store(
    store: Path | None, profile: Path | None, athlete: str | None, mapping: Path | None
) -> Found:
    from tl_analyzer.athletes.log_store import reading_store
    from tl_analyzer.athletes.stored_athlete import resolve_stored
    from tl_analyzer.cli.usual import usual_athlete
    from tl_analyzer.store.sessions import exercise_counts

    with reading_store(store) as connection:
        who = resolve_stored(connection, profile, usual_athlete(athlete, profile))
        counted: Mapping[str, int] = exercise_counts(connection, who.profile.athlete.id)
    return unknown_of(counted, {}, recogniser_for(who, mapping)), sum(counted.values())


def _json(found: Sequence[UnknownExercise]) -> str:
    return json.dumps([asdict(one) for one in found], indent=2, ensure_ascii=True) + "\n"


def _text(found: Sequence[UnknownExercise], sets: int, layout: Layout) -> str:
    sheet = Sheet(layout)
    if not found:
        every = count(sets, "set")
        sheet.paragraph(sheet.words(f"Every exercise of the log was recognised ({every})."), 0)
        return sheet.text()
    part = share(sum(one.share_of_sets for one in found))
    names = count(len(found), "exercise")
    sheet.heading(f"{names} not recognised: {part} of {count(sets, 'set')}")
    for one in found:
        words = f"{count(one.sets, 'set')}, {share(one.share_of_sets)}"
        words += f"; spelled like {clean(one.nearest)}" if one.nearest else ""
        sheet.hanging(sheet.words(clean(one.name, _NAME)), sheet.words(words), _NAME)
    sheet.blank()
    for line in _HOW:
        sheet.paragraph(sheet.words(line), 0)
    return sheet.text()


_HOW = (
    "Say what they are in a file exercises.toml, and name it in the profile as"
    ' exercises = "exercises.toml":',
    '  ["My row"]',
    '  same_as = "Seated Row (Cable)"',
    "`tl check PATH --propose exercises.toml` writes such a file with all of them.",
)
