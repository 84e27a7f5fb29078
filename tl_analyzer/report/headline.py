"""The week in one sentence."""

from tl_analyzer.advice.referral import Referral
from tl_analyzer.finding import Channel, Flag, Severity
from tl_analyzer.load.picture import Picture

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
        first = exposure[0]
        fact = first.because[0]
        sentence = f"Mostly {CHANNEL_WORDS[first.channel]}: {fact.measure}"
        sentence += f" {_number(fact.value)} {fact.unit}".rstrip()
        if fact.threshold is not None:
            sentence += f" against a mark of {_number(fact.threshold)}"
        others = len(urgent) - 1
        rest = f", and {others} more to read below" if others else ""
        return f"{sentence} ({fact.when}){rest}."
    if symptoms:
        return "The pain diary asks for attention: see the flags below."
    if not picture.coverage.days_with_data:
        return "No training, riding or sitting was recorded this week."
    short = [f for f in flags if f.code == "TL803"]
    if short:
        return "Too little history to compare this week with usual; nothing else stands out."
    return "Nothing stands out this week against your own usual."


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 10 else f"{value:.3g}"
