"""Published targets of the creep model, read from ``flexion_targets.toml``."""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from tl_analyzer.load.flexion import Segment


class Readout(StrEnum):
    """What of a simulated exposure is compared."""

    #: Angle at the end. [deg]
    CREEP = "creep"
    #: Creep after the rest over creep before it. [1]
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Target:
    """One published number, or range, and the exposure it was measured in."""

    name: str
    readout: Readout
    low: float
    high: float
    unit: str
    tolerance: float
    reference: str
    note: str
    on_min: float
    off_min: float = 0.0
    bouts: int = 1
    u: float = 1.0
    rest_min: float = 0.0

    @property
    def published(self) -> str:
        """The value, or the ends of the range, as text."""
        return f"{self.low:g}" if self.low == self.high else f"{self.low:g}-{self.high:g}"

    def exposure(self) -> list[Segment]:
        """The bouts, with standing between them and none after the last."""
        on, off = Segment(self.on_min, self.u), Segment(self.off_min, 0.0)
        return [on, *[off, on] * (self.bouts - 1)]

    def simulated(self, creep: Callable[[Sequence[Segment]], float]) -> float:
        """What a model gives for the readout."""
        flexed = self.exposure()
        after = creep([*flexed, Segment(self.rest_min, 0.0)])
        return after / creep(flexed) if self.readout is Readout.LEFT else after

    def residual(self, simulated: float) -> float:
        """Distance of a simulated readout from the target. [tolerances]"""
        return (simulated - min(max(simulated, self.low), self.high)) / self.tolerance


def targets() -> tuple[Target, ...]:
    """All targets, in the order of the file."""
    text = files("calibration").joinpath("flexion_targets.toml").read_text(encoding="utf-8")
    return tuple(
        Target(
            name=row["name"],
            readout=Readout(row["readout"]),
            low=row["low"] if "low" in row else row["value"],
            high=row["high"] if "high" in row else row["value"],
            unit=row["unit"],
            tolerance=row["tolerance"],
            reference=row["reference"],
            note=row["note"],
            on_min=row["on_min"],
            off_min=row.get("off_min", 0.0),
            bouts=row.get("bouts", 1),
            u=row.get("u", 1.0),
            rest_min=row.get("rest_min", 0.0),
        )
        for row in tomllib.loads(text)["target"]
    )
