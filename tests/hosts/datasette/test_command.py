"""``tl connect datasette``: the command it says, and the server it runs, for this computer only."""

import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from tests.hosts.datasette.conftest import EXAMPLE, PATIENCE_S
from tl_analyzer.cli.start import tl
from tl_datasette.command import command, datasette_arguments

_RUN = "from tl_datasette.command import command; command()"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(host_python: Callable[[str], Path]) -> Run:
    def ran(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        line = [str(host_python("datasette")), "-c", _RUN, *map(str, arguments)]
        return subprocess.run(line, capture_output=True, text=True, check=False)

    return ran


def test_the_command_line_is_said(run: Run, store: Path) -> None:
    said = run("--store", store).stdout

    assert "datasette serve" in said
    assert str(store) in said
    assert "--host 127.0.0.1" in said


def test_a_store_that_nobody_can_change_is_opened_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "log.sqlite"
    assert "--immutable" not in datasette_arguments(store, 8001)
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert datasette_arguments(store, 8001)[:3] == ["serve", "--immutable", str(store)]


def test_without_a_store_it_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    ended = run("--store", tmp_path / "none.sqlite")

    assert ended.returncode == 2
    assert "tl import" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_damaged_store_is_said_to_be_one(run: Run, store: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "log.sqlite"
    content = bytearray(store.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    damaged.write_bytes(content)

    ended = run("--store", damaged, "--serve", "--port", "1")

    assert ended.returncode == 2
    assert "cannot be served: database disk image is malformed" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_without_datasette_it_says_how_to_install_it(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    ended = CliRunner().invoke(command, ["--store", str(store)])

    assert ended.exit_code == 2
    assert "tl-analyzer[datasette]" in ended.stderr


def test_it_answers_on_this_computer_while_something_is_imported(
    host_python: Callable[[str], Path], store: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "log.sqlite"
    kept.write_bytes(store.read_bytes())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = [host_python("datasette"), "-c", _RUN, "--serve", "--store", kept, "--port", port]
    server = subprocess.Popen(
        list(map(str, line)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}/-/tl"
        assert b"casey" not in _page(address)
        folder = EXAMPLE.with_name("pound_lifter")
        ended = CliRunner().invoke(tl, ["import", str(folder), "--store", str(kept)])
        assert ended.exit_code == 0, ended.output
        assert b"casey" in _page(address)
        assert b"hinge [points]" in _page(f"{address}/casey")
    finally:
        server.terminate()
        server.wait(PATIENCE_S)


def _page(address: str) -> bytes:
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            with urlopen(address, timeout=PATIENCE_S) as answer:
                text: bytes = answer.read()
                return text
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
