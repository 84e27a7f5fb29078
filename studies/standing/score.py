"""Every method on every ride it was not fitted to, and what that adds up to."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from studies.standing.methods import METHODS, Example, Method
from studies.standing.verdict import Comparison, compare, verdict
from tl_analyzer.parameters import Parameters

#: By ride, the comparison of each guess.
Compared = list[tuple[Comparison, ...]]


@dataclass(frozen=True)
class Score:
    """One method over all rides.

    Attributes
    ----------
    recorded, with_breaks : int
        Breaks in the record, and rides that hold one.
    inferred, found, right : float
        Breaks inferred, recorded ones found, inferred ones that are real; means over guesses.
    longest_error, longest_bias : float
        Mean absolute and mean signed error of the longest unbroken stretch. [min]
    longest_median : float
        Median absolute error of the longest unbroken stretch. [min]
    longest_shortfall : float
        Most that a longest stretch is said shorter than it was: a warning held back. [min]
    flexed_error, flexed_bias : float
        Mean absolute and mean signed error of all flexed minutes. [min]
    better, worse : int
        Rides whose longest stretch is nearer to the record than without any inference, or
        further from it, by more than a second.
    most_said : float
        Largest share of one ride said to be spent standing. [1]
    precision, recall : float
        Of single seconds. [1]
    """

    recorded: int
    with_breaks: int
    inferred: float
    found: float
    right: float
    longest_error: float
    longest_bias: float
    longest_median: float
    longest_shortfall: float
    flexed_error: float
    flexed_bias: float
    better: int
    worse: int
    most_said: float
    precision: float
    recall: float


def held_out(
    examples: Sequence[Example],
    method: Method,
    group: Callable[[Example], Hashable],
    parameters: Parameters,
) -> Compared:
    """Judge a method on each ride, fitted to the rides of all other groups.

    Parameters
    ----------
    examples : sequence of Example
        Of two groups at least.
    method : callable
        See `studies.standing.methods`.
    group : callable
        What of a ride has to be new to the method: the ride itself, or its device.
    parameters : Parameters
        Of the load model.
    """
    compared = []
    overlap = examples[0].settings.matching["overlap"]
    infer = {
        left_out: method([e for e in examples if group(e) != left_out])
        for left_out in dict.fromkeys(map(group, examples))
    }
    for example in examples:
        ride = example.ride
        recorded = verdict(ride, ride.recorded_bouts(), parameters)
        guesses = infer[group(example)](example)
        compared.append(
            tuple(compare(ride, guess, recorded, parameters, overlap) for guess in guesses)
        )
    return compared


def score(compared: Compared, never: Compared) -> Score:
    """Sum up a method, beside what is said when nothing is inferred."""
    longest = [_mean(c, lambda one: abs(one.longest_error)) for c in compared]
    without = [_mean(c, lambda one: abs(one.longest_error)) for c in never]
    gain_s = [60.0 * (w - own) for own, w in zip(longest, without, strict=True)]
    hits = sum(_mean(c, lambda one: one.hits) for c in compared)
    said = sum(_mean(c, lambda one: one.said) for c in compared)
    true = sum(c[0].true for c in compared)
    return Score(
        recorded=sum(c[0].recorded for c in compared),
        with_breaks=sum(c[0].recorded > 0 for c in compared),
        inferred=sum(_mean(c, lambda one: one.inferred) for c in compared),
        found=sum(_mean(c, lambda one: one.found) for c in compared),
        right=sum(_mean(c, lambda one: one.right) for c in compared),
        longest_error=fmean(longest),
        longest_bias=fmean(_mean(c, lambda one: one.longest_error) for c in compared),
        longest_median=median(longest),
        longest_shortfall=max(0.0, *(_mean(c, lambda one: -one.longest_error) for c in compared)),
        flexed_error=fmean(_mean(c, lambda one: abs(one.flexed_error)) for c in compared),
        flexed_bias=fmean(_mean(c, lambda one: one.flexed_error) for c in compared),
        better=sum(gain > 1.0 for gain in gain_s),
        worse=sum(gain < -1.0 for gain in gain_s),
        most_said=max(_mean(c, lambda one: one.said / one.riding) for c in compared),
        precision=hits / said if said else 0.0,
        recall=hits / true,
    )


def scores(
    examples: Sequence[Example], group: Callable[[Example], Hashable], parameters: Parameters
) -> dict[str, Score]:
    """Score every method, by name; the first is the baseline of the others."""
    compared = {name: held_out(examples, m, group, parameters) for name, m in METHODS}
    never = next(iter(compared.values()))
    return {name: score(own, never) for name, own in compared.items()}


def _mean(guesses: tuple[Comparison, ...], of: Callable[[Comparison], float]) -> float:
    return fmean(of(one) for one in guesses)
