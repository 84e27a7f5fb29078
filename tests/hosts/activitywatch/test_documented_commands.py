"""Every command of the page on ActivityWatch runs as it is written there, but for the port."""

import re
import shlex
from pathlib import Path

from tests.hosts.activitywatch.conftest import Server, Tl

PAGE = Path(__file__).parents[3] / "docs" / "hosts" / "activitywatch.md"


def test_the_documented_commands_run(aw_server: Server, tl: Tl, lifter: Path) -> None:
    commands = re.findall(r"^\$ tl (.*)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(commands) == 5
    assert tl("import", lifter).code == 0
    for command in commands:
        asked = command.replace("http://localhost:5600", aw_server.url)
        words = [str(lifter) if word == "training" else word for word in shlex.split(asked)]
        more = ("--url", aw_server.url) if words[0] == "connect" else ()
        done = tl(*words, *more)
        assert (done.code, done.err) == (0, ""), command
