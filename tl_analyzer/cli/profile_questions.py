"""The questions of ``tl profile init``: their answers stand in the commented profile."""

from datetime import time
from typing import Final

from tl_analyzer.advice.equipment import canonical
from tl_analyzer.cli.dialogue import SKIP, Dialogue, Question, one_of, or_skip
from tl_analyzer.cli.profile_answers import (
    allowed,
    amount,
    clock,
    days,
    hours,
    kilograms,
    listed,
    zone,
)
from tl_analyzer.cli.profile_text import Scalar, with_suggested_block, with_values
from tl_analyzer.cli.profile_words import known_equipment
from tl_analyzer.log import SittingStyle, WeightUnit
from tl_analyzer.profile import Athlete, OneRepMax, Plan, RidingPosition

#: What is asked of strength; the profile takes more lifts.
_LIFTS: Final = {
    "deadlift": "deadlift",
    "back_squat": "back squat",
    "overhead_press": "overhead press",
}
_MASS: Final = "for lifts that move the body, such as pull-ups"
_REQUIRED: Final = {"id": "me", "timezone": "UTC"}


def ask_profile(dialogue: Dialogue, template: str, athlete_id: str, system_zone: str) -> str:
    """Ask for a profile; the text of the template with the answers in it.

    Parameters
    ----------
    dialogue : Dialogue
        Who is asked.
    template : str
        The commented profile.
    athlete_id, system_zone : str
        What Enter means for the id and the time zone.
    """
    dialogue.say("Enter takes what stands in brackets. Everything can be changed in the file.")
    dialogue.heading("You")
    text = with_values(template, "athlete", _athlete(dialogue, athlete_id, system_zone))
    unit = dialogue.ask(
        Question(
            "Do your logs count in kg or lb",
            WeightUnit.KG.value,
            or_skip(one_of({each.value: each.value for each in WeightUnit})),
            f"For logs that state no unit; {SKIP} leaves it open, then it is guessed and said.",
        )
    )
    if unit is not None:
        text = with_values(text, "athlete", {"units": unit})
    spoken = unit or WeightUnit.KG.value
    if (mass := _kilograms(dialogue, f"Body mass in {spoken}", spoken, _MASS)) is not None:
        text = with_values(text, "athlete", {"body_mass_kg": mass})
    dialogue.heading("Desk, bike, sleep")
    text = _with_desk(dialogue, text)
    text = with_values(text, "bike", _bike(dialogue))
    text = with_values(text, "sleep", _sleep(dialogue))
    dialogue.heading("The plan")
    text = with_values(text, "plan", _plan(dialogue))
    dialogue.heading("What you know about your strength, else it is estimated from the log")
    return with_values(text, "strength.one_rep_max_kg", _strength(dialogue, spoken))


def _athlete(dialogue: Dialogue, athlete_id: str, system_zone: str) -> dict[str, Scalar]:
    return {
        "id": dialogue.ask(
            Question(
                "A short name for you, for reports and the log store",
                athlete_id,
                lambda text: allowed(Athlete, "id", text, timezone="UTC"),
            )
        ),
        "name": dialogue.ask(
            Question(
                "Your name as it should be printed",
                "",
                lambda text: allowed(Athlete, "name", text, **_REQUIRED),
            )
        ),
        "timezone": dialogue.ask(
            Question(
                "Time zone",
                system_zone,
                zone,
                "Days and weeks are cut in it; clock times without a zone are read in it.",
            )
        ),
    }


def _kilograms(dialogue: Dialogue, asked: str, unit: str, more: str) -> float | None:
    def read(text: str) -> float:
        return allowed(Athlete, "body_mass_kg", kilograms(text, unit), **_REQUIRED)

    return dialogue.ask(Question(asked, SKIP, or_skip(read), more))


def _with_desk(dialogue: Dialogue, text: str) -> str:
    at = dialogue.ask(
        Question(
            "Usual desk hours, such as 09:00-17:00",
            SKIP,
            or_skip(hours),
            "Used on days for which nothing was measured; without them such days count no desk.",
        )
    )
    if at is None:
        return text
    on = dialogue.ask(Question("On which days", "mon-fri", days))
    posture = dialogue.ask(
        Question(
            f"How you sit: {', '.join(SittingStyle)}",
            SittingStyle.SLUMPED.value,
            one_of({style.value: style.value for style in SittingStyle}),
            "Slumped is what most people do after half an hour.",
        )
    )
    values: dict[str, Scalar] = {"days": on, "start": at[0], "end": at[1], "posture": posture}
    return with_suggested_block(text, "[[desk]]", values)


def _bike(dialogue: Dialogue) -> dict[str, Scalar]:
    position = dialogue.ask(
        Question(
            f"Where your hands are mostly on the bike: {', '.join(RidingPosition)}",
            SKIP,
            or_skip(one_of({each.value: each.value for each in RidingPosition})),
            "The lower the hands, the more the back bends. Left open, hoods are assumed and said.",
        )
    )
    return {} if position is None else {"position": position}


def _sleep(dialogue: Dialogue) -> dict[str, Scalar]:
    rises: time | None = dialogue.ask(
        Question(
            "When you get up, such as 06:30",
            SKIP,
            or_skip(clock),
            "The back bends less easily in the first hours; heavy hinging then is counted.",
        )
    )
    return {} if rises is None else {"rises": rises}


def _plan(dialogue: Dialogue) -> dict[str, Scalar]:
    usual = Plan()
    owned = known_equipment()
    return {
        "minutes_per_day": dialogue.ask(
            Question("Minutes a day the plan may ask for", str(usual.minutes_per_day), _minutes)
        ),
        "equipment": dialogue.ask(
            Question(
                f"What you have, of {', '.join(owned)}",
                "none",
                lambda text: listed("" if text == "none" else text, canonical, owned),
                "Separated by commas. Floor, wall and chair everybody has.",
            )
        ),
    }


def _minutes(text: str) -> int:
    return allowed(Plan, "minutes_per_day", int(amount(text)))


def _strength(dialogue: Dialogue, unit: str) -> dict[str, Scalar]:
    found: dict[str, Scalar] = {}
    for key, words in _LIFTS.items():

        def read(text: str, lift: str = key) -> float:
            return allowed(OneRepMax, lift, kilograms(text, unit))

        best = dialogue.ask(Question(f"One-repetition {words} in {unit}", SKIP, or_skip(read)))
        if best is not None:
            found[key] = best
    return found
