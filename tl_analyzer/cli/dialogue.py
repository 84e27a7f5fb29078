"""Questions on a terminal, or answered beforehand: one line of standard input an answer."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import click

from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.terminal import terminal_width
from tl_analyzer.nearest import nearest
from tl_analyzer.report.wording import clean

T = TypeVar("T")

_MORE = "?"
#: How a default without characters is shown.
_EMPTY = "leave empty"
#: Longest answer that is repeated to whoever gave it. [characters]
_ECHO = 60
#: What leaves a question open.
SKIP = "skip"
_OPEN = (SKIP, "unsure", "none", "-")
_TRUE = {"y": True, "yes": True, "n": False, "no": False}


class MisreadError(ValueError):
    """An answer that cannot be understood; the text says what is expected."""


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """One question.

    Attributes
    ----------
    asked : str
        The question itself; what Enter means is shown after it.
    default : str
        What Enter means, as it would be typed.
    read : callable
        Makes a value of an answer; raises `MisreadError`.
    more : str
        What ``?`` explains.
    """

    asked: str
    default: str
    read: Callable[[str], T]
    more: str = ""


class Dialogue:
    """Asks on standard error and reads standard input, so that standard output holds results."""

    def __init__(self) -> None:
        self.on_terminal = sys.stdin.isatty()
        self._answered = 0

    def ask(self, question: Question[T]) -> T:
        """Ask until the answer is understood; answers from a pipe get one chance.

        Raises
        ------
        UsageFailure
            If the answers of a pipe end too early, or one is not understood.
        click.Abort
            If the person at the terminal ends it.
        """
        while True:
            text = self._answer(question)
            if text is None:
                raise self._too_few(question.asked)
            if text == _MORE:
                self.say(question.more or "There is no more to say about it.", indent=2)
                continue
            try:
                return question.read(text or question.default)
            except MisreadError as why:
                if not self.on_terminal:
                    said = f"{clean(text, _ECHO)!r} is no answer to {question.asked!r}"
                    raise UsageFailure(said, str(why)) from why
                self.say(str(why), indent=2)

    def confirm(self, asked: str, *, default: bool) -> bool:
        """Ask for yes or no."""
        return self.ask(Question(asked, "yes" if default else "no", yes_or_no))

    def confirmed_at_last(self, asked: str) -> bool:
        """Whether a clear yes is answered; no answer, the end of a pipe and all else mean no."""
        text = self._answer(Question(asked, "no", yes_or_no))
        return text is not None and _TRUE.get(text.casefold(), False)

    def say(self, text: str, indent: int = 0, beside: str = "") -> None:
        """Print a paragraph, wrapped for the terminal at hand, perhaps beside a short label."""
        width = terminal_width()
        first = " " * indent + beside
        click.echo(click.wrap_text(text, width, first, " " * len(first)), err=True)

    def heading(self, text: str) -> None:
        """Print a line that begins something new."""
        click.echo("", err=True)
        click.secho(click.wrap_text(text, terminal_width()), bold=True, err=True)

    def _answer(self, question: Question[T]) -> str | None:
        """One line as it was typed; None at the end of a pipe."""
        more = f", {_MORE} explains" if question.more and self.on_terminal else ""
        default = question.default or _EMPTY
        shown = click.wrap_text(f"{question.asked} [{default}{more}]", terminal_width())
        click.echo(f"{shown} ", nl=False, err=True)
        try:
            line = sys.stdin.readline()
        except UnicodeDecodeError as why:
            raise UsageFailure(
                "the answers on standard input are no text", "Write them as UTF-8, one a line."
            ) from why
        text = line.strip()
        if self.on_terminal:
            if not line:
                raise click.Abort
            return text
        # On a terminal the person sees what was typed; a protocol of a pipe should show it, too.
        click.echo(clean(text, _ECHO), err=True)
        self._answered += bool(line)
        return text if line else None

    def _too_few(self, asked: str) -> UsageFailure:
        if not self._answered:
            return UsageFailure(
                "nobody is there to answer: standard input is no terminal and holds no answers",
                "Run it in a terminal, or pipe the answers in, one a line.",
            )
        return UsageFailure(
            f"the answers ended before {asked!r}",
            "Give one line an answer; an empty line takes what stands in brackets.",
        )


def yes_or_no(text: str) -> bool:
    """Read ``yes`` or ``no``, or their first letters."""
    found = _TRUE.get(text.casefold())
    if found is None:
        raise MisreadError("Please answer yes or no.")
    return found


def or_skip(read: Callable[[str], T]) -> Callable[[str], T | None]:
    """A reader that also takes ``skip``."""

    def reading(text: str) -> T | None:
        return None if text.casefold() in _OPEN else read(text)

    return reading


def one_of(words: Mapping[str, T]) -> Callable[[str], T]:
    """A reader of one word of a list, by its number, its beginning or the word itself."""
    known = list(words)

    def read(text: str) -> T:
        return words[_meant(text, known)]

    return read


def _meant(text: str, known: list[str]) -> str:
    typed = text.casefold().replace("_", "-")
    if typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= len(known):
        return known[int(typed) - 1]
    begun = [word for word in known if word.casefold().replace("_", "-").startswith(typed)]
    exact = [word for word in begun if len(word) == len(typed)]
    if typed and (exact or len(begun) == 1):
        return (exact or begun)[0]
    near = nearest(text, known)
    guess = f"Did you mean {near!r}? " if near else ""
    raise MisreadError(f"{guess}One of: {', '.join(known)}.")
