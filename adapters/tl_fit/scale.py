"""Body mass from the files of scales."""

from tl_analyzer.log import BodyMass, Clock, UnitBasis, Weight, WeightUnit, When
from tl_fit.clock import utc
from tl_fit.context import Context
from tl_fit.limits import HEAVIEST_KG
from tl_fit.message import Message, Part
from tl_fit.outcome import Outcome, all_but

_FEEDING = frozenset({"file_id", "weight_scale"})


def read_scale(part: Part, context: Context) -> Outcome:
    """Read the weighings of one person; those of several are refused, as nobody says whose."""
    outcome = Outcome(aside=all_but(part, _FEEDING))
    messages = part.named("weight_scale")
    people = {message.fields.get("user_profile_index") for message in messages}
    if len(people) < 2:
        for message in messages:
            mass = _body_mass(message, context)
            if mass is not None:
                outcome.entries.append(mass)
    refused = len(messages) - len(outcome.entries)
    if len(people) > 1:
        outcome.problems.append(
            context.refused(
                "several-people",
                found=f"weighings of {len(people)} people",
                expected="the weighings of one person",
                hint="Export those of the athlete alone.",
            )
        )
    elif refused or not messages:
        outcome.problems.append(
            context.refused(
                "weighing-incomplete",
                found=f"{refused} of {len(messages)} weighings without a time or a mass",
                expected="weighings with both",
                hint="They are left out.",
            )
        )
    outcome.refused = refused + (0 if outcome.entries else part.counts["file_id"])
    return outcome


def _body_mass(message: Message, context: Context) -> BodyMass | None:
    """A body mass, where the weighing was finished: until then scales write a word."""
    time_s, mass_kg = message.instant("timestamp"), message.amount("weight")
    if time_s is None or not mass_kg or mass_kg > HEAVIEST_KG:
        return None
    return BodyMass(
        start=When(utc=utc(time_s), zone=context.reading.zone, clock=Clock.STATED),
        mass=Weight(value=mass_kg, unit=WeightUnit.KG, basis=UnitBasis.STATED),
        provenance=context.provenance(message.row),
    )
