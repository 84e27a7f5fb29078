"""Sets of parameters, from the packages that hold them."""

from functools import cache
from importlib.resources import files

from tl_analyzer.parameters import ParameterError, Parameters, parse_parameters
from tl_analyzer.plugins.group import PROFILES
from tl_analyzer.plugins.loading import entries


def parameter_set(name: str = "default") -> Parameters:
    """Return the parameters of the shipped profile package: all files of its folder `name`.

    Raises
    ------
    ParameterError
        If no installed package holds such a folder, or a file in it cannot be used.
    """
    return _parameter_set(name)


# Beside it, so that the default set is read once whether or not it is named.
@cache
def _parameter_set(name: str) -> Parameters:
    for entry in entries(PROFILES):
        folder = files(entry.load()).joinpath(name)
        if folder.is_dir():
            return _merged(
                name,
                tuple(
                    (f.name, f.read_text(encoding="utf-8"))
                    for f in sorted(folder.iterdir(), key=lambda f: f.name)
                    if f.name.endswith(".toml")
                ),
            )
    raise ParameterError(f"no installed parameter set is called {name!r}")


def _merged(name: str, texts: tuple[tuple[str, str], ...]) -> Parameters:
    merged = Parameters(entries={})
    for file, text in texts:
        part = parse_parameters(text)
        twice = sorted(set(part.entries) & set(merged.entries))
        if twice:
            raise ParameterError(f"{name}/{file}: {twice[0]!r} is defined twice")
        merged = Parameters(
            entries={**merged.entries, **part.entries}, version=part.version or merged.version
        )
    return merged
