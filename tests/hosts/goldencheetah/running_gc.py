"""GoldenCheetah itself, on a screen that nobody sees, until it has done what is waited for."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

#: It needs three seconds; a loaded machine many more. [s]
PATIENCE_S = 90.0
_PAUSE_S = 0.25


def require_goldencheetah() -> None:
    for program in ("GoldenCheetah", "Xvfb"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed: apt-get install goldencheetah xvfb")


@contextmanager
def _screen() -> Iterator[str]:
    # It picks a free display by itself, and says which: two runs do not meet.
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1280x800x24",
        "-nolisten",
        "tcp",
    ]
    with subprocess.Popen(
        command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as screen:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            assert number, "Xvfb did not start"
            yield f":{number}"
        finally:
            _end(screen)


def run_until(
    done: Callable[[], bool], library: Path, athlete: str, home: Path, zone: str = "Europe/Berlin"
) -> None:
    """Start it on a library, wait until `done`, and end it: it never does so by itself."""
    runtime = home / "runtime"
    runtime.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _screen() as display, (home / "gc.log").open("wb") as log:
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime),
            "DISPLAY": display, "TZ": zone, "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        command = ["GoldenCheetah", "--debug", str(library), athlete]
        with subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        ) as running:
            try:
                end = time.monotonic() + PATIENCE_S
                while not done():
                    said = (home / "gc.log").read_text(errors="replace")[-2000:]
                    assert running.poll() is None, (
                        f"GoldenCheetah ended with {running.returncode}: {said}"
                    )
                    assert time.monotonic() < end, f"GoldenCheetah did not get there: {said}"
                    time.sleep(_PAUSE_S)
            finally:
                _end(running)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def shown(library: Path, athlete: str = "Robin") -> dict[str, dict[str, Any]]:
    """What GoldenCheetah shows: its cache, by file name; empty while there is none."""
    cache = library / athlete / "cache" / "rideDB.json"
    try:
        # It begins with a byte-order mark.
        rides = json.loads(cache.read_text(encoding="utf-8-sig"), strict=False)["RIDES"]
    except (OSError, ValueError):
        return {}
    return {ride["filename"]: ride for ride in rides}


def saved(path: Path) -> dict[str, Any]:
    """An activity that GoldenCheetah saved, once it is complete; empty before."""
    try:
        ride: dict[str, Any] = json.loads(path.read_text(encoding="utf-8-sig"))["RIDE"]
    except (OSError, ValueError):
        return {}
    return ride


def import_at_start(library: Path, athlete: str, folder: Path) -> None:
    """Have it import everything in a folder when it opens the athlete, without asking.

    GoldenCheetah 3.5 dies of an import into a library without any activity: there must be one.
    """
    rules = (
        f"<autoimportrules>\n\t<rule>\n\t\t<directory>{folder}</directory>\n"
        "\t\t<importrule>6</importrule>\n\t\t<copyFilesOnImport>0</copyFilesOnImport>\n"
        "\t</rule>\n</autoimportrules>\n"
    )
    config = library / athlete / "config"
    for name in ("autoimport.xml", "autoimportrules.xml"):
        (config / name).write_text(rules, encoding="utf-8")
