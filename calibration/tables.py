"""What a calibration found, as tables of the docs and as data files."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files

from calibration.candidates import Fit
from calibration.targets import Target
from tl_analyzer.load.flexion import Segment, dose_after

Simulate = Callable[[Sequence[Segment]], float]

HEADER = "# Written by `python -m calibration.fit_flexion`: edit nothing here.\n"
HALF_LIVES_MIN = (30.0, 60.0, 120.0, 240.0)


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def model_rows(fits: Sequence[Fit], targets: Sequence[Target]) -> list[list[str]]:
    """One row a model: free numbers, misfit, score, and what it makes of three exposures."""
    shown = ("3 min on, 12 off, 4 bouts", "1 min on, 4 off, 10 bouts", "left after 2 min")
    by_name = {target.name: target for target in targets}
    rows = []
    for found in sorted(fits, key=lambda f: f.score):
        creep = found.candidate.creep(found.numbers)
        rows.append(
            [
                f"{found.candidate.name}: {found.candidate.says}",
                str(len(found.numbers)),
                f"{found.squares:.1f}",
                f"{found.score:.1f}",
                *(f"{by_name[name].simulated(creep):.2f}" for name in shown),
            ]
        )
    return rows


def residual_rows(creep: Simulate, targets: Sequence[Target]) -> list[list[str]]:
    """One row a target: published, simulated, misfit."""
    rows = []
    for target in targets:
        simulated = target.simulated(creep)
        rows.append(
            [
                target.name,
                f"{target.published} {target.unit}".removesuffix(" 1"),
                f"{simulated:.2f}",
                f"{target.tolerance:g}",
                f"{target.residual(simulated):+.1f}",
                f"`{target.reference}`",
            ]
        )
    return rows


def residual_file(creep: Simulate, squares: float, targets: Sequence[Target]) -> str:
    """The misfit of the model in use, for the package to read."""
    parts = [
        HEADER,
        "# The creep model in use against the published targets; residuals in tolerances.\n",
        f"squares = {squares:.2f}\n",
    ]
    for target in targets:
        simulated = target.simulated(creep)
        parts.append(
            f'\n[[residual]]\ntarget = "{target.name}"\npublished = "{target.published}"\n'
            f'simulated = {simulated:.3f}\nunit = "{target.unit}"\n'
            f"tolerance = {target.tolerance:g}\nresidual = {target.residual(simulated):.2f}\n"
            f'reference = "{target.reference}"\n'
        )
    return "".join(parts)


def models_file(fits: Sequence[Fit], targets: Sequence[Target]) -> str:
    """Every model that was compared, with its numbers and what it makes of every target."""
    parts = [HEADER, "# Every model that was compared, each at its best.\n"]
    for found in fits:
        creep = found.candidate.creep(found.numbers)
        parts.append(
            f'\n[[model]]\nname = "{found.candidate.name}"\nsays = "{found.candidate.says}"\n'
            f"squares = {found.squares:.2f}\nscore = {found.score:.2f}\n\n[model.numbers]\n"
        )
        parts += [
            f"{free.name} = {number:.3g} # {free.unit}\n"
            for free, number in zip(found.candidate.free, found.numbers, strict=True)
        ]
        parts.append("\n[model.simulated]\n")
        parts += [f'"{t.name}" = {t.simulated(creep):.2f}\n' for t in targets]
    return "".join(parts)


def variant_rows(fits: Mapping[str, Sequence[tuple[Fit, Sequence[Target]]]]) -> list[list[str]]:
    """One row a reading of the targets and model."""
    rows = []
    for name, found in fits.items():
        for each, targets in found:
            creep = each.candidate.creep(each.numbers)
            schedules = [t.simulated(creep) for t in targets if t.bouts > 1]
            rows.append(
                [name, each.candidate.name, f"{each.squares:.1f}"]
                + [f"{value:.2f}" for value in schedules]
            )
    return rows


def example_rows(creep: Simulate, levels: Mapping[str, float]) -> list[list[str]]:
    """One row an example: creep and, by half-life, carried dose at its end."""
    text = files("calibration").joinpath("flexion_examples.toml").read_text(encoding="utf-8")
    rows = []
    for example in tomllib.loads(text)["example"]:
        segments = [Segment(minutes, levels[name]) for minutes, name in example["stretches"]]
        doses = (dose_after(segments, half_life)[-1] for half_life in HALF_LIVES_MIN)
        rows.append([example["name"], f"{creep(segments):.2f}", *(f"{dose:.0f}" for dose in doses)])
    return rows
