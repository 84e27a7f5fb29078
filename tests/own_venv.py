"""Environments of their own for packages of others: they see this one, and hide nothing from it."""

import os
import site
import subprocess
import sys
import venv
from pathlib import Path

import pytest

#: How long one command may take. [s]
PATIENCE_S = 300


class Environment:
    """A virtual environment with ``tl``, ``pip`` and ``python``, without a network.

    Parameters
    ----------
    folder : Path
        Where it is made.
    """

    def __init__(self, folder: Path) -> None:
        venv.create(folder, with_pip=False)
        self.bin = folder / "bin"
        (packages,) = folder.glob("lib/python*/site-packages")
        # Folders of a .pth file alone would leave out what is installed editable there.
        seen = [line for path in site.getsitepackages() for line in (f"addsitedir({path!r})",)]
        (packages / "seen.pth").write_text(f"import site; {'; '.join(f'site.{s}' for s in seen)}\n")
        self._script("pip", '-m pip "$@"')
        self._script("tl", '-c "from tl_analyzer.cli.start import main; main()" "$@"')

    def _script(self, name: str, arguments: str) -> None:
        path = self.bin / name
        path.write_text(f'#!/bin/sh\nexec "{self.bin}/python" {arguments}\n')
        path.chmod(0o755)

    def run(self, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, or another one of the shell."""
        return subprocess.run(
            command,
            cwd=cwd,
            env=self._variables,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )

    def done(self, *command: str, cwd: Path) -> str:
        """Run a program that has to succeed; what it printed."""
        result = self.run(*command, cwd=cwd)
        assert result.returncode == 0, f"{' '.join(command)}\n{result.stdout}\n{result.stderr}"
        return result.stdout

    @property
    def _variables(self) -> dict[str, str]:
        home = self.bin.parent / "home"
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "TL_", "PIP_"))}
        return kept | {
            "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}",
            "VIRTUAL_ENV": str(self.bin.parent),
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "PIP_NO_INDEX": "1",
            "PIP_NO_DEPS": "1",
            # To pip this means that there is none: what builds is the hatchling seen here.
            "PIP_NO_BUILD_ISOLATION": "0",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }


def make_environment(folder: Path) -> Environment:
    """An environment, or a skip that names what is missing."""
    for name in ("hatchling", "pip"):
        pytest.importorskip(name, reason=f"{name} not installed: pip install {name}")
    if sys.platform == "win32":
        pytest.skip("the environment is made for a POSIX shell")
    return Environment(folder)
