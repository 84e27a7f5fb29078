"""The files in a folder of samples."""

from collections.abc import Iterator
from pathlib import Path

from tl_analyzer.adapter import SourceFile
from tl_analyzer.testing.golden import SUFFIX

#: Ends of files that lie beside samples and are none.
_NO_SAMPLES = (SUFFIX, ".py", ".pyc", ".md", "~")


def is_sample(path: Path) -> bool:
    """Whether a file in the folder of samples is one."""
    return not path.name.startswith(".") and not path.name.endswith(_NO_SAMPLES)


def source(path: Path) -> SourceFile:
    """A sample as an adapter is given it."""
    return SourceFile.of_bytes(path.name, path.read_bytes())


def sources(folder: Path) -> Iterator[SourceFile]:
    """All samples of a folder and those in it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and is_sample(path):
            yield source(path)
