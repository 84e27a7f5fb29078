"""Strangers' distributions that misbehave: named in one line each, and of no harm to all else."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.toy_distribution import TOY, TOY_FILE, install

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

#: A tenth of the time limits is long enough for toys.
PATIENCE = {"TL_PLUGIN_PATIENCE": "0.1"}

#: The flag that says that something could not be read.
INCOMPLETE = "TL806"

#: How a stranger fails: a line at the top of its module, and methods in the place of good ones.
MISDEEDS = {
    "raising": ("raise SystemError('no \\x1b[31mtoday')", ""),
    "exiting": ("import sys; sys.exit(0)", ""),
    "sleeping": ("import time; time.sleep(60)", ""),
    "printing": ("import os; print('LEAK'); os.write(1, b'LEAK'); os.system('echo LEAK')", ""),
    "asked-raises": ("", "def recognises(self, file): raise ValueError('LEAK\\nLEAK')"),
    "asked-exits": ("import sys", "def recognises(self, file): sys.exit(0)"),
    "asked-sleeps": ("import time", "def recognises(self, file): time.sleep(60)"),
    "asked-prints": (
        "import os",
        "def recognises(self, file): return bool(print('LEAK') or os.system('echo LEAK')) and 0",
    ),
    "asked-yes": ("", "def recognises(self, file): return 'yes'"),
    "asked-none": ("", "def recognises(self, file): pass"),
    "arguments": ("", "def __init__(self, path): pass"),
    "nameless": ("", "name = None"),
    "newer": ("", "contract = 2"),
}

READ_MISDEEDS = {
    "reads-raising": "raise ValueError('row 3')",
    "reads-exiting": "raise SystemExit(0)",
    "reads-sleeping": "__import__('time').sleep(60)",
    "reads-dicts": "yield {}",
    "reads-without-end": "yield from iter(lambda: self.mass(file, reading, 2, 70.0), None)",
    "reads-printing": "__import__('os').system('echo LEAK'); yield self.tally(file, 3)",
}


def _toy(name: str, line: str, method: str) -> str:
    code = TOY.replace('"toy"', f'"{name}"').replace("#toy", f"#{name}")
    return f"{line}\n{code}\n    {method}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    return site


@pytest.fixture
def crowd(site: Path, athlete: Path) -> str:
    """Every kind of stranger, and a file for each that reads."""
    for name, (line, method) in MISDEEDS.items():
        install(site, f"toys-{name}", _toy(name, line, method), {name: "Toy"})
    for name, line in READ_MISDEEDS.items():
        # The last body of a method counts.
        method = (
            "def read(self, file, reading):\n"
            f"        yield from self.masses(file, reading)\n        {line}\n"
        )
        install(site, f"toys-{name}", _toy(name, "", method), {name: "Toy"})
        (athlete / f"{name}.toy").write_text(TOY_FILE.replace("toy", name))
    return str(site)


def test_all_of_them_at_once_cost_nothing_but_their_own(
    tl_process: "Tl", crowd: str, athlete: Path, when: tuple[str, ...]
) -> None:
    plain = json.loads(tl_process("report", athlete, *when, "--format", "json").out)
    done = tl_process("report", athlete, *when, "--format", "json", PYTHONPATH=crowd, **PATIENCE)
    assert (done.code, done.err) == (0, "")
    report = json.loads(done.out)
    assert [f for f in report["flags"] if f["code"] != INCOMPLETE] == plain["flags"]
    told = [json.dumps(problem) for problem in report["diagnostics"]]
    for name in (*MISDEEDS, *READ_MISDEEDS):
        (line,) = [line for line in told if f"toys-{name} 0.3" in line]
        assert f"adapter {name}" in line


def test_they_are_listed_with_their_error_and_distribution(tl_process: "Tl", crowd: str) -> None:
    done = tl_process("adapters", PYTHONPATH=crowd, **PATIENCE)
    assert done.code == 0
    words = " ".join(done.out.split())
    assert "raising (toys-raising 0.3) cannot be used: SystemError: no" in words
    assert "exiting (toys-exiting 0.3) cannot be used: SystemExit: 0" in words
    assert "newer (toys-newer 0.3) cannot be used" in words
    assert "strength-csv (tl-analyzer" in words
    assert "\x1b" not in done.out
    assert "LEAK" not in done.out


def test_only_those_that_are_named_are_loaded(tl_process: "Tl", site: Path) -> None:
    install(site, "toys", "raise SystemError", {"toy": "Toy"})
    for only in ("strength-csv", ""):
        done = tl_process("adapters", PYTHONPATH=str(site), TL_LOAD_PLUGINS=only)
        assert done.code == 0
        assert "toys" not in done.out
        assert "strength-csv" in done.out
        assert ("apple-health" in done.out) == (only == "")


@pytest.mark.parametrize("where", [0, 2])
def test_no_plugins_leaves_only_what_is_shipped(
    where: int, tl_process: "Tl", site: Path, athlete: Path, when: tuple[str, ...]
) -> None:
    marks = site / "marks"
    install(site, "toys", f"open({str(marks)!r}, 'w').close()", {"toy": "Toy"})
    arguments = ["report", str(athlete), *when]
    arguments.insert(where, "--no-plugins")
    done = tl_process(*arguments, PYTHONPATH=str(site))
    assert done.code == 0
    assert "TL101" in done.out
    assert not marks.exists()


def test_two_who_claim_one_file_are_named_with_their_distributions(
    tl_process: "Tl", site: Path, athlete: Path
) -> None:
    install(site, "toys", TOY, {"toy": "Toy"})
    install(site, "toys-too", TOY.replace('"toy"', '"rival"'), {"rival": "Toy"}, version="1.1")
    (athlete / "a.toy").write_text(TOY_FILE)
    done = tl_process("check", athlete, PYTHONPATH=str(site))
    words = " ".join(done.out.split())
    assert "a file that rival (toys-too 1.1) and toy (toys 0.3) both recognise" in words
    chosen = tl_process("check", athlete, PYTHONPATH=str(site), TL_LOAD_PLUGINS="toys,strength-csv")
    assert "toy: 3 entries" in chosen.out


def test_ctrl_c_reaches_a_run_that_waits_for_a_stranger(site: Path, athlete: Path) -> None:
    begun = site / "begun"
    asked = f"open({str(begun)!r}, 'w').close(); __import__('time').sleep(60)"
    method = f"def recognises(self, file):\n        try: {asked}\n        except BaseException: 0\n"
    install(site, "toys", _toy("toy", "", method), {"toy": "Toy"})
    program = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from tl_analyzer.cli.start import main; main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, "check", str(athlete)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(site), "TL_PLUGIN_PATIENCE": "20"},
    ) as started:
        until = time.monotonic() + 60
        while not begun.exists() and time.monotonic() < until:
            time.sleep(0.02)
        started.send_signal(signal.SIGINT)
        out, said = started.communicate(timeout=60)
    assert (started.returncode, out, said.split()) == (130, b"", [b"interrupted"])


def test_what_prints_at_the_end_is_not_heard(
    tl_process: "Tl", site: Path, athlete: Path, when: tuple[str, ...]
) -> None:
    install(site, "toys", f"import atexit; atexit.register(print, 'LEAK')\n{TOY}", {"toy": "Toy"})
    done = tl_process("report", athlete, *when, "--format", "json", PYTHONPATH=str(site))
    assert json.loads(done.out)["flags"]


def test_verifying_looks_at_the_adapter_itself(
    tl_process: "Tl", site: Path, tmp_path: Path
) -> None:
    sample = tmp_path / "a.toy"
    sample.write_text(TOY_FILE)
    talks = "__import__('os').write(1, b'LEAK')"
    method = f"def read(self, file, reading):\n        {talks}\n        yield {{}}\n"
    install(site, "toys", _toy("toy", "", method), {"toy": "Toy"})
    done = tl_process("adapters", "--verify", sample, PYTHONPATH=str(site))
    assert done.code == 1
    assert "accounts for every row" in done.out
    assert "prints nothing: printed 'LEAK'" in done.out


def test_verifying_hears_what_is_printed_when_asked(
    tl_process: "Tl", site: Path, tmp_path: Path
) -> None:
    sample = tmp_path / "a.toy"
    sample.write_text(TOY_FILE)
    asked = "def recognises(self, file): return not print('ASKED')"
    install(site, "toys", _toy("toy", "", asked), {"toy": "Toy"})
    done = tl_process("adapters", "--verify", sample, PYTHONPATH=str(site))
    assert done.code == 1 and "recognises its sample: printed 'ASKED'" in done.out


def test_an_import_names_each_once(tl_process: "Tl", site: Path, athlete: Path) -> None:
    install(site, "toys", "raise SystemError", {"toy": "Toy"})
    install(site, "toys-asked", _toy("asked", *MISDEEDS["asked-prints"]), {"asked": "Toy"})
    (athlete / "more.csv").write_text((athlete / "strong.csv").read_text() + "\n")
    done = tl_process("import", athlete, PYTHONPATH=str(site))
    assert done.code == 0
    assert done.out.count("adapter toy: found SystemError") == 1
    assert done.out.count("printed 'LEAK LEAK' to standard output") == 1
    again = tl_process("report", "--week", "2026-W46", "--format", "json", PYTHONPATH=str(site))
    told = [problem["file"] for problem in json.loads(again.out)["diagnostics"]]
    assert told.count("adapter asked") == 1
