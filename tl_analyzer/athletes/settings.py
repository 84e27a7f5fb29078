"""What configures an analysis beside the profile: parameters, and the user's exercise names."""

from pathlib import Path

import tomli

from tl_analyzer.athletes.athlete import Resolved
from tl_analyzer.athletes.faulty_file import faulty
from tl_analyzer.log import Problem
from tl_analyzer.movement.mapping import Correction, parse_mapping, read_mapping
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import ParameterError, Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Profile
from tl_analyzer.remedy import RemediableError

_DEFAULT_SET = "default"


def parameters_for(profile: Profile) -> Parameters:
    """Return the parameter set the profile names, or the default one.

    Raises
    ------
    RemediableError
        If there is no such set.
    """
    try:
        return parameter_set(profile.parameters or _DEFAULT_SET)
    except ParameterError as why:
        raise RemediableError(
            f"the parameters cannot be used: {why}",
            "Correct `parameters` in the profile, or leave it out for the default set.",
        ) from why


def recogniser_for(who: Resolved, mapping: Path | None) -> Recogniser:
    """Recogniser with the user's own names: ``--mapping``, else the file the profile names."""
    if mapping is not None:
        return mapped_recogniser(mapping)
    file = mapping_file(who)
    if file is None:
        return Recogniser()
    if who.mapping and not file.is_file():
        return _recogniser(*parse_mapping(tomli.loads(who.mapping), file))
    return mapped_recogniser(file)


def mapping_file(who: Resolved) -> Path | None:
    """The file of the athlete's own exercise names; None where the profile names none."""
    named = who.profile.exercises
    return who.folder / named if named else None


def mapped_recogniser(mapping: Path) -> Recogniser:
    """Recogniser in which a mapping file wins.

    Raises
    ------
    RemediableError
        If the file or an entry of it cannot be used.
    """
    return _recogniser(*read_mapping(mapping))


def _recogniser(corrections: dict[str, Correction], problems: tuple[Problem, ...]) -> Recogniser:
    if problems:
        raise faulty(problems)
    return Recogniser(corrections)
