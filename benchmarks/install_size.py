"""What `pip install tl-analyzer` brings: every distribution without extras, and its size.

    python -m benchmarks.install_size [EXTRA...]

Sizes are those of the installed files, byte code left out. [MiB]
"""

import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_MIB = 1024.0**2


def closure(name: str, extras: Iterable[str] = ()) -> dict[str, float]:
    """Distributions that a distribution needs, itself included, with their size [MiB].

    Raises
    ------
    PackageNotFoundError
        If one of them is not installed.
    """
    found: dict[str, float] = {}
    waiting = [(name, tuple(extras))]
    while waiting:
        each, asked = waiting.pop()
        if canonicalize_name(each) not in found:
            found[canonicalize_name(each)] = _size(each)
            waiting += _needs(each, asked)
    return dict(sorted(found.items()))


def _needs(name: str, extras: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for text in distribution(name).requires or ():
        wanted = Requirement(text)
        marker = wanted.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield wanted.name, tuple(wanted.extras)


def _size(name: str) -> float:
    held = [file for file in distribution(name).files or () if file.suffix != ".pyc"]
    sizes = (file.locate() for file in held)
    return sum(path.stat().st_size for path in map(_path, sizes) if path.is_file()) / _MIB


def _path(located: object) -> Path:
    return Path(str(located))


def main() -> int:
    """Print the table."""
    try:
        found = closure("tl-analyzer", sys.argv[1:])
    except PackageNotFoundError as why:
        print(f"not installed: {why}")
        return 1
    print("| distribution | MiB |\n|---|---|")
    for name, size in found.items():
        print(f"| {name} | {size:.1f} |")
    print(f"| **{len(found)} in all** | **{sum(found.values()):.0f}** |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
