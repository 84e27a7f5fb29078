"""What the author of an advice book imports; see ``docs/extending.md``."""

from tl_analyzer.plugins.advice_books import AdviceBook

__all__ = ["AdviceBook"]
