"""The public inspector from npm drives the server, as it would any other."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import tl_analyzer as tl
from tests.hosts.mcp.conftest import PATIENCE_S, ROBIN, WEEK, Host

INSPECTOR = "@modelcontextprotocol/inspector@2"


@pytest.fixture(scope="module")
def npx(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`npx`, where it can fetch the inspector."""
    found = shutil.which("npx")
    if found is None:
        pytest.skip(f"npx is not installed: {INSPECTOR} cannot be run")
    look = ["npm", "view", INSPECTOR, "version", "--fetch-retries=0", "--fetch-timeout=20000"]
    try:
        seen = subprocess.run(look, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        pytest.skip(f"the npm registry does not answer: {INSPECTOR} cannot be fetched")
    if seen.returncode != 0:
        pytest.skip(f"the npm registry cannot be reached: {INSPECTOR} cannot be fetched")
    return Path(found)


def inspect(npx: Path, host: Host, folder: Path, *question: str) -> dict[str, Any]:
    command = [str(npx), "-y", INSPECTOR, "--cli", *host.command("mcp", ROBIN), *question]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, **host.env},
        timeout=2 * PATIENCE_S,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    value: dict[str, Any] = json.loads(done.stdout)
    return value


def test_the_inspector_lists_and_calls(npx: Path, host: Host, tmp_path: Path) -> None:
    tools = inspect(npx, host, tmp_path, "--method", "tools/list")["tools"]
    assert {"weekly_report", "what_if"} <= {tool["name"] for tool in tools}
    given = [f"--tool-arg={name}={value}" for name, value in WEEK.items()]
    call = ("--method", "tools/call", "--tool-name", "weekly_report", *given)
    report = inspect(npx, host, tmp_path, *call)["structuredContent"]
    api = tl.weekly_report(tl.read(ROBIN), WEEK["week"], as_of=WEEK["as_of"])
    assert report["report"]["channels"] == api.model_dump(mode="json")["channels"]


def test_the_inspector_reads_and_prompts(npx: Path, host: Host, tmp_path: Path) -> None:
    rules = inspect(npx, host, tmp_path, "--method", "resources/read", "--uri", "tl://rules")
    assert "TL401" in rules["contents"][0]["text"]
    prompts = inspect(npx, host, tmp_path, "--method", "prompts/list")["prompts"]
    assert {prompt["name"] for prompt in prompts} == {"weekly_check_in", "morning_round"}
