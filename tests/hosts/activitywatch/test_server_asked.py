"""What a server is asked, whatever key the environment holds and whatever a bucket is called."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tl_analyzer.activitywatch_server import KEY_VARIABLE, ActivityWatchServer
from tl_analyzer.remedy import RemediableError


class Asked(ThreadingHTTPServer):
    """A server that answers `answer` to everything, and keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://localhost:{self.server_port}"
        self.answer: object = {}
        self.requests: list[tuple[str, str, dict[str, str], bytes]] = []


class Handler(BaseHTTPRequestHandler):
    server: Asked

    def do_GET(self) -> None:
        self._keep(b"")

    def do_POST(self) -> None:
        self._keep(self.rfile.read(int(self.headers["Content-Length"])))

    def _keep(self, body: bytes) -> None:
        self.server.requests.append((self.command, self.path, dict(self.headers), body))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(self.server.answer).encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def asked() -> Iterator[Asked]:
    with Asked() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_blanks_around_a_key_are_not_part_of_it(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY_VARIABLE, " secret\r\n")
    ActivityWatchServer(asked.url).buckets()
    monkeypatch.setenv(KEY_VARIABLE, " ")
    ActivityWatchServer(asked.url).buckets()
    sent = [headers.get("Authorization") for _, _, headers, _ in asked.requests]
    assert sent == ["Bearer secret", None]


@pytest.mark.parametrize("key", ["sec\nret", "schlüssel", "sec\x1bret"])
def test_what_can_be_no_key_is_said_and_not_shown(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv(KEY_VARIABLE, key)
    with pytest.raises(RemediableError, match=KEY_VARIABLE) as told:
        ActivityWatchServer(asked.url).buckets()
    assert key not in f"{told.value.message}{told.value.remedy}"
    assert asked.requests == []


@pytest.mark.parametrize(
    ("bucket", "path"),
    [("a/b c+?#", "a%2Fb%20c%2B%3F%23"), ("Büro", "B%C3%BCro"), ("\ud800", "%ED%A0%80")],
)
def test_any_name_of_a_bucket_stays_one_part_of_the_address(
    asked: Asked, bucket: str, path: str
) -> None:
    asked.answer = []
    assert ActivityWatchServer(asked.url).events(bucket, "limit=1") == []
    assert asked.requests[0][1] == f"/api/0/buckets/{path}/events?limit=1"


def test_what_is_written_is_json_and_says_so(asked: Asked) -> None:
    server = ActivityWatchServer(asked.url)
    server.create_bucket("ours", client="tl", kind="training", hostname="desk")
    server.put_events("ours", [{"duration": 1}])
    assert [(kind, path, json.loads(body)) for kind, path, _, body in asked.requests] == [
        (
            "POST",
            "/api/0/buckets/ours",
            {"client": "tl", "type": "training", "hostname": "desk"},
        ),
        ("POST", "/api/0/buckets/ours/events", [{"duration": 1}]),
    ]
    kinds = {headers["Content-Type"] for _, _, headers, _ in asked.requests}
    assert kinds == {"application/json"}


@pytest.mark.parametrize("answer", [{}, [], {"hostname": 3}])
def test_a_server_that_names_no_computer_is_said(asked: Asked, answer: object) -> None:
    asked.answer = answer
    with pytest.raises(RemediableError, match="names no computer"):
        ActivityWatchServer(asked.url).hostname()


@pytest.mark.parametrize("end", ["#here", "?x=1", "/api"])
def test_an_address_is_nothing_but_scheme_host_and_port(end: str) -> None:
    with pytest.raises(RemediableError, match="no server on this computer"):
        ActivityWatchServer(f"http://localhost:5600{end}")
