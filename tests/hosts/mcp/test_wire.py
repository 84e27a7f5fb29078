"""Standard output holds the protocol and nothing else; the command loads nothing before it runs."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.hosts.mcp.conftest import ROBIN, WEEK, Host, call, values_of

#: Prints in every way there is: by Python, by the descriptor, by a child process.
SHOUTING = """
import os, subprocess, sys

def shout(where):
    print("noise", where)
    print("noise without an end", where, end="")
    sys.__stdout__.write("noise of the first hour")
    os.write(1, b"noise below Python\\n")
    subprocess.run(["echo", "noise of a child"], check=False)
"""

#: An adapter that does so.
NOISY = """
from shouting import shout

shout("on import")

class Noisy:
    name = "noisy"
    contract = "1.0"
    def recognise(self, source):
        shout("on recognise")
        return False
"""

#: Some library that does so whenever the profile is read: at the start, and for each question.
NOISY_LIBRARY = """
import sys
from shouting import shout

def heard(event, given):
    if event == "open" and str(given[0]).endswith("profile.toml"):
        shout("on the profile")

sys.addaudithook(heard)
"""

HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-11-25",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}
READY = {"jsonrpc": "2.0", "method": "notifications/initialized"}

#: Ends the process at once when anything is asked of the network.
NO_NETWORK = """
import os, sys
ASKED = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname")
sys.addaudithook(lambda event, _: os._exit(99) if event in ASKED else None)
"""


@pytest.fixture
def noisy(tmp_path: Path) -> Path:
    """A folder with a plugin and a library that print."""
    folder = tmp_path / "plugins"
    about = folder / "noisy-1.0.dist-info"
    about.mkdir(parents=True)
    (folder / "shouting.py").write_text(SHOUTING)
    (folder / "noisy_plugin.py").write_text(NOISY)
    (folder / "sitecustomize.py").write_text(NOISY_LIBRARY)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: noisy\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[tl_analyzer.adapters]\nnoisy = noisy_plugin:Noisy\n")
    return folder


def test_what_others_print_does_not_reach_the_wire(host: Host, noisy: Path) -> None:
    asked = {"jsonrpc": "2.0", "id": 2, "method": "tools/call"}
    asked["params"] = {"name": "weekly_report", "arguments": WEEK}
    loud = Host(host.python, {**host.env, "PYTHONPATH": str(noisy)})
    with subprocess.Popen(
        loud.command("mcp", ROBIN),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"PATH": "/usr/bin:/bin", **loud.env},
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        for message in (HELLO, READY, asked):
            process.stdin.write(json.dumps(message) + "\n")
            process.stdin.flush()
        lines = [process.stdout.readline() for _ in range(2)]
        process.stdin.close()
        rest, told = process.stdout.read(), process.stderr.read()
    answers = {message["id"]: message for message in map(json.loads, lines)}
    assert answers[2]["result"]["structuredContent"]["report"]["week"] == WEEK["week"]
    assert rest == ""
    assert told.count("noise on the profile") >= 2
    assert process.returncode == 0


def test_nothing_is_asked_of_the_network(host: Host, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK)
    (answer,) = host.ask([ROBIN], call("weekly_report", **WEEK), env={"PYTHONPATH": str(tmp_path)})
    assert values_of(answer)["report"]["athlete"]["id"] == "robin"


def test_without_the_sdk_the_remedy_is_the_last_word(host: Host, tmp_path: Path) -> None:
    (tmp_path / "mcp.py").write_text("raise ImportError('not here', name='mcp')\n")
    bare = Host(host.python, {**host.env, "PYTHONPATH": str(tmp_path)})
    ended = bare.run("mcp", ROBIN)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.rstrip().endswith("pip install 'tl-analyzer[mcp]'")
    assert "Traceback" not in ended.stderr


def test_the_command_is_light_until_it_runs(host: Host) -> None:
    look = (
        "import sys, tl_mcp; print({'mcp', 'mcp_types', 'pydantic', 'pandas'} & set(sys.modules))"
    )
    done = subprocess.run(
        [host.python, "-c", look], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "set()\n"
