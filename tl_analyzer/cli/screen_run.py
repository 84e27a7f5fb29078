"""The screen from the first question to the profile: nothing is written before the very end."""

from pathlib import Path

import click

from tl_analyzer.advice.self_screen import (
    EXTENSION,
    Decision,
    extension_level,
    retest_day,
    self_screen,
)
from tl_analyzer.cli.check_in_line import CheckInLine, append
from tl_analyzer.cli.dialogue import Dialogue
from tl_analyzer.cli.profile_text import Scalar, profile_text, with_values, write_profile
from tl_analyzer.cli.screen_safety import Stopped, ask_safety
from tl_analyzer.cli.screen_setting import ScreenSetting
from tl_analyzer.cli.screen_steps import Seen, go_through
from tl_analyzer.cli.screen_text import result_text, stopped_text
from tl_analyzer.cli.terminal import terminal_layout
from tl_analyzer.profile import HingePattern

_TENDER = "tender_crest_point"
_NOTE = "tl screen"


def run_screen(setting: ScreenSetting, diary: Path | None, *, countdown: bool, sure: bool) -> None:
    """Ask, show, and write what was agreed to.

    Parameters
    ----------
    setting : ScreenSetting
        Whose screen it is.
    diary : Path or None
        ``--diary``.
    countdown, sure : bool
        ``--countdown`` and ``--yes``.
    """
    screen, layout, dialogue = self_screen(), terminal_layout(), Dialogue()
    if setting.file is None:
        dialogue.say(
            "There is no profile.toml here: the result is only shown. `tl profile init` writes one."
        )
    stopped = ask_safety(dialogue, screen.safety)
    if stopped is not None:
        line = _signs_line(stopped, setting)
        click.echo(stopped_text(stopped, line, layout), nl=False, color=layout.color)
        _log(line, diary)
        return
    measured = setting.profile.screen.thoracic_extension_deg
    seen = go_through(dialogue, screen, measured, countdown=countdown)
    extension = extension_level(seen.degrees, setting.parameters)
    decision = screen.decide({**seen.answers, EXTENSION: extension})
    again = retest_day(setting.today, setting.parameters)
    line = _crest_line(seen, setting)
    text = result_text(screen, seen, decision, again, line, layout)
    click.echo(text, nl=False, color=layout.color)
    _keep(dialogue, setting, _changes(setting, seen, decision), sure=sure)
    _log(line, diary)


def _signs_line(stopped: Stopped, setting: ScreenSetting) -> CheckInLine | None:
    return CheckInLine(setting.today, stopped.signs, note=_NOTE) if stopped.signs else None


def _crest_line(seen: Seen, setting: ScreenSetting) -> CheckInLine | None:
    if not seen.tender_side:
        return None
    return CheckInLine(setting.today, (_TENDER,), "iliac_crest", seen.tender_side, _NOTE)


def _log(line: CheckInLine | None, diary: Path | None) -> None:
    if line is not None and diary is not None:
        append(line, diary)
        click.echo(f"added to {diary}", err=True)


def _changes(setting: ScreenSetting, seen: Seen, decision: Decision) -> dict[str, Scalar]:
    held, found = setting.profile.screen, dict[str, Scalar]()
    if seen.degrees is not None and seen.degrees != held.thoracic_extension_deg:
        found["thoracic_extension_deg"] = seen.degrees
    if decision.pattern != held.pattern:
        found["pattern"] = decision.pattern.value
    return found


def _keep(
    dialogue: Dialogue, setting: ScreenSetting, changes: dict[str, Scalar], *, sure: bool
) -> None:
    file = setting.file
    if file is None:
        return
    if not changes:
        click.echo(f"{file} says the same already; it stays as it is", err=True)
        return
    dialogue.heading(f"To be written into {file}, under [screen]")
    held = setting.profile.screen.model_dump(mode="json")
    for key, value in changes.items():
        dialogue.say(f"{key}: {_shown(held[key])} -> {_shown(value)}", indent=2)
    # What is known is not given up for an answer that says nothing.
    forgets = changes.get("pattern") == HingePattern.UNKNOWN
    if sure or dialogue.confirm(f"Write this into {file}", default=not forgets):
        # Read once more: two minutes are enough to edit it elsewhere.
        write_profile(file, with_values(profile_text(file), "screen", changes))
        click.echo(f"written into {file}; next: tl report", err=True)
    else:
        click.echo(f"{file} stays as it is", err=True)


def _shown(value: object) -> str:
    if value is None:
        return "not stated"
    return f"{value:g}" if isinstance(value, float) else str(value)
