"""The coach's pages of fifty athletes, as ``tl roster`` writes them."""

from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from studies.fifty_athletes.cast import cast
from studies.fifty_athletes.folders import write_athletes
from tl_analyzer.cli.start import tl

_WEEK = ("--week", "2026-W46", "--as-of", "2026-11-16T08:00:00+01:00")
#: Athletes whose pages are looked at: flags of every kind, care, nothing, a hostile name.
_LOOKED_AT = ("khalid", "dana", "anna", "mallory")


def roster_files(folder: Path) -> Iterator[Path]:
    """Write athletes and pages below a folder, and give the pages to be photographed.

    Raises
    ------
    RuntimeError
        If the roster cannot be made.
    """
    athletes, pages = folder / "fifty-athletes", folder / "roster"
    write_athletes(athletes, cast(seed=0))
    arguments = ("roster", str(athletes), *_WEEK, "--format", "html", "--out", str(pages))
    result = CliRunner().invoke(tl, arguments)
    if result.exit_code:
        raise RuntimeError(result.output)
    yield pages / "index.html"
    yield from (pages / "athletes" / f"{name}.html" for name in _LOOKED_AT)
