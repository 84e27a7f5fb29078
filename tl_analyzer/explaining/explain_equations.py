"""The equations behind a channel, as the functions that compute them document them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import getdoc

from tl_analyzer.finding import Channel
from tl_analyzer.load.flexion import creep_step, dose_step
from tl_analyzer.load.hinge import (
    ballistic_demand,
    damage_per_rep,
    demand,
    hinge_cross_check,
    hinge_index,
)
from tl_analyzer.load.overhead import extension_factor, overhead_dose
from tl_analyzer.load.rotation import loaded_reps
from tl_analyzer.load.strength import epley_1rm
from tl_analyzer.parameters import Parameter, Parameters

EQUATIONS: dict[Channel, tuple[Callable[..., object], ...]] = {
    Channel.HINGE: (
        epley_1rm,
        demand,
        ballistic_demand,
        damage_per_rep,
        hinge_index,
        hinge_cross_check,
    ),
    Channel.OVERHEAD: (epley_1rm, extension_factor, overhead_dose),
    Channel.FLEXION: (creep_step, dose_step),
    Channel.ROTATION: (loaded_reps,),
    Channel.SYMPTOMS: (),
    Channel.DATA: (),
}


@dataclass(frozen=True, slots=True)
class Equation:
    """One equation: what it says, its limits, and the sources of both."""

    statement: str
    limits: str
    sources: tuple[str, ...]


#: Where the coefficients of a channel stand in the parameters.
PREFIXES = {
    Channel.HINGE: "hinge",
    Channel.OVERHEAD: "overhead",
    Channel.FLEXION: "flexion",
}


def coefficients_of(channel: Channel, parameters: Parameters) -> tuple[Parameter, ...]:
    """Coefficients of a channel's equations; tables by lift or posture stand in the docs."""
    prefix = PREFIXES.get(channel)
    if prefix is None:
        return ()
    return tuple(p for rest, p in parameters.under(prefix).items() if "." not in rest)


def equations(channel: Channel) -> Iterator[Equation]:
    """Yield the equations behind a channel, in the order of the computation."""
    for function in EQUATIONS[channel]:
        sections = _sections(getdoc(function) or "")
        yield Equation(
            statement=_line(sections.get("", "")),
            limits=_line(sections.get("Notes", "")),
            sources=tuple(re.findall(r"\[([a-z0-9_]+)\]_", getdoc(function) or "")),
        )


def _sections(docstring: str) -> dict[str, str]:
    """Split a numpydoc docstring by its headings; the part before the first is ``""``."""
    parts = re.split(r"\n(\w+)\n-+\n", docstring)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def _line(text: str) -> str:
    without_keys = re.sub(r"\s*\[[a-z0-9_]+\]_", "", text).replace("``", "")
    said, _, formulas = without_keys.partition("::\n")
    lines = [" ".join(line.split()) for line in formulas.splitlines() if line.strip()]
    said = " ".join(said.split())
    return f"{said}: {'; '.join(lines)}." if lines else said
