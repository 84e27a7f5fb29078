"""Whom a model may ask about: an allow-list out of the environment, empty without it."""

import os

from tl_llm.asked import stored_athletes
from tl_llm.unanswered import UnansweredError

#: Environment variable that names athletes, separated by commas.
VARIABLE = "TL_LLM_ATHLETES"


def allowed_athletes() -> tuple[str, ...]:
    """Ids of the athletes of the log store who may be asked about.

    Raises
    ------
    UnansweredError
        If the store cannot be read.
    """
    named = {each.strip() for each in os.environ.get(VARIABLE, "").split(",")}
    if not any(named):
        return ()
    return tuple(each for each in stored_athletes() if each in named)


def allowed(athlete: str) -> str:
    """Let an athlete pass who is on the list.

    Parameters
    ----------
    athlete : str
        The id; empty for the one who may be asked about.

    Raises
    ------
    UnansweredError
        In the same words for an athlete who is not there and for one who is not on the list.
    """
    known = allowed_athletes()
    if not known:
        raise UnansweredError(
            "no athlete may be asked about", f"The user can allow some: {VARIABLE}=anna,ben."
        )
    if not athlete and len(known) == 1:
        return known[0]
    if athlete not in known:
        raise UnansweredError(
            "this athlete may not be asked about", f"These may be: {', '.join(known)}."
        )
    return athlete
