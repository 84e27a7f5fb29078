"""More sit-ups and other loaded curling of the trunk than you are used to.

Fires when the week's repetitions of sit-ups, crunches and other loaded spinal flexion are more
than 1.5 times usual. A usual below thirty repetitions a week counts as thirty. Without three
covered weeks of history there is no usual, and TL803 speaks instead.

Why it may matter: each repetition bends the junction under muscle load, and cadaver segments
fail after fewer cycles the further they are bent. The clinic articles train the same muscles
with the trunk held still, dead bug, bird dog, Pallof press, and not curled
[clinic_hidden_culprit]_.

How weak this is: cadaver segments neither adapt nor heal, and no study that we read counts
sit-ups against thoracolumbar pain. Repetitions are counted without their load. The ratio is a
choice, and a rise by itself is only worth a look.

What would change the verdict: exercises read as trunk flexion that are none (`tl exercises` shows
how each name was understood; a mapping corrects it), or a history that holds them.
"""

from tl_analyzer.finding import Channel, Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import usual
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    cut = parameters.number("rules.tl502.reps_ratio")
    ease = parameters.number("history.hysteresis")
    floor = parameters.number("rules.tl502.least_usual")
    reps = usual.against_usual(picture.weekly["loaded_flexion_reps"], floor)
    if reps is None or not reps.stands(cut, ease, parameters):
        return None
    mark = reps.clearing(cut, ease)
    clears = (
        f"At most {mark:.0f} repetitions of sit-ups and the like in a week: "
        f"{reps.this - mark:.0f} fewer than this week, or planks and dead bugs in their place."
    )
    return usual.volume_verdict(picture, reps, cut, picture.sets.flexion_reps, clears)


RULE = Rule(
    code="TL502",
    name="loaded-flexion-volume-above-usual",
    channel=Channel.ROTATION,
    parameters=(
        "rules.tl502.reps_ratio",
        "rules.tl502.least_usual",
        "history.hysteresis",
    ),
    check=_check,
)
