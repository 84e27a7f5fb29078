"""What the author of an exercise lexicon imports; see ``docs/extending.md``."""

from tl_analyzer.plugins.lexicons import ExerciseLexicon

__all__ = ["ExerciseLexicon"]
