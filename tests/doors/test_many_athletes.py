"""A stranger's rule in other processes and threads: the fleet, the roster, a host's thread."""

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.doors.conftest import WHEN
from tests.doors.strangers import grip

if TYPE_CHECKING:
    from tests.doors.conftest import Tl


def test_the_fleet_judges_by_it(tl: "Tl", site: Path, anna: Path, tmp_path: Path) -> None:
    grip(site)
    logs, found = tmp_path / "logs", tmp_path / "found"
    folder = tmp_path / "all"
    folder.mkdir()
    anna.rename(folder / "anna")
    assert tl("fleet", "--import", folder, logs, "--format", "json").code == 0
    done = tl("fleet", logs, found, *WHEN, "--format", "json", "--jobs", "2")
    assert done.code == 0, done.err
    (flags,) = (found / "flags").iterdir()
    rows = [json.loads(line) for line in flags.read_text().splitlines()]
    assert {"XY101", "TL101"} <= {row["code"] for row in rows}


def test_a_roster_goes_on_when_it_fails(tl: "Tl", site: Path, anna: Path, tmp_path: Path) -> None:
    grip(site, body="raise ValueError('no')")
    folder = tmp_path / "all"
    folder.mkdir()
    anna.rename(folder / "anna")
    done = tl("roster", folder, *WHEN)
    assert (done.code, done.err) == (0, "")
    assert "TL101" in done.out


def test_a_thread_of_a_host_gets_the_same_flags(site: Path, anna: Path) -> None:
    grip(site)
    probe = (
        "import sys, threading\n"
        f"sys.path.insert(0, {str(site)!r})\n"
        "import tl_analyzer as tl\n"
        "codes = []\n"
        "def ask():\n"
        f"    report = tl.weekly_report(tl.read({str(anna)!r}), {WHEN[1]!r}, as_of={WHEN[3]!r})\n"
        "    codes.append({flag.code for flag in report.flags})\n"
        "for _ in range(2):\n"
        "    asking = threading.Thread(target=ask)\n"
        "    asking.start()\n"
        "    asking.join()\n"
        "ask()\n"
        "print('XY101' in codes[0], codes[0] == codes[1] == codes[2])\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True)
    assert done.stdout == "True True\n", done.stderr
