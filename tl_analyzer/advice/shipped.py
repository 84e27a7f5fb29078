"""The shipped exercises and answers, as an advice book like any other."""

from importlib.resources import files

from tl_analyzer.plugins.advice_books import AdviceBook
from tl_analyzer.plugins.group import ADVICE


def advice_book() -> AdviceBook:
    """What is shipped; its sources are those of the shipped rules."""
    folder = files("tl_analyzer.advice")
    return AdviceBook(
        contract=ADVICE.contract,
        exercises=folder.joinpath("exercises.toml").read_text(encoding="utf-8"),
        answers=folder.joinpath("answers.toml").read_text(encoding="utf-8"),
    )
