"""The week in one sentence."""

from tl_analyzer.advice.referral import Referral
from tl_analyzer.finding import Channel, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.report.wording import moment, number, quantity

CHANNEL_WORDS = {
    Channel.HINGE: "hinging",
    Channel.OVERHEAD: "overhead work",
    Channel.FLEXION: "flexed sitting and riding",
    Channel.ROTATION: "trunk rotation and flexion",
}

#: Speaks of other flags, not of an exposure of its own.
COMBINED = "TL503"


def headline(picture: Picture, flags: tuple[Flag, ...], referral: Referral | None) -> str:
    """Say what matters this week in one plain sentence.

    A referral comes first, then the most urgent exposure with its evidence, then symptoms; a
    week without any of these says so, and a week without data says that instead.
    """
    if referral is not None:
        return referral.message
    urgent = [f for f in flags if f.severity.rank >= Severity.AMBER.rank]
    exposure = [f for f in urgent if f.channel in CHANNEL_WORDS and f.code != COMBINED]
    symptoms = [f for f in urgent if f.channel is Channel.SYMPTOMS]
    if exposure:
        return _stands_out(exposure, len(urgent))
    if symptoms:
        return "The pain diary asks for attention: see the flags below."
    if not picture.coverage.days_with_data:
        return "No training, riding or sitting was recorded this week."
    short = [f for f in flags if f.code == "TL803"]
    if short:
        return "Too little history to compare this week with usual; nothing else stands out."
    return "Nothing stands out this week against your own usual."


def _stands_out(exposure: list[Flag], urgent: int) -> str:
    """Name the most urgent exposure with its first fact, and what stands beside it."""
    first = exposure[0]
    fact = first.because[0]
    mark = "" if fact.threshold is None else f", mark {number(fact.threshold)}"
    said = f"{CHANNEL_WORDS[first.channel]}: {fact.measure} {quantity(fact.value, fact.unit)}{mark}"
    other = next((f for f in exposure if f.channel is not first.channel), None)
    named = [first] if other is None else [first, other]
    beside = [] if other is None else [other.name.replace("-", " ")]
    if urgent > len(named):
        beside.append(f"{urgent - len(named)} more")
    also = f"; also {' and '.join(beside)}" if beside else ""
    return f"Mostly {said} ({moment(fact.when)}){also}."
