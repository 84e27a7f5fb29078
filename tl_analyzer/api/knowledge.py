"""What the analysis knows: rules, exercises, and how names of exercises are understood."""

from collections.abc import Iterable

from tl_analyzer.api.path_names import PathName, path_of
from tl_analyzer.athletes.settings import mapped_recogniser
from tl_analyzer.explaining.explained import explained
from tl_analyzer.movement.movement import Movement
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.report.layout import Layout
from tl_analyzer.rules import catalogue
from tl_analyzer.rules.rule import Rule


def explain(subject: str, layout: Layout | None = None) -> str:
    """Explain a rule, an exercise or the model of the flexed back, with sources.

    Parameters
    ----------
    subject : str
        ``TL101``, a rule's name, an exercise's key or name, or ``flexion-state``.
    layout : Layout, optional
        Width and colours of the page.

    Returns
    -------
    str
        The page, as text.

    Raises
    ------
    RemediableError
        If nothing is called so.
    """
    return explained(subject, layout or Layout())


def rules_in_use() -> tuple[Rule, ...]:
    """Every rule, in the order of judging.

    Returns
    -------
    tuple of Rule
        What is shipped, and what installed plugins add.
    """
    return catalogue.rules_in_use()


def recognise(names: str | Iterable[str], mapping: PathName | None = None) -> tuple[Movement, ...]:
    """Understand names of exercises.

    Parameters
    ----------
    names : str or iterable of str
        One name, or several, as logs write them, in any language the lexicon knows.
    mapping : str or PathLike, optional
        File of own exercise names.

    Returns
    -------
    tuple of Movement
        One a name, in their order; one that is not understood has `confidence` 0.

    Raises
    ------
    RemediableError
        If the file cannot be used.
    """
    file = path_of(mapping)
    recogniser = Recogniser() if file is None else mapped_recogniser(file)
    asked = (names,) if isinstance(names, str) else names
    return tuple(recogniser.recognise(name) for name in asked)
