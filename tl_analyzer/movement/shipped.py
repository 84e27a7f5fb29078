"""The shipped words of all languages, as an exercise lexicon like any other."""

from importlib.resources import files

from tl_analyzer.plugins.group import LEXICONS
from tl_analyzer.plugins.lexicons import ExerciseLexicon


def exercise_lexicon() -> ExerciseLexicon:
    """All languages, one after the other."""
    folder = files(__package__).joinpath("lexicon")
    lists = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".tsv")),
        key=lambda entry: entry.name,
    )
    words = "\n".join(entry.read_text(encoding="utf-8") for entry in lists)
    return ExerciseLexicon(contract=LEXICONS.contract, words=words)
