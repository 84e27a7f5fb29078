"""A referral in words: what the athlete has to do, or what a coach has to see to."""

from typing import NamedTuple

from tl_analyzer.advice.referral import Level, Referral
from tl_analyzer.report.audience import Audience, Reader, capital
from tl_analyzer.report.wording import PROSE, clean, sentence

_TITLES: dict[Level, str] = {
    "emergency": "EMERGENCY: get help today",
    "clinician": "SEE A CLINICIAN FIRST",
}

#: To the athlete these are orders; a coach passes them on, so they are written anew.
_TO_A_COACH: dict[Level, str] = {
    "emergency": (
        "{who} needs emergency care now: call today, make sure that they go, and that these signs "
        "are named there. They can come from pressure on the nerves of the lower spine, which has "
        "to be looked at without delay. This report gives no exercises this week."
    ),
    "clinician": (
        "{who} should see a clinician before any plan is used, and show this page there. Each of "
        "these signs alone is common and mostly harmless; what was logged together should be "
        "looked at first. This report gives no exercises this week."
    ),
}


class ReferralEntry(NamedTuple):
    """The box that comes before everything else.

    Attributes
    ----------
    level : str
        ``emergency`` or ``clinician``.
    title, message : str
        What it is, and what has to be done.
    signs, because : str
        What was logged, and the codes of the flags it rests on; may be empty.
    """

    level: Level
    title: str
    message: str
    signs: str
    because: str

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands below the title."""
        logged = [f"Logged: {self.signs}."] if self.signs else []
        behind = [f"Behind it: {self.because}."] if self.because else []
        return (self.message, *logged, *behind)


def referral_entry(referral: Referral | None, reader: Reader) -> ReferralEntry | None:
    """Put a referral into words; None without one."""
    if referral is None:
        return None
    return ReferralEntry(
        level=referral.level,
        title=_TITLES[referral.level],
        message=referral_message(referral, reader),
        signs=", ".join(clean(sign).replace("_", " ") for sign in referral.signs),
        because=", ".join(clean(code) for code in referral.because),
    )


def referral_message(referral: Referral, reader: Reader) -> str:
    """Say what has to be done to whoever reads it."""
    if reader.audience is Audience.ATHLETE:
        return sentence(clean(referral.message, PROSE))
    return _TO_A_COACH[referral.level].format(who=capital(reader.who))
