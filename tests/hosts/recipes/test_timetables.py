"""The crontab and the systemd units: understood by their hosts, and what they start runs."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.hosts.recipes.conftest import RECIPES, Home

#: Least and greatest value of minute, hour, day, month and day of the week.
FIELDS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))


def crontab() -> list[tuple[list[str], str]]:
    """Fields and command of every line that starts something."""
    text = (RECIPES / "weekly-report.crontab").read_text()
    assert text.endswith("\n"), "cron passes by a last line that does not end"
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    started = [line for line in lines if not re.match(r"[A-Z_]+\s*=", line)]
    return [(line.split(None, 5)[:5], line.split(None, 5)[5]) for line in started]


def test_every_line_of_the_crontab_has_five_sane_fields() -> None:
    assert len(crontab()) == 3
    for fields, command in crontab():
        for field, (least, greatest) in zip(fields, FIELDS, strict=True):
            assert field == "*" or least <= int(field) <= greatest, command
        assert re.search(r"(?<!\\)%", command) is None, "cron ends a command at a bare percent sign"


@pytest.mark.parametrize(("line", "code"), [(0, 0), (1, 1), (2, 0)])
def test_every_command_of_the_crontab_runs(home: Home, line: int, code: int) -> None:
    done = home.run("/bin/sh", "-c", crontab()[line][1])
    assert (done.returncode, done.stderr) == (code, "")


def test_the_roster_of_the_crontab_is_there(home: Home) -> None:
    for _monday in range(2):
        assert home.run("/bin/sh", "-c", crontab()[2][1]).returncode == 0
    assert (home.folder / "monday" / "athletes" / "robin.html").is_file()


def unit(name: str, key: str) -> str:
    """The one value of a key of a unit."""
    (value,) = re.findall(rf"^{key}=(.*)$", (RECIPES / name).read_text(), flags=re.MULTILINE)
    assert isinstance(value, str)
    return value


def test_systemd_takes_both_units(home: Home) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed: apt-get install systemd")
    units = [shutil.copy(RECIPES / name, home.folder) for name in units_by_name()]
    done = home.run("systemd-analyze", "--user", "verify", *units, XDG_RUNTIME_DIR=str(home.folder))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def units_by_name() -> tuple[str, str]:
    return "tl-weekly.service", "tl-weekly.timer"


def test_what_the_service_starts_runs_and_a_flag_is_no_failure(home: Home) -> None:
    command = unit("tl-weekly.service", "ExecStart").replace("%h", str(home.folder))
    done = home.run(*shlex.split(command))
    assert (str(done.returncode), done.stderr) == (
        unit("tl-weekly.service", "SuccessExitStatus"),
        "",
    )
    assert len(list((home.folder / "reports").iterdir())) == 2


def test_the_timer_starts_the_service_of_its_name() -> None:
    service, timer = (Path(name).stem for name in units_by_name())
    assert service == timer
    assert unit("tl-weekly.timer", "OnCalendar") == "Mon 07:00"
