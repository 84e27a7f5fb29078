"""The page ``docs/sensitivity.md``."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from studies.sensitivity.logs import AthleteLog
from studies.sensitivity.moves import MOVED, Bound, ranged
from studies.sensitivity.tally import FlagTally, Tally
from tl_analyzer.finding import Channel
from tl_analyzer.parameters import Grade, Parameters
from tl_analyzer.rules.catalogue import RULES

#: How many parameters are named as those that decide most. [1]
NAMED = 5

#: Fewer weeks with a flag than this say little about how firm it is. [weeks]
ENOUGH = 5

NOTHING = "·"


@dataclass(frozen=True)
class Sample:
    """How the weeks were taken.

    Attributes
    ----------
    logs : tuple of AthleteLog
        The logs.
    count, seed : int
        Most weeks a log, and the seed of the draw.
    """

    logs: tuple[AthleteLog, ...]
    count: int
    seed: int


def page(sample: Sample, tally: Tally, parameters: Parameters) -> str:
    """Write the page."""
    logs = sample.logs
    return "".join(
        (
            _text("head.md").format(
                count=sample.count,
                others=sample.count - 1,
                seed=sample.seed,
                weeks=tally.weeks,
                logs=len(logs),
                stated=sum(a.stated for a in logs),
                strength=sum(bool(a.log.strength) for a in logs),
                rides=sum(bool(a.log.rides) for a in logs),
                desk=sum(bool(a.log.postures or a.profile.desk) for a in logs),
                diary=sum(bool(a.log.check_ins) for a in logs),
            ),
            _in_words(tally),
            "\n## Flags\n\n",
            *_flags(tally),
            "\n## Parameters\n\n",
            *_parameters(tally, parameters),
            "\n## What changed nothing\n\n",
            *_unmoved(tally, parameters),
        )
    )


def _in_words(tally: Tally) -> str:
    about_data = {rule.code for rule in RULES if rule.channel is Channel.DATA}
    data = [flag for code, flag in tally.flags.items() if code in about_data]
    body = [flag for code, flag in tally.flags.items() if code not in about_data]
    judged = {code: f for code, f in tally.flags.items() if code in tally.codes}
    least = sorted(
        (c for c, f in judged.items() if f.raised >= ENOUGH), key=lambda c: (_share(judged[c]), c)
    )
    solid = [c for c, f in tally.flags.items() if f.raised and f.firm == f.raised]
    lines = [
        f"- Flags on training and symptoms, raised at the default values in {_raised(body)} cases:"
        f" {_kept(body)} stay raised whichever single parameter moves to whichever end, and"
        f" {_firm(body)} at the same severity too.",
        f"- Flags on the log itself ({', '.join(sorted(about_data & tally.flags.keys()))}),"
        f" raised in {_raised(data)} cases: {_firm(data)} do not change.",
        "- Most verdicts are decided by "
        + ", ".join(f"`{key}` ({tally.sum_of(key)})" for key in tally.keys[:NAMED])
        + " (verdicts changed, both ends together).",
        f"- Most fragile of the flags raised in at least {ENOUGH} weeks: "
        + (
            ", ".join(f"{c} ({judged[c].firm} of {judged[c].raised} firm)" for c in least[:NAMED])
            or "none"
        )
        + ".",
        f"- Never changed by any move where raised: {', '.join(solid) or 'none'}.",
        "- Weeks just below a mark: some single move would raise "
        + (
            ", ".join(
                f"{code} in {flag.latent}"
                for code, flag in sorted(judged.items(), key=lambda item: -item[1].latent)[:NAMED]
                if flag.latent
            )
            or "nothing"
        )
        + " more weeks.",
    ]
    return "\n".join(lines) + "\n"


def _raised(flags: Sequence[FlagTally]) -> int:
    return sum(flag.raised for flag in flags)


def _kept(flags: Sequence[FlagTally]) -> str:
    return _of_raised(sum(flag.kept for flag in flags), flags)


def _firm(flags: Sequence[FlagTally]) -> str:
    return _of_raised(sum(flag.firm for flag in flags), flags)


def _of_raised(count: int, flags: Sequence[FlagTally]) -> str:
    return f"{count} ({_percent(count, _raised(flags))} %)"


def _flags(tally: Tally) -> Iterable[str]:
    yield _text("flags.md")
    names = {rule.code: rule.name for rule in RULES}
    for code, flag in tally.flags.items():
        key = tally.decisive(code)
        by = f"`{key}`" if key else NOTHING
        weeks = f"{flag.raised} | {flag.kept} | {flag.firm} | {flag.latent}"
        yield f"| {code} | {names[code]} | {weeks} | {by} |\n"
    silent = sorted(names.keys() - tally.flags.keys())
    if silent:
        yield f"\nRaised in no week, at none of the values tried: {', '.join(silent)}.\n"


def _parameters(tally: Tally, parameters: Parameters) -> Iterable[str]:
    yield "Share of all weeks [%] in which the flag changes with the parameter at its low / high\n"
    yield f"end; {NOTHING} is never. Those that change most come first.\n\n"
    codes = tally.codes
    yield f"| parameter | value (low to high) | {' | '.join(codes)} |\n"
    yield f"|---|---|{'---|' * len(codes)}\n"
    for key in tally.keys:
        p = parameters[key]
        ends = " to ".join(NOTHING if end is None else f"{end:g}" for end in (p.low, p.high))
        cells = " | ".join(_cell(tally, key, code) for code in codes)
        yield f"| `{key}` [{p.unit}] | {parameters.number(key):g} ({ends}) | {cells} |\n"


def _cell(tally: Tally, key: str, code: str) -> str:
    low, high = (tally.weeks_changed(key, bound, code) for bound in (Bound.LOW, Bound.HIGH))
    if not low and not high:
        return NOTHING
    return " / ".join(_percent(n, tally.weeks) if n else "0" for n in (low, high))


def _unmoved(tally: Tally, parameters: Parameters) -> Iterable[str]:
    moved = ranged(parameters)
    still = [p.key for p in moved if p.key not in tally.keys]
    yield f"Moved over their range without any effect ({len(still)} of {len(moved)}): "
    yield f"{_grouped(still)}.\n\n"
    fixed = [
        p.key
        for p in parameters
        if p.key.startswith(MOVED)
        and p.evidence is Grade.ASSUMPTION
        and isinstance(p.value, int | float)
        and p not in moved
    ]
    yield f"Assumptions without a stated range, not moved ({len(fixed)}): {_grouped(fixed)}.\n"


def _grouped(keys: Sequence[str]) -> str:
    by_table: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        table, _, name = key.rpartition(".")
        by_table[table].append(name)
    return (
        "; ".join(f"`{table}`: {', '.join(names)}" for table, names in by_table.items()) or "none"
    )


def _text(name: str) -> str:
    return files("studies.sensitivity").joinpath(name).read_text(encoding="utf-8")


def _share(flag: FlagTally) -> float:
    return flag.firm / flag.raised


def _percent(part: int, whole: int) -> str:
    """Return a share in per cent; one decimal below ten, where a whole number would hide it."""
    share = 100.0 * part / whole if whole else 0.0
    return f"{share:.0f}" if share >= 10.0 else f"{share:.1f}"
