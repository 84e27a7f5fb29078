"""What a rule is, and the one place where a verdict becomes a flag."""

from collections.abc import Callable
from functools import cache, lru_cache
from inspect import getdoc
from sys import modules
from typing import NamedTuple

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity, confidence
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Grade, Parameters


class Verdict(NamedTuple):
    """What a check has to say when it fires.

    Attributes
    ----------
    severity : Severity
        How much it matters.
    because : tuple of Evidence
        The measured facts, at least one.
    clears_when : str
        What would make the flag go away, in plain and concrete words.
    quality : DataQuality
        How the data behind it are known.
    straddles : bool
        Whether the range of the measurement reaches to the other side of the threshold.
    """

    severity: Severity
    because: tuple[Evidence, ...]
    clears_when: str
    quality: DataQuality = DataQuality.MEASURED
    straddles: bool = False


Check = Callable[[Picture, Parameters, tuple[Flag, ...]], Verdict | None]


class Rule(NamedTuple):
    """One rule.

    Attributes
    ----------
    code, name : str
        ``TL101`` and ``hinge-dose-above-usual``.
    channel : Channel
        The kind of exposure it speaks of.
    parameters : tuple of str
        Keys of the thresholds it compares with.
    check : callable
        Looks at the picture, the parameters and the flags raised by earlier rules.
    """

    code: str
    name: str
    channel: Channel
    parameters: tuple[str, ...]
    check: Check

    @property
    def rationale(self) -> str:
        """Why the rule exists: the docstring of its check, or else of its module."""
        return _rationale(self.check)

    def judge(
        self, picture: Picture, parameters: Parameters, raised: tuple[Flag, ...]
    ) -> Flag | None:
        """Apply the rule; severity and evidence come from the check, all else from here."""
        verdict = self.check(picture, parameters, raised)
        return None if verdict is None else self.flag_of(verdict, parameters)

    def flag_of(self, verdict: Verdict, parameters: Parameters) -> Flag:
        """Make the flag of a verdict: confidence and sources follow from the marks."""
        grades, references = _grounds(self.parameters, parameters)
        return Flag(
            code=self.code,
            name=self.name,
            severity=verdict.severity,
            confidence=confidence(grades, verdict.quality, verdict.straddles),
            channel=self.channel,
            because=verdict.because,
            clears_when=verdict.clears_when,
            references=references,
            straddles=verdict.straddles,
            summary=_first_sentence(self.check),
        )


@lru_cache
def _grounds(
    keys: tuple[str, ...], parameters: Parameters
) -> tuple[tuple[Grade, ...], tuple[str, ...]]:
    """How well thresholds are known, and where they come from."""
    used = [parameters[key] for key in keys]
    return tuple(p.evidence for p in used), tuple(dict.fromkeys(p.reference for p in used))


@cache
def _rationale(check: Check) -> str:
    return getdoc(check) or getdoc(modules[check.__module__]) or ""


@cache
def _first_sentence(check: Check) -> str:
    """First paragraph of a rationale, on one line."""
    return " ".join(_rationale(check).split("\n\n")[0].split())
