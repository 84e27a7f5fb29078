"""Which line an author is told when his code raised."""

import json
from pathlib import Path

import pytest

from tl_analyzer.plugins.containment import Outcome, contained
from tl_analyzer.plugins.raised_at import raised_at

LONG_S = 60.0


def caught(source: str, name: object, **held: object) -> BaseException:
    """What a module raises when it is run."""
    with pytest.raises((ArithmeticError, ImportError, ValueError)) as told:
        exec(compile(source, "anywhere", "exec"), {"__name__": name, **held})
    # The frame of this test is on no author's way.
    told.value.__traceback__ = told.value.__traceback__ and told.value.__traceback__.tb_next
    return told.value


def test_the_innermost_line_of_the_package_that_was_called() -> None:
    inner: dict[str, object] = {"__name__": "my_app.rows"}
    exec("\n\ndef row(cell):\n    return int(cell)\n", inner)
    why = caught("\nrow('many')\n", "my_app", row=inner["row"])
    assert raised_at(why) == ", at line 4 of my_app.rows"


def test_libraries_below_it_are_passed_over() -> None:
    why = caught("\n\n\nloads('{')\n", "my_app", loads=json.loads)
    assert raised_at(why) == ", at line 4 of my_app"


def test_a_module_without_a_name_and_what_was_not_raised_tell_nothing() -> None:
    assert raised_at(caught("1 / 0", None)) == ""
    assert raised_at(caught("1 / 0", 7)) == ""
    assert raised_at(ValueError("never raised")) == ""


def test_lines_of_ours_tell_an_author_nothing() -> None:
    assert raised_at(caught("1 / 0", "tl_analyzer.rules.rule")) == ""
    assert raised_at(caught("1 / 0", "tl_analyzer_too")) == ", at line 1 of tl_analyzer_too"


def test_an_import_that_fails_is_told_by_the_line_that_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wanting_app.py").write_text("\n\nimport nobody_has_this\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    why = caught("import wanting_app", "tl_analyzer.plugins.loading")
    assert raised_at(why) == ", at line 3 of wanting_app"


def test_one_line_whatever_a_module_calls_itself() -> None:
    held = {"__name__": "my\napp\x1b" + "a" * 500}
    exec("def call(_):\n    raise ValueError('no')\n", held)
    outcome: Outcome[object] = contained(held["call"], LONG_S)  # type: ignore[arg-type]
    assert outcome.error.startswith("ValueError: no, at line 2 of my app")
    assert len(outcome.error.splitlines()) == 1 and len(outcome.error) < 200
