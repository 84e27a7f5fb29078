"""A stranger's rule book through the command line: judged, sourced, explained, contained."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.doors.conftest import WHEN
from tests.doors.strangers import distribution, grip, rule_module

if TYPE_CHECKING:
    from tests.doors.conftest import Tl


def told(tl: "Tl", athlete: Path, *options: str) -> dict[str, Any]:
    """The report as JSON."""
    done = tl("report", athlete, *WHEN, "--format", "json", *options)
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    assert isinstance(found, dict)
    return found


def again(site: Path, number: int, old: str = "", new: str = "", body: str = "") -> None:
    """Install one more distribution, with a rule of its own, and a text in it replaced."""
    named = {"name": f"sets-of-{number}", "key": f"grip_{number}"}
    text = rule_module(code=f"XY{number}", body=body, **named)
    for was, becomes in (("grip_2031", named["key"]), ("101", str(number))):
        old, new = old.replace(was, becomes), new.replace(was, becomes)
    assert old in text
    doors = {"rules": {f"b{number}": f"book_{number}:BOOK"}}
    distribution(site, f"book-{number}", doors, **{f"book_{number}": text.replace(old, new)})


def flag_of(report: dict[str, Any], code: str) -> dict[str, Any]:
    (found,) = (flag for flag in report["flags"] if flag["code"] == code)
    assert isinstance(found, dict)
    return found


def faults(report: dict[str, Any]) -> str:
    return "\n".join(
        f"{each['file']}: {each['found']}"
        for each in report["diagnostics"]
        if each["code"] in ("rule-failed", "plugin-refused")
    )


def test_its_flag_is_judged_and_sourced_like_ours(tl: "Tl", site: Path, anna: Path) -> None:
    grip(site)
    report = told(tl, anna)
    flag = flag_of(report, "XY101")
    assert (flag["severity"], flag["channel"]) == ("amber", "rotation")
    assert flag["references"] == ["grip_2031"]
    assert flag["confidence"] == "high", "a published mark, recorded data"
    assert flag["summary"] == "More sets of grip work than the hand is used to."
    assert faults(report) == ""
    assert flag["added_by"] == "grip-rules 1.0"
    assert flag_of(report, "TL101")["added_by"] == ""


def test_an_assumed_mark_lowers_the_confidence(tl: "Tl", site: Path, anna: Path) -> None:
    grip(site, grade="assumption")
    assert flag_of(told(tl, anna), "XY101")["confidence"] == "medium"


def test_without_it_everything_else_is_the_same(tl: "Tl", site: Path, anna: Path) -> None:
    without = told(tl, anna)
    grip(site)
    report = told(tl, anna)
    report["flags"] = [flag for flag in report["flags"] if flag["code"] != "XY101"]
    assert report["headline"] != without["headline"]
    assert {**report, "headline": ""} == {**without, "headline": ""}
    chosen = tl("report", anna, *WHEN, "--format", "json", TL_LOAD_PLUGINS="")
    assert json.loads(chosen.out) == without


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_every_page_shows_it_with_its_source(tl: "Tl", site: Path, anna: Path, form: str) -> None:
    grip(site)
    done = tl("report", anna, *WHEN, "--format", form, "--details")
    assert (done.code, done.err) == (0, "")
    words = " ".join(done.out.split())
    assert "XY101" in words and "many sets of grip" in words
    assert "Grip 2031" in words and "not in the bibliography" not in words
    assert words.count("by a rule of grip-rules 1.0") == 1


def test_alone_it_makes_the_headline_the_message_and_a_question(
    tl: "Tl", site: Path, even: Path, tmp_path: Path
) -> None:
    grip(site, severity="RED")
    (tmp_path / "even" / "strong.csv").write_text(
        (tmp_path / "even" / "strong.csv").read_text().replace(";3;;;0.0", ";4;;;0.0")
        + "8;2026-11-10 18:00:00;Pull;3600;Grip Crush;1;20;9;;;0.0;;\n"
    )
    report = told(tl, even)
    assert report["headline"].startswith("Many sets of grip: 4 sets")
    message = tl("report", even, *WHEN, "--format", "message").out
    assert "One more thing stood out: many sets of grip." in message
    roster = tl("roster", tmp_path, *WHEN, "--format", "jsonl", "--athlete", "anna")
    assert roster.code == 0
    assert "Was there a reason for the many sets of grip, and how is your back?" in roster.out


def test_it_can_be_explained_and_put_aside(tl: "Tl", site: Path, anna: Path) -> None:
    grip(site)
    for subject in ("XY101", "many sets of grip"):
        done = tl("explain", subject)
        assert done.code == 0
        words = " ".join(done.out.split())
        assert "from: grip-rules 1.0, not part of tl-analyzer" in words
        assert "3 sets rules.xy101.sets" in words
        assert "Grip A, Wrist B (2031)" in words and "not in the bibliography" not in words
    assert tl("ack", "XY101", anna, *WHEN, "--until", "2w").code == 0
    aside = told(tl, anna)
    assert [each["code"] for each in aside["acknowledged"]] == ["XY101"]


@pytest.mark.parametrize("code", ["GR10", "GRIP101", "GRIPPY2031"])
def test_codes_of_any_length_are_put_aside_and_shown_whole(
    tl: "Tl", site: Path, anna: Path, code: str
) -> None:
    grip(site, code=code)
    assert f" {code} week 46: sets of the week" in " ".join(tl("report", anna, *WHEN).out.split())
    assert tl("ack", code, anna, *WHEN, "--until", "2w").code == 0
    assert [each["code"] for each in told(tl, anna)["acknowledged"]] == [code]


#: What rules of strangers do, and what is said of it.
DEEDS = (
    ("raise ValueError('no \\x1b[31mtoday')", "ValueError: no"),
    ("raise SystemExit(0)", "SystemExit: 0"),
    ("return 'amber'", "TypeError: returned str instead of a Verdict or None"),
    ("return Verdict('amber', (), '')", "severity or quality is none"),
    ("return Verdict(Severity.RED, (), 'x')", "without 1 to 20 facts"),
    (
        "return Verdict(Severity.RED, (Evidence(when='soon', measure='m', value=1, unit='1'),),"
        " 'x')",
        "Invalid isoformat string",
    ),
    (
        "return Verdict(Severity.RED, (Evidence(when='2026-11-12', measure='m',"
        " value=float('nan'), unit='1'),), 'x')",
        "not finite",
    ),
    ("parameters.number('rules.xy101.gone')", "no parameter 'rules."),
    ("picture.sets.movement[:] = 0", "read-only"),
    ("import time; time.sleep(60)", "gave no sign of life for"),
    ("while True: pass", "gave no sign of life for"),
)


def test_whatever_their_rules_do_costs_their_own_flags_alone(
    tl: "Tl", site: Path, anna: Path
) -> None:
    for number, (body, _) in enumerate(DEEDS, start=101):
        again(site, number, body=body.replace("xy101", f"xy{number}"))
    done = tl("report", anna, *WHEN, "--format", "json", TL_PLUGIN_PATIENCE="0.1")
    assert (done.code, done.err) == (0, "")
    report = json.loads(done.out)
    assert "TL101" in {flag["code"] for flag in report["flags"]}
    assert not [flag for flag in report["flags"] if flag["code"].startswith("XY")]
    said = faults(report).splitlines()
    for number, (_, why) in enumerate(DEEDS, start=101):
        (line,) = (line for line in said if line.startswith(f"rule XY{number}:"))
        assert why in line and line.endswith(f"(book-{number} 1.0)")


def test_what_its_rule_prints_is_not_in_the_report(tl: "Tl", site: Path, anna: Path) -> None:
    grip(site, body="print('hello')")
    assert flag_of(told(tl, anna), "XY101")
    assert "hello" not in tl("report", anna, *WHEN).out


def test_a_parameter_that_is_nowhere_is_named(tl: "Tl", site: Path, even: Path) -> None:
    text = rule_module().replace(
        'ROTATION, ("rules.xy101.sets",)', 'ROTATION, ("rules.xy101.sets", "rules.xy101.more")'
    )
    distribution(site, "grip-rules", {"rules": {"grip": "grip_book:BOOK"}}, grip_book=text)
    assert "'rules.xy101.more', which is in no set" in faults(told(tl, even))


#: What is changed in a sound book, and what is said of it.
SLIPS = (
    ("contract=1", "contract=2", "needs rule book contract 2"),
    ("rules.xy101.sets]", "hinge.sets]", "does not stand below rules.xy101."),
    ('reference = "grip_2031"', 'reference = "gone"', "cites 'gone'"),
    ("made up [grip_2031]_", "made up [gone]_", "cites 'gone'"),
    ('note = "Made up for a test."', "", "no note"),
    ('evidence = "published"', 'evidence = "sure"', "'sure' is not a valid Grade"),
    ("value = 3", "value = nan", "no finite number"),
    ('("rules.xy101.sets",)', "()", "names no parameter"),
    ('"XY101"', '"xy 101"', "is not like XY"),
    ("rules=(Rule(", "rules=((", "is no Rule but tuple"),
    ("Channel.ROTATION", "['rotation']", "is no Channel"),
    ("Channel.ROTATION", "'rotation'", "is no Channel"),
    ("How weak this is", "How \x1b[31mweak", "printable characters"),
    ("BOOK = ", "raise SystemError('no')\nBOOK = ", "SystemError: no"),
    ("BOOK = ", "BOOK = 1\nNOT = ", "is no RuleBook"),
)


def test_books_that_are_not_sound_are_refused_by_name(tl: "Tl", site: Path, even: Path) -> None:
    for number, (old, new, _) in enumerate(SLIPS, start=101):
        again(site, number, old, new)
    said = faults(told(tl, even)).splitlines()
    assert len(said) == len(SLIPS)
    for number, (_, _, why) in enumerate(SLIPS, start=101):
        (line,) = (line for line in said if line.endswith(f"(book-{number} 1.0)"))
        assert line.startswith(f"rule book b{number}:")
        assert why.replace("101", str(number)) in line


def test_a_code_of_ours_stays_ours(tl: "Tl", site: Path, anna: Path) -> None:
    grip(site, code="TL101")
    report = told(tl, anna)
    assert flag_of(report, "TL101")["channel"] == "hinge"
    assert "rule code TL101 is also in tl-analyzer" in faults(report)
    assert "(grip-rules 1.0)" in faults(report)


def test_of_two_strangers_with_one_code_neither_is_used(tl: "Tl", site: Path, anna: Path) -> None:
    grip(site)
    doors = {"rules": {"wrist": "wrist_book:BOOK"}}
    distribution(
        site, "wrist-rules", doors, wrist_book=rule_module(name="many-sets-of-wrist", key="w_2031")
    )
    report = told(tl, anna)
    assert "XY101" not in {flag["code"] for flag in report["flags"]}
    assert "rule code XY101 is also in wrist-rules 1.0 (grip-rules 1.0)" in faults(report)
    assert "rule code XY101 is also in grip-rules 1.0 (wrist-rules 1.0)" in faults(report)
    asked = tl("explain", "XY101")
    assert asked.code == 2 and asked.out == ""
    assert "rule code XY101 is also in wrist-rules 1.0 (grip-rules 1.0)" in asked.err
    chosen = tl("report", anna, *WHEN, "--format", "json", TL_LOAD_PLUGINS="grip-rules")
    assert flag_of(json.loads(chosen.out), "XY101")["name"] == "many-sets-of-grip"


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"name": "many-sets-of-grip", "key": "w_2031"}, "rule name many-sets-of-grip"),
        ({"name": "wrist", "key": "grip_2031", "cited": "Other"}, "source grip_2031"),
    ],
)
def test_names_and_sources_have_one_owner(
    tl: "Tl", site: Path, even: Path, changed: dict[str, str], what: str
) -> None:
    grip(site)
    module = rule_module(code="XY102", **changed)
    distribution(site, "wrist-rules", {"rules": {"w": "wrist_book:BOOK"}}, wrist_book=module)
    assert f"{what} is also in wrist-rules 1.0" in faults(told(tl, even))


def test_two_books_that_cite_the_same_source_get_along(tl: "Tl", site: Path, anna: Path) -> None:
    grip(site)
    module = rule_module(code="XY102", name="wrist")
    distribution(site, "wrist-rules", {"rules": {"w": "wrist_book:BOOK"}}, wrist_book=module)
    report = told(tl, anna)
    assert {"XY101", "XY102"} <= {flag["code"] for flag in report["flags"]}
    assert faults(report) == ""
