"""Who reads a report: what is said is the same, how it is said is not.

Rules, advice and headlines are written to the athlete: "your usual". A coach reads the same
sentences about the athlete: "Anna's usual". Only what would come out wrong that way is written
twice, beside what it is about.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from tl_analyzer.report.wording import clean

#: Longest first name a sentence is built around. [characters]
_LONGEST_NAME = 40

#: After these words "you" acts, as before "are" or "can"; else it is acted upon: "lets you".
_BEFORE_A_SUBJECT = (
    *("and", "as", "because", "if", "once", "than", "that", "until"),
    *("what", "whatever", "when", "where", "while", "which"),
)

_ACTING = "|".join((r"^", r"(?<=[.;:,] )", *(rf"(?<=\b{w} )" for w in _BEFORE_A_SUBJECT)))

#: Everything that is said otherwise to a coach; read once, so that a name is never changed.
_TO_THE_ATHLETE = re.compile(
    r"\b(?P<used>you are) used to\b"
    r"|\byour(?P<own> own)? (?P<what>usual|history|profile)\b"
    rf"|(?:{_ACTING})(?P<acting>you)\b"
    r"|\b(?P<able>you)(?= (?:are|can|may|have)\b)"
    r"|\b(?P<word>yourself|yours|your|you)\b",
    re.IGNORECASE,
)

_THEIRS = {"yourself": "themselves", "yours": "theirs", "your": "their", "you": "them"}


class Audience(StrEnum):
    """The reader."""

    #: Whose week it is: "your usual".
    ATHLETE = "athlete"
    #: Who looks after the athlete: "Anna's usual".
    COACH = "coach"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, and whom it is about.

    Attributes
    ----------
    audience : Audience
        The reader.
    name : str
        First name of the athlete; may be empty.
    """

    audience: Audience = Audience.ATHLETE
    name: str = ""

    @classmethod
    def of(cls, audience: Audience, full_name: str) -> "Reader":
        """The reader of a report about somebody of this name."""
        return cls(audience, first_name(full_name))

    @property
    def who(self) -> str:
        """The athlete, as the reader calls them: ``you``, ``Anna``, ``the athlete``."""
        return "you" if self.audience is Audience.ATHLETE else self.name or "the athlete"

    @property
    def whose(self) -> str:
        """What belongs to the athlete: ``your``, ``Anna's``, ``the athlete's``."""
        return "your" if self.audience is Audience.ATHLETE else f"{self.who}'s"

    def said(self, text: str) -> str:
        """Say a sentence that is written to the athlete to whoever reads it."""
        if self.audience is Audience.ATHLETE:
            return text
        return _TO_THE_ATHLETE.sub(self._in_other_words, text)

    def _in_other_words(self, found: re.Match[str]) -> str:
        if found["used"]:
            words = f"{self.who} is used to"
        elif found["what"]:
            words = f"{self.whose}{found['own'] or ''} {found['what']}"
        elif found["acting"] or found["able"]:
            words = "they"
        else:
            words = _THEIRS[found["word"].lower()]
        return capital(words) if found[0][0].isupper() else words


#: Whose week it is reads it.
ATHLETE = Reader()


def first_name(full_name: str) -> str:
    """Name to greet somebody by: the first word that is no title; empty without a name.

    Parameters
    ----------
    full_name : str
        Foreign text.
    """
    words = clean(full_name).split()
    called = next((word for word in words if not word.endswith(".")), "")
    return clean(called, _LONGEST_NAME)


def capital(text: str) -> str:
    """Begin a text with a capital letter; the rest stays as it is."""
    return f"{text[:1].upper()}{text[1:]}"
