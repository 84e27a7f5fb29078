"""Exercises of the week whose names were not understood.

Fires, as information, when more than 5 % of the week's sets have an exercise name that could not
be recognised. Such sets stay in the log and in the counts, but load no channel.

Why it may matter: a set that is not understood counts as nothing, so that the channels can only
read too low, and a new name for an old lift looks like a change in training.

How weak this is: it is a fact about names. The 5 % are a choice: below them the channels hardly
move unless the missing exercise is a heavy hinge, which is why the names are listed.

What would change the verdict: a mapping of these names in the athlete's own mapping file, which
wins for good; ``tl exercises --log`` lists what to map, most frequent first.
"""

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    cut = parameters.number("rules.tl802.share") / 100
    coverage = picture.coverage
    missing = coverage.sets - coverage.sets_recognised
    if missing <= cut * coverage.sets:
        return None
    to_map: list[str] = []
    for name, sets in coverage.unrecognised:
        if missing <= cut * coverage.sets:
            break
        to_map.append(repr(name))
        missing -= sets
    return Verdict(
        severity=Severity.INFO,
        because=(
            Evidence(
                when=picture.week.label,
                measure="share of the week's sets with an exercise that was not recognised",
                value=100 * (coverage.sets - coverage.sets_recognised) / coverage.sets,
                unit="%",
                threshold=100 * cut,
                sessions=tuple(name for name, _ in coverage.unrecognised),
            ),
        ),
        clears_when=(
            f"Map {evidence.listed(to_map) or 'these names'} in your mapping file; "
            "`tl exercises --log` lists them with their share of sets."
        ),
        quality=DataQuality.MEASURED,
    )


RULE = Rule(
    code="TL802",
    name="exercises-not-recognised",
    channel=Channel.DATA,
    parameters=("rules.tl802.share",),
    check=_check,
)
