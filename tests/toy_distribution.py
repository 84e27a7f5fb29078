"""Distributions of strangers, installed into a folder of the test."""

from collections.abc import Mapping
from pathlib import Path

ADAPTERS = "tl_analyzer.adapters"

#: A well-behaved adapter of files that begin with ``#toy``: one body mass a line.
TOY = """
from datetime import date
from tl_analyzer.adapter import provenance
from tl_analyzer.log import BodyMass, Problem, Tally, UnitBasis, Weight, WeightUnit, When

class Toy:
    name = "toy"
    recognised = "files of toys"
    contract = 1

    def recognises(self, file):
        return file.head.startswith(b"#toy")

    def mass(self, file, reading, row, kg):
        return BodyMass(
            start=When.from_date(date(2026, 11, 9), reading.zone),
            mass=Weight(value=kg, unit=WeightUnit.KG, basis=UnitBasis.STATED),
            provenance=provenance(self, file, row),
        )

    def tally(self, file, read):
        rows = dict(total=read, read=read, refused=0)
        return Tally(file=file.name, adapter=self.name, unit="row", **rows)

    def masses(self, file, reading):
        for row, line in enumerate(file.read().decode().splitlines()[1:], start=2):
            yield self.mass(file, reading, row, float(line))

    def read(self, file, reading):
        found = list(self.masses(file, reading))
        yield from found
        yield self.tally(file, len(found))
"""

#: Such a file.
TOY_FILE = "#toy\n70\n71\n72\n"


def install(
    site: Path,
    distribution: str,
    code: str,
    plugins: Mapping[str, str],
    group: str = ADAPTERS,
    version: str = "0.3",
) -> None:
    """Install a distribution of one module into a folder to import from.

    Parameters
    ----------
    site : Path
        The folder.
    distribution : str
        Its name; its module is named after it.
    code : str
        Source of the module.
    plugins : mapping of str to str
        Attributes of the module by the name of the entry point.
    group : str
        Group of the entry points.
    version : str
        Its version.
    """
    module = distribution.replace("-", "_")
    meta = site / f"{module}-{version}.dist-info"
    meta.mkdir(parents=True)
    (meta / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n"
    )
    lines = "".join(f"{name} = {module}:{attribute}\n" for name, attribute in plugins.items())
    (meta / "entry_points.txt").write_text(f"[{group}]\n{lines}")
    (site / f"{module}.py").write_text(code)
