"""Signs that call for emergency care now.

Fires, red, when saddle numbness, a new change of bladder or bowel, or leg weakness that is getting
worse was logged in the 28 days before the end of the week, or since then up to the report. The
report then refers to emergency care and offers no exercise.

Truth table:

- saddle_numbness, bladder_change, bowel_change or leg_weakness_progressive, any one: fires
- leg_weakness without getting worse: silent here, counted by TL902
- any other sign, in any number: silent here
- an emergency sign older than 28 days and not repeated: silent

Why it matters: these signs can mean that the nerves at the end of the spinal cord are under
pressure, where hours count [g_care_red_flags]_, [finucane_2020]_. They have nothing to do with
training load, and no plan of this program may stand in the way of care.

How weak this is: a ticked word in a diary is not an examination, and most people who tick one do
not have that condition. The flag is deliberately careful, whatever else the log says, and counts
every region of the body. The 28 days are a choice: nothing in a diary proves that somebody has
looked at it.

What ends it: four weeks without such an entry. Care comes first in any case.
"""

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.log import CheckIn
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import diary, evidence
from tl_analyzer.rules.rule import Rule, Verdict
from tl_analyzer.vocabulary import EMERGENCY_SIGNS


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    days = int(parameters.number("rules.tl901.look_back_days"))
    first = diary.sunday(picture) - days + 1
    period = diary.entries(picture, first, diary.latest_day(picture))
    signs = [sign for sign in diary.signs_of(period) if sign in EMERGENCY_SIGNS]
    if not signs:
        return None
    logged = {sign: diary.last_day_of(picture, period, sign) for sign in signs}
    return Verdict(
        severity=Severity.RED,
        because=tuple(
            Evidence(
                when=evidence.day(logged[sign]),
                measure=f"logged: {EMERGENCY_SIGNS[sign]}",
                value=_times(period, sign),
                unit=evidence.plural(_times(period, sign), "entry"),
            )
            for sign in signs
        ),
        clears_when=(
            "Seek emergency care now; nothing in this report replaces it. The flag stays until "
            f"{evidence.day(max(logged.values()) + days)} unless such a sign is logged again."
        ),
        quality=DataQuality.MEASURED,
    )


def _times(period: tuple[CheckIn, ...], sign: str) -> int:
    return sum(sign in line.signs for line in period)


RULE = Rule(
    code="TL901",
    name="emergency-signs",
    channel=Channel.SYMPTOMS,
    parameters=("rules.tl901.look_back_days",),
    check=_check,
)
