"""A stranger's package with one good adapter, which tests make worse."""

from tests.testing_kit.conftest import Stranger

PROJECT = """
[project]
name = "tl-scales"
[project.entry-points."tl_analyzer.adapters"]
{entries}
[tool.pytest.ini_options]
addopts = ["-p", "tl_analyzer.testing"]
pythonpath = ["."]
testpaths = []
tl_samples = "samples"
"""

SCALE = '''
from tl_analyzer.adapter import provenance
from tl_analyzer.log import BodyMass, Problem, Tally, UnitBasis, Weight, WeightUnit, When
from datetime import date


class Scale:
    """Reads ``day;kg`` files."""

    name = "scale"
    recognised = "day;kg"
    contract = 1
    head = b"day;kg"
    bias = 0.0

    def recognises(self, file):
        return file.head.startswith(self.head)

    def read(self, file, reading):
        rows = file.read().decode("utf-8", "replace").splitlines()[1:]
        refused = 0
        for line, row in enumerate(rows, start=2):
            try:
                day, kg = row.split(";")
                yield BodyMass(
                    start=When.from_date(date.fromisoformat(day), reading.zone),
                    mass=Weight(
                        value=float(kg) + self.bias, unit=WeightUnit.KG, basis=UnitBasis.STATED
                    ),
                    provenance=provenance(self, file, line),
                )
            except ValueError:
                refused += 1
                yield Problem(file=file.name, line=line, found="a row", expected="day;kg", hint="?")
        yield self.account(file, len(rows), refused)

    def account(self, file, total, refused):
        return Tally(
            file=file.name, adapter=self.name, unit="row", total=total, read=total - refused,
            refused=refused,
        )
'''

ROWS = "2026-11-09;80.5\n2026-11-10;80.1\nno row\n"


def scales(stranger: Stranger) -> None:
    stranger.write("pyproject.toml", PROJECT.format(entries='scale = "tl_scales:Scale"'))
    stranger.write("tl_scales.py", SCALE)
    stranger.write("samples/home.csv", "day;kg\n" + ROWS)
