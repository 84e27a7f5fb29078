"""More loaded turning and side bending in a week than you are used to.

Fires when the week's repetitions of loaded rotation and side bending are more than 1.5 times
usual. A usual below thirty repetitions a week counts as thirty. Without three covered weeks of
history there is no usual, and TL803 speaks instead.

Why it may matter: at the junction the joints change from thoracic, which turn, to lumbar, which
turn poorly; the clinic articles name twisting, turning and side bending among the movements that
provoke the pain [clinic_lower_backpain]_, [clinic_sciatica_tlj]_.

How weak this is: these are teaching texts without trials. Repetitions are counted as they are,
without the load on the implement, because no source says how it should weigh. The ratio is a
choice, and a rise by itself is only worth a look.

What would change the verdict: exercises read as rotation that are none (`tl exercises` shows how
each name was understood; a mapping corrects it), or a history that holds them.
"""

from tl_analyzer.finding import Channel, Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import usual
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    cut = parameters.number("rules.tl501.reps_ratio")
    ease = parameters.number("history.hysteresis")
    floor = parameters.number("rules.tl501.least_usual")
    reps = usual.against_usual(picture.weekly["rotation_reps"], floor)
    if reps is None or not reps.stands(cut, ease, parameters):
        return None
    mark = reps.clearing(cut, ease)
    clears = (
        f"At most {mark:.0f} repetitions with rotation or side bending in a week: "
        f"{reps.this - mark:.0f} fewer than this week."
    )
    return usual.volume_verdict(picture, reps, cut, picture.sets.rotation_reps, clears)


RULE = Rule(
    code="TL501",
    name="rotation-volume-above-usual",
    channel=Channel.ROTATION,
    parameters=(
        "rules.tl501.reps_ratio",
        "rules.tl501.least_usual",
        "history.hysteresis",
    ),
    check=_check,
)
