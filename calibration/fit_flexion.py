"""Fit the creep model to all published targets at once; print the residuals, write the results.

Writes the fitted numbers and the thresholds into the parameter file, the residuals as data, and
the tables of ``docs/flexion_model.md``. From the repository's root::

    python -m calibration.fit_flexion
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from calibration import tables
from calibration.candidates import CANDIDATES, EARLIER, IN_USE, LINEAR, ONE_LOADING, Fit, residuals
from calibration.fitting import fit, ranges
from calibration.parameter_file import with_numbers, with_table
from calibration.targets import targets
from calibration.thresholds import thresholds
from calibration.variants import variants
from tl_analyzer.load.flexion import posture_levels
from tl_analyzer.parameters import parse_parameters

PARAMETERS = Path("profiles/tl_profiles/default/flexion.toml")
RESIDUALS = Path("tl_analyzer/load/flexion_residuals.toml")
MODELS = Path("calibration/flexion_residuals.toml")
PAGE = Path("docs/flexion_model.md")


def rounded(found: Fit) -> Fit:
    """The fit with its numbers as the parameter file states them: three significant digits."""
    numbers = tuple(float(f"{number:.3g}") for number in found.numbers)
    misfit = residuals(found.candidate, numbers, targets())
    return Fit(found.candidate, numbers, sum(r * r for r in misfit))


def earlier() -> Fit:
    """The model that was in use before, as it was."""
    candidate = replace(ONE_LOADING, name="the earlier model", says="not fitted anew")
    misfit = residuals(candidate, EARLIER, targets())
    return Fit(candidate, EARLIER, sum(r * r for r in misfit))


def brief(number: float) -> str:
    """Two significant digits, for the ends of a range."""
    return f"{float(f'{number:.2g}'):g}"


def fields(found: Fit) -> dict[str, dict[str, str]]:
    """Fields of the parameter file, by key: fitted numbers with their ranges, and thresholds."""
    stated = rounded(found)
    written = {
        f"flexion.{free.name}": {"value": f"{number!r}", "low": brief(low), "high": brief(high)}
        for free, number, (low, high) in zip(
            stated.candidate.free, stated.numbers, ranges(found, targets()), strict=True
        )
    }
    levels = thresholds(stated.candidate.creep(stated.numbers), targets())
    return written | {key: {"value": f"{degrees!r}"} for key, degrees in levels.items()}


def pages(fits: list[Fit], stated: Fit, levels: Mapping[str, float]) -> dict[str, str]:
    """The tables of the docs, by name."""
    creep = stated.candidate.creep(stated.numbers)
    readings = {
        name: [(fit(candidate, changed), changed) for candidate in (IN_USE, LINEAR)]
        for name, changed in variants(targets()).items()
    }
    half_lives = [f"dose, {half_life:g} min" for half_life in tables.HALF_LIVES_MIN]
    return {
        "models": tables.markdown(
            [
                "model",
                "free numbers",
                "sum of squares",
                "score",
                "3:12 [deg]",
                "1:4 [deg]",
                "left after 2 min",
            ],
            tables.model_rows(fits, targets()),
        ),
        "residuals": tables.markdown(
            ["target", "published", "model", "tolerance", "misfit [tolerances]", "source"],
            tables.residual_rows(creep, targets()),
        ),
        "readings": tables.markdown(
            ["reading of the targets", "model", "sum of squares", "3:12 [deg]", "1:4 [deg]"],
            tables.variant_rows(readings),
        ),
        "examples": tables.markdown(
            ["from rest", "creep [deg]", *half_lives], tables.example_rows(creep, levels)
        ),
    }


def main() -> None:
    """Fit, print and write."""
    fits = [fit(candidate, targets()) for candidate in CANDIDATES]
    fits.append(earlier())
    (found,) = (f for f in fits if f.candidate is IN_USE)
    stated = rounded(found)
    written = with_numbers(PARAMETERS.read_text(encoding="utf-8"), fields(found))
    levels = posture_levels(parse_parameters(written))
    page = PAGE.read_text(encoding="utf-8")
    for name, table in pages(fits, stated, levels).items():
        page = with_table(page, name, table)
        print(f"{name}\n\n{table}")
    PARAMETERS.write_text(written, encoding="utf-8")
    creep = stated.candidate.creep(stated.numbers)
    RESIDUALS.write_text(tables.residual_file(creep, stated.squares, targets()), encoding="utf-8")
    MODELS.write_text(tables.models_file(fits, targets()), encoding="utf-8")
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
