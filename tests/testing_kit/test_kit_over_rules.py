"""The kit over rules of strangers: which promise is broken, and in which sentence."""

from pathlib import Path

import pytest

from tests.testing_kit.conftest import Stranger
from tl_analyzer.scaffold.naming import naming
from tl_analyzer.scaffold.new_package import write_package


def fresh(stranger: Stranger) -> Path:
    """A package as `tl new rules` writes it."""
    package = write_package("rules", naming("rest-days"), stranger.folder)
    stranger.folder = package
    return package


def change(package: Path, path: str, before: str, after: str) -> None:
    file = package / path
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_each_case_and_promise_is_a_test_of_its_own(stranger: Stranger) -> None:
    fresh(stranger)
    run = stranger.test()
    assert run.code == 0
    assert {"cases::contract[rest-days]", "cases::explained[REST101]", "cases::sourced[REST101]",
            "cases::has-cases[REST101]",
            "cases/rest101.toml::silent: five are silent"} <= set(run.outcomes)  # fmt: skip


def test_a_case_that_does_not_hold_says_what_happened(stranger: Stranger) -> None:
    package = fresh(stranger)
    change(package, "cases/rest101.toml", "value = 7\nthreshold = 7", "value = 9\nthreshold = 7")
    change(package, "cases/rest101.toml", "minutes = 25", "minutes = 45")
    run = stranger.test()
    assert len(run.failed) == 2
    assert "its value is 7.0 and should be 9" in run.text
    assert "fired (amber: days with a long flexed ride 7 days) and should be silent" in run.text


def test_marks_without_sources_and_rules_without_words(stranger: Stranger) -> None:
    package = fresh(stranger)
    change(
        package, "src/tl_rest_days/parameters.toml", 'reference = "assumption"', 'reference = "x_1"'
    )
    change(package, "src/tl_rest_days/rule.py", 'unit="days"', 'unit=""')
    change(package, "src/tl_rest_days/rule.py", "Fewer than", "no more injuries with less than")
    run = stranger.test()
    assert "rules.rest101.long_min rests on 'x_1', which is in no bibliography" in run.text
    assert "'days with a long flexed ride' has no unit" in run.text
    assert "says 'injur', which no training log can know" in run.text
    assert "cases::sourced[REST101]" in run.failed


def test_a_case_file_of_typing_errors_is_refused_by_name(stranger: Stranger) -> None:
    package = fresh(stranger)
    change(package, "cases/rest101.toml", "threshold = 7", "treshold = 7")
    run = stranger.test()
    assert run.code == 2 and "there is no 'treshold'; did you mean threshold?" in run.text
    assert "Traceback" not in run.text


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("minutes = 25", "minuts = 25", "rides knows no 'minuts'. Did you mean 'minutes'?"),
        ("minutes = 25", "zzz = 250", "rides knows no 'zzz'. It knows at, minutes"),
        ('{ at = "mon 07:00" },', "{ minutes = 120 },", "rides needs 'at'"),
        ('{ at = "mon 07:00" },', '"mon 07:00",', "rides holds 'mon 07:00', which is no row"),
        (
            "threshold = 7",
            "weekly.balistic_reps = { this = 9 }",
            "weekly knows no 'balistic_reps'. Did you mean 'ballistic_reps'?",
        ),
        (
            "threshold = 7",
            "weekly.ballistic_reps = { usul = 9 }",
            "weekly.ballistic_reps knows no 'usul'. Did you mean 'usual'?",
        ),
        ("threshold = 7", "history = { rids = 3 }", "history knows no 'rids'. Did you mean"),
        ("threshold = 7", "rides = 7", "is no TOML"),
        ("threshold = 7", "sitting = 7", "sitting is no list of rows"),
    ],
)
def test_rows_of_typing_errors_are_refused_and_test_nothing_in_silence(
    stranger: Stranger, before: str, after: str, said: str
) -> None:
    package = fresh(stranger)
    change(package, "cases/rest101.toml", before, after)
    run = stranger.test()
    assert run.code == 2 and said in run.text, run.text
    assert "Traceback" not in run.text


def test_days_that_end_before_they_begin_test_nothing_and_are_told(stranger: Stranger) -> None:
    package = fresh(stranger)
    pain = 'threshold = 7\ncheck_ins = [{ on = "wed..mon" }]'
    change(package, "cases/rest101.toml", "threshold = 7", pain)
    run = stranger.test()
    assert len(run.failed) == 1 and "'wed..mon' ends before it begins" in run.text


@pytest.mark.parametrize(
    ("words", "fit"),
    [
        ("A week of maintenance.", True),
        ("Fewer than nan days a week.", False),
        ("Fewer than inf.", False),
    ],
)
def test_a_remedy_of_no_number_is_told_from_words(
    stranger: Stranger, words: str, fit: bool
) -> None:
    package = fresh(stranger)
    rule = package / "src/tl_rest_days/rule.py"
    text = rule.read_text(encoding="utf-8")
    (line,) = (line for line in text.splitlines() if line.startswith("    fewer = "))
    rule.write_text(text.replace(line, f"    fewer = {words!r}"), encoding="utf-8")
    change(package, "cases/rest101.toml", 'clears = "Fewer than 6 days a week"\n', "")
    run = stranger.test()
    assert ("what clears it is no number" not in run.text) is fit
    assert (run.code == 0) is fit


@pytest.mark.parametrize("at", ["mo 07:00", "mon 7 am", "mon 07:00 -1", "mon 25:00"])
def test_a_time_that_is_none_is_told_and_not_laid_to_the_rule(stranger: Stranger, at: str) -> None:
    package = fresh(stranger)
    change(package, "cases/rest101.toml", "mon 18:00", at)
    run = stranger.test()
    assert len(run.failed) == 1
    assert "could not be tried: ValueError: " in run.text and "raised" not in run.text


def test_a_rule_that_raises_is_told_with_its_line(stranger: Stranger) -> None:
    package = fresh(stranger)
    change(package, "src/tl_rest_days/rule.py", "ride.flexed_min", "ride.flexed")
    text = (package / "src/tl_rest_days/rule.py").read_text(encoding="utf-8").splitlines()
    (line,) = (n for n, words in enumerate(text, start=1) if "ride.flexed " in words)
    run = stranger.test()
    assert (
        f"raised AttributeError: 'RideExposure' object has no attribute 'flexed', at line {line}"
        " of tl_rest_days.rule" in run.text
    )


def test_what_ends_the_program_ends_its_own_tests_alone(stranger: Stranger) -> None:
    package = fresh(stranger)
    ending = "    raise SystemExit(4)\n    days ="
    change(package, "src/tl_rest_days/rule.py", "    days =", ending)
    run = stranger.test()
    assert len(run.failed) == 4 and "raised SystemExit: 4, at line " in run.text
    change(package, "src/tl_rest_days/book.py", "    here =", "    raise SystemExit(3)\n    here =")
    run = stranger.test()
    assert run.code == 1 and "SystemExit: 3, at line 12 of tl_rest_days.book" in run.text


def test_a_rule_without_a_silent_case_and_a_book_that_cannot_be_loaded(stranger: Stranger) -> None:
    package = fresh(stranger)
    only = '[[case]]\nsays = "never"\nfires = "watch"\n'
    (package / "cases/rest101.toml").write_text(only, encoding="utf-8")
    run = stranger.test()
    assert "no case of rest101.toml in which it stays silent" in run.text
    assert "stayed silent and should be watch" in run.text
    change(package, "src/tl_rest_days/book.py", "contract=1", "contract=9")
    assert "its contract is 9, and this version offers 1" in stranger.test().text
