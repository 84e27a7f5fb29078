"""A stranger's report format: chosen by its name, loaded when it is asked for, contained."""

import json
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.doors.conftest import WHEN
from tests.doors.strangers import distribution
from tl_analyzer.plugins import report_formats
from tl_analyzer.plugins.group import FORMATS
from tl_analyzer.plugins.report_formats import ReportFormat, added_format_names, formats_on_offer

if TYPE_CHECKING:
    from tests.doors.conftest import Tl


def formats(
    site: Path,
    line: str = "return report.headline + '\\n'",
    kind: str = "ReportFormat",
    name: str = "one-line",
    who: str = "lines",
) -> None:
    text = (
        f"from tl_analyzer.report_format import {kind}, Layout, WeeklyReport\n"
        f"def write(report: WeeklyReport, layout: Layout):\n    {line}\n"
        f"FORM = {kind}(contract=1, write=write)\n"
    )
    doors = {"formats": {name: f"{who}_format:FORM"}}
    distribution(site, f"{who}-format", doors, **{f"{who}_format": text})


def test_it_writes_the_report(tl: "Tl", site: Path, anna: Path, tmp_path: Path) -> None:
    formats(site)
    done = tl("report", anna, *WHEN, "--format", "one-line")
    assert (done.code, done.err) == (0, "")
    headline = json.loads(tl("report", anna, *WHEN, "--format", "json").out)["headline"]
    assert done.out == f"{headline}\n"
    out = tmp_path / "week.txt"
    assert tl("report", anna, *WHEN, "--format", "one-line", "--out", out).code == 0
    assert out.read_text() == done.out
    assert out.stat().st_mode & 0o077 == 0


def test_python_asks_for_it_by_name(site: Path, anna: Path) -> None:
    formats(site)
    probe = (
        f"import sys\nsys.path.insert(0, {str(site)!r})\nimport tl_analyzer as tl\n"
        f"report = tl.weekly_report(tl.read({str(anna)!r}), {WHEN[1]!r}, as_of={WHEN[3]!r})\n"
        "print(tl.render(report, 'one-line') == report.headline + '\\n')\n"
        "print(tl.render_bytes(report, 'one-line') == tl.render(report, 'one-line').encode())\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True)
    assert done.stdout == "True\nTrue\n", done.stderr


def test_what_is_no_text_goes_to_a_file(tl: "Tl", site: Path, anna: Path, tmp_path: Path) -> None:
    formats(site, "return b'\\x00\\xff'", "BinaryReportFormat")
    out = tmp_path / "week.bin"
    assert tl("report", anna, *WHEN, "--format", "one-line", "--out", out).code == 0
    assert out.read_bytes() == b"\x00\xff"


def test_an_unknown_one_is_answered_with_all_names(tl: "Tl", site: Path, anna: Path) -> None:
    formats(site)
    done = tl("report", anna, *WHEN, "--format", "one-lin")
    assert done.code == 2
    assert "one-line" in done.err and "'pdf'" in done.err and "Did you mean" in done.err


def test_it_is_not_loaded_for_help_or_another_format(tl: "Tl", site: Path, anna: Path) -> None:
    formats(site)
    (site / "lines_format.py").write_text("raise SystemExit('loaded')\n")
    assert tl("report", "--help").code == 0
    assert tl("report", anna, *WHEN).code == 0
    assert "loaded" not in tl("report", anna, *WHEN, "--format", "nope").err


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("raise ValueError('no')", "ValueError: no"),
        ("return chr(0xD800)", "wrote what is no text"),
        ("return 7", "returned int instead of str"),
        ("return b'x'", "returned bytes instead of str"),
        ("raise SystemExit(0)", "SystemExit"),
        ("import time; time.sleep(600)", "gave no sign of life"),
    ],
)
def test_one_that_fails_is_named_and_leaves_nothing(
    tl: "Tl", site: Path, anna: Path, tmp_path: Path, line: str, why: str
) -> None:
    formats(site, line)
    out, mail = tmp_path / "week.txt", tmp_path / "week.eml"
    options = ("--format", "one-line", "--out", out, "--mail", mail)
    done = tl("report", anna, *WHEN, *options, TL_PLUGIN_PATIENCE="0.01")
    assert (done.code, done.out) == (2, "")
    assert "the format 'one-line' of lines-format 1.0 failed" in done.err and why in done.err
    assert not out.exists() and not mail.exists()


def test_what_it_prints_is_not_in_the_page(tl: "Tl", site: Path, anna: Path) -> None:
    formats(site, "print('hello'); return 'page'")
    assert tl("report", anna, *WHEN, "--format", "one-line").out == "page"


def test_a_name_of_ours_stays_ours(tl: "Tl", site: Path, anna: Path) -> None:
    formats(site, name="json")
    done = tl("report", anna, *WHEN, "--format", "json")
    assert done.code == 0
    (fault,) = json.loads(done.out)["diagnostics"]
    assert fault["file"] == "report format json"
    assert "format json is also in tl-analyzer" in fault["found"]
    assert "lines-format 1.0" in fault["found"]


def test_of_two_with_one_name_neither_is_used(tl: "Tl", site: Path, anna: Path) -> None:
    formats(site)
    formats(site, who="rows")
    done = tl("report", anna, *WHEN, "--format", "one-line")
    assert done.code == 2
    assert "lines-format 1.0" in done.err and "rows-format 1.0" in done.err


def test_a_newer_contract_is_refused(tl: "Tl", site: Path, anna: Path) -> None:
    formats(site)
    module = site / "lines_format.py"
    module.write_text(module.read_text().replace("contract=1", "contract=2"))
    done = tl("report", anna, *WHEN, "--format", "one-line")
    assert done.code == 2
    assert "needs report format contract 2" in done.err and "lines-format" in done.err


@pytest.mark.parametrize("name", ["Lines", "../lines", "\x1b[31m", "x" * 31, "1line"])
def test_a_name_is_plain(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    strange = EntryPoint(name, "lines:FORM", FORMATS.name)
    monkeypatch.setattr(report_formats, "wanted", lambda group: (strange,))
    (offer,) = formats_on_offer()
    assert offer.error == "its name is not like my-format"
    assert added_format_names() == ()
    assert report_formats.load_format(name) == offer


def test_what_writes_has_to_be_callable(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("strange_lines")
    vars(module)["FORM"] = ReportFormat(1, cast(Any, "write"))
    monkeypatch.setitem(sys.modules, "strange_lines", module)
    strange = EntryPoint("lines", "strange_lines:FORM", FORMATS.name)
    monkeypatch.setattr(report_formats, "wanted", lambda group: (strange,))
    offer = report_formats.load_format("lines")
    assert offer is not None and offer.value is None
    assert "nothing to be called in `write`" in offer.error
