"""``--activitywatch``: a running server on this computer, asked for AFK events and nothing else."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tl_analyzer.activitywatch_server import Bounds
from tl_analyzer.cli.activitywatch_live import Extent, fetch_activitywatch
from tl_analyzer.remedy import RemediableError

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

UNTIL = datetime(2026, 11, 16, tzinfo=UTC)
EVENT = {
    "timestamp": "2026-11-12T08:00:00+00:00",
    "duration": 3600.0,
    "data": {"status": "not-afk"},
}
AFK = "aw-watcher-afk_desk pc+1/x"


@dataclass
class Watch:
    """A server like that of ActivityWatch; `answer` may put another body or status in place."""

    answer: Callable[[str], tuple[int, bytes]]
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    pause_s: float = 0.0
    url: str = ""


def usual(path: str) -> tuple[int, bytes]:
    if path == "/api/0/buckets/":
        buckets = {
            AFK: {"id": AFK, "type": "afkstatus", "events": []},
            "aw-watcher-window_pc": {"type": "currentwindow"},
            "odd": None,
        }
        return 200, json.dumps(buckets).encode()
    return 200, json.dumps([EVENT]).encode()


@pytest.fixture
def watch() -> Iterator[Watch]:
    state = Watch(usual)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append(self.path)
            state.headers.append(dict(self.headers))
            status, body = state.answer(self.path)
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "http://localhost:1/elsewhere")
            self.end_headers()
            for part in (body[:10], body[10:]):
                self.wfile.write(part)
                self.wfile.flush()
                time.sleep(state.pause_s)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


def test_afk_events_of_twenty_weeks_and_nothing_else_are_asked_for(watch: Watch) -> None:
    file = fetch_activitywatch(watch.url, UNTIL)
    listing, events = watch.asked
    assert listing == "/api/0/buckets/"
    path = urlsplit(events)
    assert unquote(path.path) == f"/api/0/buckets/{AFK}/events"
    assert "+" not in path.path and path.path.count("/") == 5
    assert parse_qs(path.query) == {
        "start": ["2026-06-28T00:00:00Z"],
        "end": ["2026-11-17T00:00:00Z"],
    }
    assert not any("window" in asked for asked in watch.asked)
    assert file.name == "activitywatch (live)"
    assert json.loads(file.read())["buckets"][AFK]["events"] == [EVENT]
    assert {head["Host"].partition(":")[0] for head in watch.headers} == {"localhost"}
    assert not any("Authorization" in head for head in watch.headers)


def test_a_key_of_the_environment_is_sent(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TL_ACTIVITYWATCH_KEY", "secret")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    fetch_activitywatch(watch.url, UNTIL)
    assert {head["Authorization"] for head in watch.headers} == {"Bearer secret"}


@pytest.mark.parametrize(
    "url",
    [
        "http://192.168.1.5:5600",
        "http://example.org",
        "https://localhost:5600",
        "http://localhost.example.org:5600",
        "http://127.0.0.1@example.org:5600",
        "http://user:word@localhost:5600",
        "http://localhost:5600/api/0/export",
        "http://localhost:5600?x=1",
        "http://localhost:99999",
        "http://[::2]:5600",
        "http://[::1",
        "localhost:5600",
        "file:///etc/hostname",
        "",
    ],
)
def test_only_this_computer_is_spoken_to(url: str) -> None:
    with pytest.raises(RemediableError, match="no server on this computer") as why:
        fetch_activitywatch(url, UNTIL)
    assert "http://localhost:5600" in why.value.remedy


@pytest.mark.parametrize(
    ("status", "hint"),
    [(404, "port"), (401, "TL_ACTIVITYWATCH_KEY"), (400, "localhost"), (500, ""), (302, "")],
)
def test_an_error_of_the_server_is_named(watch: Watch, status: int, hint: str) -> None:
    watch.answer = lambda path: (status, b"{}")
    with pytest.raises(RemediableError, match=f"answers {status}") as why:
        fetch_activitywatch(watch.url, UNTIL)
    assert hint in why.value.remedy
    assert len(watch.asked) == 1


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<html>", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "no list of buckets"),
        (b"x" * 3000, "more than 2000 bytes"),
        (json.dumps({str(n): {"type": "afkstatus"} for n in range(30)}).encode(), "AFK buckets"),
    ],
)
def test_an_answer_that_is_none_of_a_server(watch: Watch, body: bytes, said: str) -> None:
    watch.answer = lambda path: (200, body)
    bounds = Bounds(answer_bytes=200_000 if body[:1] == b"[" else 2000)
    with pytest.raises(RemediableError, match=said):
        fetch_activitywatch(watch.url, UNTIL, bounds, Extent(buckets=20))


def test_a_bucket_without_a_list_of_events(watch: Watch) -> None:
    watch.answer = lambda path: usual(path) if path.endswith("/") else (200, b"{}")
    with pytest.raises(RemediableError, match="no list of events"):
        fetch_activitywatch(watch.url, UNTIL)


@pytest.mark.parametrize(
    ("bounds", "said"),
    [(Bounds(silence_s=0.1), "timed out"), (Bounds(whole_s=0.1), "more than 0.1 s")],
)
def test_a_slow_answer_is_not_waited_for(watch: Watch, bounds: Bounds, said: str) -> None:
    watch.pause_s = 0.3
    with pytest.raises(RemediableError, match=said):
        fetch_activitywatch(watch.url, UNTIL, bounds)


def test_no_server_there(watch: Watch, free_port: int) -> None:
    with pytest.raises(RemediableError, match="refused") as why:
        fetch_activitywatch(f"http://[::1]:{free_port}", UNTIL)
    assert "running" in why.value.remedy
    assert watch.asked == []


@pytest.fixture
def free_port() -> int:
    """A port that nobody listens on."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.server_close()
    return server.server_port


def test_check_counts_the_live_source_and_only_when_asked(
    watch: Watch, tl: "Tl", athlete: Path
) -> None:
    asked = tl("check", athlete, "--activitywatch", watch.url)
    assert (asked.code, "activitywatch (live)" in asked.out) == (0, True)
    assert len(watch.asked) == 2
    assert "activitywatch" not in tl("check", athlete).out
    assert len(watch.asked) == 2


def test_the_report_counts_the_sitting_of_its_week(
    watch: Watch, tl: "Tl", athlete: Path, when: tuple[str, ...]
) -> None:
    asked = tl("report", athlete, *when, "--activitywatch", watch.url)
    assert (asked.code, asked.err) == (0, "")
    assert asked.out != tl("report", athlete, *when).out
    assert parse_qs(urlsplit(watch.asked[1]).query)["end"] == ["2026-11-16T23:00:00Z"]


@pytest.mark.parametrize("command", ["check", "report"])
def test_another_host_is_a_fault_of_usage(tl: "Tl", athlete: Path, command: str) -> None:
    ended = tl(command, athlete, "--activitywatch", "http://example.org:5600")
    assert (ended.code, ended.out) == (2, "")
