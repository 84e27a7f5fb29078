"""Loading the plugin: light, and harmless when the analysis cannot be loaded."""

import os
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.hosts.datasette.conftest import Ask, sql
from tl_analyzer.store.migrations import APPLICATION, LAYOUT
from tl_datasette import store_file

_LOADED = """
import sys
import datasette.app
before = set(sys.modules)
import tl_datasette.plugin
print(*sorted({name.partition(".")[0] for name in set(sys.modules) - before}))
"""


def test_the_plugin_loads_nothing_but_itself(host_python: Callable[[str], Path]) -> None:
    # Datasette loads plugins as it starts; here it is kept from that, to see what ours brings.
    asked = "import sys; sys._called_from_test = True\n" + _LOADED
    ended = subprocess.run(
        [host_python("datasette"), "-c", asked], capture_output=True, text=True, check=True
    )

    assert ended.stdout.split() == ["tl_datasette"]


def test_a_broken_analysis_breaks_nothing_else(ask: Ask, store: Path, tmp_path: Path) -> None:
    (tmp_path / "tl_analyzer").mkdir()
    (tmp_path / "tl_analyzer" / "__init__.py").write_text("raise RuntimeError('broken on purpose')")
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE t (x)")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    env = {**os.environ, "PYTHONPATH": path}

    assert ask("/other", other, store, env=env).found
    assert ask(sql("SELECT count(*) FROM log_sets"), store, env=env).rows == [[191]]
    judged = ask(sql("SELECT tl_severity('robin', '2026-W46')"), store, env=env)
    assert judged.rows == [[None]]
    page = ask("/-/tl/robin", store, env=env)
    assert "broken on purpose" in page.text
    assert "Traceback" not in page.text + page.complaints


def test_the_marks_of_a_store_are_those_of_the_store() -> None:
    assert (store_file.APPLICATION, store_file.LAYOUT) == (APPLICATION, LAYOUT)


def test_a_store_of_another_layout_is_not_touched(ask: Ask, store: Path, tmp_path: Path) -> None:
    older = tmp_path / "log.sqlite"
    older.write_bytes(store.read_bytes())
    with closing(sqlite3.connect(older)) as connection:
        connection.execute(f"PRAGMA user_version = {LAYOUT - 1}")

    page = ask("/-/tl", older)
    assert not page.found
    assert "`tl report --store FILE` brings an older one up" in page.text
    assert "no such function" in ask(sql("SELECT tl_severity('robin', '2026-W46')"), older).text
    assert not list(tmp_path.glob("*.layout-*"))
