"""``tl report --what-if`` over the example athlete, whose week tells one story."""

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from tl_analyzer.cli.start import run
from tl_analyzer.report.schema import SCHEMA

EXAMPLE = Path(__file__).parents[2] / "examples" / "desk_rider_lifter"
WHEN = ("--week", "2026-W46", "--as-of", "2026-11-16T08:00:00+01:00")


class Run:
    """One run of the command."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
        self.code = run(["report", str(EXAMPLE), *WHEN, *arguments])
        self.out, self.err = capsys.readouterr()

    def codes(self, key: str) -> set[str]:
        return {flag["code"] for flag in json.loads(self.out)["what_if"][key]}


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TL_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    yield


@pytest.mark.parametrize(
    ("change", "clears", "leaves"),
    [
        ("skip sat:deadlift", "TL402", "TL301"),
        ("skip sat:Kreuzheben", "TL402", "TL301"),
        ("walk 15", "TL401", "TL402"),
        ("stand 1/10", "TL301", "TL401"),
        ("move sat:lifting>sun", "TL402", "TL401"),
    ],
)
def test_each_change_clears_the_flag_it_answers_and_no_other_story(
    capsys: pytest.CaptureFixture[str], change: str, clears: str, leaves: str
) -> None:
    ended = Run(capsys, "--what-if", change, "--format", "json")
    assert ended.code == 0, ended.err
    assert clears in ended.codes("cleared")
    assert leaves in ended.codes("staying")
    assert not ended.codes("new")


def test_json_validates_and_the_report_itself_is_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    plain = json.loads(Run(capsys, "--format", "json").out)
    changed = json.loads(Run(capsys, "--format", "json", "--what-if", "skip sat").out)
    jsonschema.Draft202012Validator(SCHEMA.published()).validate(changed)
    assert plain.pop("what_if") is None
    found = changed.pop("what_if")
    assert changed == plain
    assert found["channels"]["hinge"]["before"] == plain["channels"]["hinge"]["this_week"]
    assert found["channels"]["hinge"]["usual"] == plain["channels"]["hinge"]["usual"]
    assert found["channels"]["hinge"]["after"] < found["channels"]["hinge"]["before"]


def test_several_changes_are_shown_together(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--what-if", "skip sat:deadlift", "--what-if", "walk 15")
    said = " ".join(Run(capsys, *asked).out.split())
    assert "What if: skip sat:deadlift; walk 15" in said
    assert "8 sets of Deadlift (Barbell) left out on Sat 14 Nov." in said
    assert "TL401 and TL402 would not have been raised" in said
    markdown = Run(capsys, *asked, "--format", "md").out
    assert "## What if: skip sat:deadlift; walk 15" in markdown
    assert "What if" not in Run(capsys).out


@pytest.mark.parametrize(
    ("change", "said", "hint"),
    [
        ("skp sat", "'skp'", "Did you mean 'skip'?"),
        ("skip fryday", "'fryday'", "Did you mean 'friday'?"),
        ("skip fri:deadlift", "no lifting on Fri 2026-11-13", "Sat 2026-11-14"),
        ("swap squat>wibble", "'wibble'", "tl exercises"),
        ("\x1b[31mskip", "no change", "Did you mean 'skip'?"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(
    capsys: pytest.CaptureFixture[str], change: str, said: str, hint: str
) -> None:
    ended = Run(capsys, "--what-if", change)
    assert (ended.code, ended.out) == (2, "")
    error, remedy = ended.err.splitlines()
    assert error.startswith("error: what-if") and said in error
    assert hint in remedy
    assert "\x1b" not in ended.err


def test_fail_on_judges_the_week_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    calm = [word for day in ("mon", "tue", "thu", "sat") for word in ("--what-if", f"skip {day}")]
    assert Run(capsys, *calm, "--fail-on", "red").code == 1
