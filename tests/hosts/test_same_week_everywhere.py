"""One week asked through every door: command line, Python, a table, and three real hosts."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

import tl_analyzer as tl
import tl_analyzer.accessor
from tl_analyzer.report.json_report import rounded

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "desk_rider_lifter"
WEEK, AS_OF = "2026-W46", "2026-11-16T08:00:00+01:00"
CHANNELS = ("hinge", "overhead", "flexion", "rotation")
MEASURES = ("this_week", "usual", "unit")

#: How long one answer may take on a busy machine. [s]
PATIENCE_S = 180
_TL = "from tl_analyzer.cli.start import main; main()"
_LLM = "import sys; from llm.cli import cli; sys.argv[0] = 'llm'; cli()"
_MCP = Path(__file__).parent / "mcp" / "asking.py"

HostPython = Callable[[str], Path]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example athlete, imported."""
    file = tmp_path_factory.mktemp("store") / "log.sqlite"
    run([sys.executable, "-c", _TL, "import", EXAMPLE, "--store", file])
    return file


def run(line: Sequence[str | Path], said: str = "", **env: str | Path) -> str:
    """Standard output of a process that ends well."""
    done = subprocess.run(
        [str(word) for word in line],
        input=said,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        env={**os.environ, "PYTHONUTF8": "1", **{name: str(value) for name, value in env.items()}},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def by_command_line(store: Path, _: HostPython) -> Mapping[str, Any]:
    line: list[str | Path] = [
        "report",
        "--store",
        store,
        "--week",
        WEEK,
        "--as-of",
        AS_OF,
        "--format",
        "json",
    ]
    told: dict[str, Any] = json.loads(run([sys.executable, "-c", _TL, *line]))
    return told


def by_python(store: Path, _: HostPython) -> Mapping[str, Any]:
    robin = tl.stored("robin", store=store)
    return tl.weekly_report(robin, WEEK, as_of=AS_OF).model_dump(mode="json")


def by_table(store: Path, _: HostPython) -> Mapping[str, Any]:
    robin = tl.stored("robin", store=store)
    log = robin.log(WEEK)
    sets, rest = tl.frame(log, "sets"), log.model_copy(update={"strength": ()})
    asked: dict[str, Any] = {"profile": robin.profile, "beside": [rest], "as_of": AS_OF}
    exposure = sets.tl.exposure(WEEK, **asked).to_dict("index")
    flags = sets.tl.flags(WEEK, **asked).to_dict("records")
    return {
        "channels": exposure,
        "flags": [
            {**flag, "because": [{"value": flag["value"], "unit": flag["unit"]}]} for flag in flags
        ],
    }


def by_mcp(store: Path, host_python: HostPython) -> Mapping[str, Any]:
    python = host_python("mcp")
    asked = {
        "command": [str(python), "-c", _TL, "mcp", "--store", str(store), "--athlete", "robin"],
        "env": {},
        "mode": "auto",
        "questions": [("call", "weekly_report", {"week": WEEK, "as_of": AS_OF})],
    }
    (answer,) = json.loads(run([python, _MCP], json.dumps(asked)))
    told: dict[str, Any] = answer["structured_content"]["report"]
    return told


def by_datasette(store: Path, host_python: HostPython) -> Mapping[str, Any]:
    ask = (
        f"SELECT tl_channels('robin', '{WEEK}', '{AS_OF}'), tl_flags('robin', '{WEEK}', '{AS_OF}')"
    )
    path = f"/{store.stem}.json?{urlencode({'sql': ask})}"
    line: list[str | Path] = [
        "-m",
        "datasette",
        store,
        "--get",
        path,
        "--setting",
        "sql_time_limit_ms",
        "60000",
    ]
    ((channels, flags),) = json.loads(run([host_python("datasette"), *line]))["rows"]
    by_name = {each["channel"]: each for each in json.loads(channels)["channels"]}
    return {"channels": by_name, "flags": json.loads(flags)["flags"]}


def by_llm(store: Path, host_python: HostPython) -> Mapping[str, Any]:
    line = ["tl", "weekly", "--week", WEEK, "--as-of", AS_OF, "--format", "json"]
    told: dict[str, Any] = json.loads(run([host_python("llm"), "-c", _LLM, *line], TL_STORE=store))
    return told


DOORS = (by_command_line, by_python, by_table, by_mcp, by_datasette, by_llm)


def numbers(told: Mapping[str, Any]) -> object:
    """What every door must agree on: each channel beside usual, each flag with its first fact."""
    return rounded(
        [
            {name: {m: told["channels"][name][m] for m in MEASURES} for name in CHANNELS},
            [
                [
                    *(flag[part] for part in ("code", "severity", "confidence", "clears_when")),
                    flag["because"][0]["value"],
                    flag["because"][0]["unit"],
                ]
                for flag in told["flags"]
            ],
        ]
    )


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_the_same_week_has_the_same_numbers_by_every_door(
    door: Callable[[Path, HostPython], Mapping[str, Any]], store: Path, host_python: HostPython
) -> None:
    expected = tl.weekly_report(tl.read(EXAMPLE), WEEK, as_of=AS_OF).model_dump(mode="json")
    assert expected["flags"]
    assert numbers(door(store, host_python)) == numbers(expected)
