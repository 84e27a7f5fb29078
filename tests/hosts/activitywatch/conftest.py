"""A real server of ActivityWatch on a port and with files of its own, and ``tl`` beside it."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import ProxyHandler, Request, build_opener

import pytest

#: How long the server may take to answer for the first time. [s]
START_S = 30.0

SERVE = "import sys; from aw_server.main import main; sys.argv[0] = 'aw-server'; main()"

#: Weekdays of 2026-W46 at the desk from 8 to 12 and from 13 to 17 o'clock in Berlin, as the AFK
#: watcher of this computer would have written them, and a window that nobody may read.
FILL = """
import sys
from datetime import datetime, timedelta, timezone
from aw_client import ActivityWatchClient
from aw_core.models import Event

port = int(sys.argv[1])
client = ActivityWatchClient("aw-watcher-afk", testing=True, host="localhost", port=port)
afk, window = f"aw-watcher-afk_{sys.argv[2]}", f"aw-watcher-window_{sys.argv[2]}"
client.create_bucket(afk, "afkstatus")
client.create_bucket(window, "currentwindow")
events = []
for day in range(9, 14):
    for hour, status in ((7, "not-afk"), (11, "afk"), (12, "not-afk")):
        begin = datetime(2026, 11, day, hour, tzinfo=timezone.utc)
        length = timedelta(hours=1 if status == "afk" else 4)
        events.append(Event(timestamp=begin, duration=length, data={"status": status}))
client.insert_events(afk, events)
secret = Event(timestamp=events[0].timestamp, duration=60, data={"app": "x", "title": "secret"})
client.insert_events(window, [secret])
"""


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes
    ----------
    url : str
        Its address.
    python : Path
        Python of its environment.
    """

    url: str
    python: Path

    def ask(self, path: str) -> Any:
        """The answer to a request, as anybody on this computer gets it."""
        with build_opener(ProxyHandler({})).open(f"{self.url}/api/0/{path}", timeout=10) as answer:
            return json.load(answer)

    def fill(self, hostname: str = "desk") -> None:
        """Put a week at the desk into it, by the real client."""
        port = self.url.rpartition(":")[2]
        subprocess.run([self.python, "-c", FILL, port, hostname], check=True, timeout=60)

    def create(self, bucket: str, kind: str) -> None:
        """Make a bucket as some other program would."""
        self._send(bucket, {"client": "other", "type": kind, "hostname": "desk"})

    def put(self, bucket: str, event: dict[str, Any]) -> None:
        """Add an event to a bucket as some other program would."""
        self._send(f"{bucket}/events", [event])

    def _send(self, path: str, content: object) -> None:
        head = {"Content-Type": "application/json"}
        sent = json.dumps(content).encode()
        request = Request(f"{self.url}/api/0/buckets/{path}", data=sent, headers=head)
        build_opener(ProxyHandler({})).open(request, timeout=10).close()


@pytest.fixture
def aw_server(host_python: Callable[[str], Path], tmp_path: Path) -> Iterator[Server]:
    """A server without any bucket."""
    with serving(host_python("activitywatch"), tmp_path / "aw") as server:
        yield server


@contextmanager
def serving(python: Path, folder: Path) -> Iterator[Server]:
    """A server while the block runs; everything it writes lies in a folder."""
    folder.mkdir()
    homes = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    env = {**os.environ, **{name: str(folder) for name in homes}}
    port = free_port()
    command = [str(python), "-c", SERVE, "--testing", "--host", "localhost", "--port", str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, env=env, stdout=log, stderr=log)
    server = Server(f"http://localhost:{port}", python)
    try:
        _await(server, process, folder / "log")
        yield server
    finally:
        process.terminate()
        process.wait(timeout=10)


def _await(server: Server, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + START_S
    while process.poll() is None and time.monotonic() < until:
        try:
            assert server.ask("info")["testing"] is True
            return
        except URLError:
            time.sleep(0.1)
    pytest.fail(f"aw-server does not answer: {log.read_text(errors='replace')[-2000:]}")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@dataclass(frozen=True)
class Ended:
    """How a run of ``tl`` ended."""

    code: int
    out: str
    err: str


Tl = Callable[..., Ended]


@pytest.fixture
def tl(tmp_path: Path) -> Tl:
    """Run ``tl`` in a process of its own, with nobody's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TL_")}
    kept |= {"XDG_CONFIG_HOME": str(tmp_path / "config"), "TL_STORE": str(tmp_path / "log.sqlite")}

    def start(*arguments: str | Path) -> Ended:
        run = "from tl_analyzer.cli.start import main; main()"
        command = [sys.executable, "-c", run, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, env=kept, timeout=120)
        return Ended(done.returncode, done.stdout, done.stderr)

    return start


@pytest.fixture
def lifter(tmp_path: Path) -> Path:
    """An athlete who lifts on Thursday evening and says nothing about a desk."""
    folder = tmp_path / "anna"
    folder.mkdir()
    (folder / "profile.toml").write_text(
        'schema = 1\n[athlete]\nid = "anna"\ntimezone = "Europe/Berlin"\nunits = "kg"\n'
    )
    (folder / "strong.csv").write_text(strong("Pull"))
    return folder


def strong(title: str) -> str:
    """Three sets on 2026-11-12 at 18:00, as Strong exports them."""
    head = (
        "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;"
        "Distance (meters);Seconds;Notes;Workout Notes\n"
    )
    row = "1;2026-11-12 18:00:00;{};3600;Deadlift (Barbell);{};95;3;;;0.0;;\n"
    return head + "".join(row.format(title, n) for n in (1, 2, 3))
