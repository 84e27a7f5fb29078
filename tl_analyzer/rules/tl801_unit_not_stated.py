"""A strength log states no weight unit, and the profile does not either.

Fires, as information, when weights of the week had to be given a unit because neither the log nor
``athlete.units`` in the profile names one. The guess is applied, widens the range of every value
that rests on it, and lowers the confidence of the flags.

Why it may matter: a pound read as a kilogram makes a load 2.2 times too heavy, and the hinge dose
of it many times too high. Some apps export numbers without a unit, in whatever unit the account
was set to. Weights relative to the athlete's own 1RM from the same log hardly suffer, absolute
ones do.

How weak this is: it is a fact about the file, not a judgement. The guess itself looks at which
plates and jumps the numbers fit and can be wrong.

What would change the verdict: ``units = "kg"`` or ``units = "lb"`` in the profile, or an export
that states the unit.
"""

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence
from tl_analyzer.rules.rule import Rule, Verdict

#: Code of the problems that a guessed unit leaves behind.
GUESSED = "unit-guessed"


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    if not picture.coverage.guessed_units:
        return None
    files = tuple(dict.fromkeys(p.file for p in picture.problems if p.code == GUESSED))
    return Verdict(
        severity=Severity.INFO,
        because=(
            Evidence(
                when=picture.week.label,
                measure="strength logs whose weight unit had to be guessed",
                value=max(len(files), 1),
                unit=evidence.plural(max(len(files), 1), "file"),
                sessions=files,
            ),
        ),
        clears_when=(
            'Set units = "kg" or units = "lb" under [athlete] in the profile; all weeks are then '
            "read again in that unit."
        ),
        quality=DataQuality.MEASURED,
    )


RULE = Rule(
    code="TL801",
    name="unit-not-stated",
    channel=Channel.DATA,
    parameters=(),
    check=_check,
)
