"""A home folder as the recipes expect it, and a real ``tl`` on its PATH."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
RECIPES = ROOT / "examples" / "recipes"

#: Recipes take the last complete week; the example has its own, at its own moment.
TL = """\
#!/bin/sh
case $1 in
    report | plan | roster) set -- "$@" --week 2026-W46 --as-of 2026-11-16T08:00:00+01:00 ;;
esac
exec "{python}" -c 'from tl_analyzer.cli.start import main; main()' "$@"
"""


@dataclass(frozen=True)
class Home:
    """A home folder with exports, the script in ``bin`` and ``tl`` beside it.

    Attributes
    ----------
    folder : Path
        The folder.
    """

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a shell in it knows."""
        return {
            "HOME": str(self.folder),
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "TL_STORE": str(self.folder / "log.sqlite"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "LANG": "C.UTF-8",
        }

    def run(self, *command: str | Path, **more: str) -> "subprocess.CompletedProcess[str]":
        """Run a command in it."""
        return subprocess.run(
            [str(word) for word in command],
            cwd=self.folder,
            env={**self.environment, **more},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def leave(self, diary: str) -> None:
        """Replace everything in ``training`` beside the profile."""
        inputs = self.folder / "training" / "inputs"
        shutil.rmtree(inputs)
        inputs.mkdir()
        (inputs / "diary.csv").write_text(diary)

    def leave_in_store(self) -> None:
        """Put everything in ``training`` into the log store."""
        assert self.run("tl", "import", "training").returncode == 0


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """The example athlete's exports in ``training`` and, for a coach, in ``athletes/robin``."""
    example = ROOT / "examples" / "desk_rider_lifter"
    shutil.copytree(example, tmp_path / "training")
    shutil.copytree(example, tmp_path / "athletes" / "robin")
    programs = tmp_path / "bin"
    programs.mkdir()
    shutil.copy(RECIPES / "weekly-report.sh", programs)
    tl = programs / "tl"
    tl.write_text(TL.format(python=sys.executable))
    tl.chmod(0o755)
    return Home(tmp_path)
