"""Weights of implements held one in each hand, where the source says so (``data/hands.toml``)."""

from functools import cache, lru_cache

from pydantic import BaseModel, ConfigDict

from tl_analyzer.log import LoadMeaning
from tl_strength.phrases import has_phrase, words_of
from tl_strength.resources import table


class HandsTable(BaseModel):
    """Words that decide; each list is explained in the table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pair_words: tuple[str, ...]
    one_words: tuple[str, ...]
    one_names: tuple[str, ...]
    per_hand_notes: tuple[str, ...]
    both_hands_notes: tuple[str, ...]
    doubt_words: tuple[str, ...]


@cache
def hands_table() -> HandsTable:
    """Read the table, once."""
    return HandsTable.model_validate(table("data", "hands.toml"))


@cache
def takes_a_pair(exercise: str) -> bool:
    """Whether an exercise is done with an implement in each hand."""
    known = hands_table()
    return (
        has_phrase(exercise, known.pair_words)
        and not has_phrase(exercise, known.one_words)
        and words_of(exercise).strip() not in known.one_names
    )


@lru_cache(maxsize=1024)
def said_in_note(note: str) -> LoadMeaning | None:
    """What a note says of the weight; None unless it says one thing clearly."""
    if not note:
        return None
    known = hands_table()
    per_hand = has_phrase(note, known.per_hand_notes)
    both = has_phrase(note, known.both_hands_notes)
    if per_hand is both or has_phrase(note, known.doubt_words):
        return None
    return LoadMeaning.PER_HAND if per_hand else LoadMeaning.BOTH_HANDS
