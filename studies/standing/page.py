"""The page ``docs/standing.md``: figures in tables, the decision in a sentence."""

from collections.abc import Mapping, Sequence
from importlib.resources import files

from studies.standing.methods import BASELINES, Example
from studies.standing.score import Score
from studies.standing.settings import Decision, Settings
from tl_analyzer.parameters import Parameters

_NEEDED = """
What the product needs: breaks, and the longest unbroken stretch [min].

| method | breaks found | inferred, of them real | mean error | median | bias | worst shortfall | \
rides nearer / further |
|---|---|---|---|---|---|---|---|
"""

_BEHIND = """
Behind it: flexed time [min], single seconds, and the most that is said standing of one ride
(recorded: {most:.0%}).

| method | flexed: mean error | bias | seconds: precision | recall | most said of a ride |
|---|---|---|---|---|---|
"""


def page(
    examples: Sequence[Example],
    by_split: Mapping[str, Mapping[str, Score]],
    parameters: Parameters,
) -> str:
    """Write the page.

    Parameters
    ----------
    examples : sequence of Example
        The rides.
    by_split : mapping
        Scores of every method by the way rides were held out; the last one decides.
    parameters : Parameters
        Of the load model.
    """
    deciding = list(by_split.values())[-1]
    marks = examples[0].settings.decision
    won = winners(deciding, marks)
    facts = _facts(examples, deciding, parameters)
    title = "Inferred" if won else "Not inferred"
    decision = _decision(won, marks, list(by_split)[-1])
    parts = [_text("head.md").format(title=title, decision=decision, **facts)]
    for split, scores in by_split.items():
        parts.append(f"\n## {split[0].upper()}{split[1:]}\n{_NEEDED}")
        parts += [_needed(name, score) for name, score in scores.items()]
        parts.append(_BEHIND.format(**facts))
        parts += [_behind(name, score) for name, score in scores.items()]
    parts.append(_text("reading.md"))
    return "".join(parts)


def winners(scores: Mapping[str, Score], marks: Decision) -> list[str]:
    """Return the methods that reach every mark and beat every baseline on the longest stretch."""
    best = min(scores[name].longest_error for name in BASELINES)
    return [
        name
        for name, s in scores.items()
        if name not in BASELINES
        and s.inferred > 0
        and s.right / s.inferred >= marks.precision
        and s.found >= marks.recall * s.recorded
        and s.longest_error <= (1.0 - marks.gain) * best
    ]


def _decision(won: Sequence[str], marks: Decision, split: str) -> str:
    asked = (
        f"Asked for, {split}: at least {marks.precision:.0%} of the inferred breaks real, at least"
        f" {marks.recall:.0%} of the\nrecorded ones found, and a mean error of the longest stretch"
        f" {marks.gain:.0%} below that of the best baseline."
    )
    if won:
        return f"{asked} Reached by: {', '.join(won)}. The maintainers decide."
    return f"{asked}\n**No method reaches these marks, so standing is not inferred at all.**"


def _facts(
    examples: Sequence[Example], scores: Mapping[str, Score], parameters: Parameters
) -> dict[str, object]:
    settings: Settings = examples[0].settings
    riding_s = [int(e.ride.riding.sum()) for e in examples]
    standing_s = [int(e.ride.standing.sum()) for e in examples]
    allowed = parameters.number("uncertainty.unrecorded_standing")
    shares = [stood / rode for stood, rode in zip(standing_s, riding_s, strict=True)]
    return {
        "rides": len(examples),
        "devices": len({e.ride.device for e in examples}),
        "hours": sum(riding_s) / 3600.0,
        "standing": sum(standing_s) / 60.0,
        "share": sum(standing_s) / sum(riding_s),
        "least": min(shares),
        "most": max(shares),
        "breaks": next(iter(scores.values())).recorded,
        "with_breaks": next(iter(scores.values())).with_breaks,
        "break_s": parameters.number("flexion.break_s"),
        "unrecorded": allowed,
        "beyond": sum(share > allowed for share in shares),
        "draws": settings.random.draws,
        "precision": settings.decision.precision,
        **settings.features,
        **settings.smoothing,
        **settings.matching,
    }


def _needed(name: str, s: Score) -> str:
    return _row(
        name,
        f"{s.found:.3g} of {s.recorded}",
        f"{s.inferred:.3g}, {s.right:.3g}",
        f"{s.longest_error:.1f}",
        f"{s.longest_median:.1f}",
        f"{s.longest_bias:+.1f}",
        f"{s.longest_shortfall:.1f}",
        f"{s.better} / {s.worse}",
    )


def _behind(name: str, s: Score) -> str:
    return _row(
        name,
        f"{s.flexed_error:.1f}",
        f"{s.flexed_bias:+.1f}",
        f"{s.precision:.2f}" if s.most_said else "-",
        f"{s.recall:.2f}",
        f"{s.most_said:.0%}",
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def _text(name: str) -> str:
    return files("studies.standing").joinpath(name).read_text(encoding="utf-8")
