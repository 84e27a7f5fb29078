"""What a shell is offered at a cursor: quickly, and in silence whatever is wrong."""

import os
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import wraps
from importlib.resources import files

#: Weeks that are offered beside ``this`` and ``last``. [1]
_WEEKS = 8


Offer = Callable[[], Iterable[str]]


def _in_silence(offer: Offer) -> Offer:
    """Nothing is offered where something is wrong: a shell is no place for an error."""

    @wraps(offer)
    def offered() -> Iterable[str]:
        try:
            return tuple(offer())
        except Exception:
            return ()

    return offered


@_in_silence
def athlete_ids() -> Iterable[str]:
    """Ids of the log store in use; it is only read."""
    from tl_analyzer.cli.config_file import read_config
    from tl_analyzer.cli.start import COMMANDS
    from tl_analyzer.store.glance import athlete_ids_at
    from tl_analyzer.store.location import default_store

    return athlete_ids_at(read_config(os.environ, COMMANDS).path("store") or default_store())


@_in_silence
def codes() -> Iterable[str]:
    """Codes of the rules, from the names of what is shipped."""
    rules = files("tl_analyzer.rules").iterdir()
    return sorted(file.name[:5].upper() for file in rules if file.name.startswith("tl"))


@_in_silence
def subjects() -> Iterable[str]:
    """Codes of the rules and keys of the exercises, from the names of what is shipped."""
    import tomli

    text = files("tl_analyzer.advice").joinpath("exercises.toml").read_text(encoding="utf-8")
    return [*codes(), *tomli.loads(text)]


@_in_silence
def format_names() -> Iterable[str]:
    """Names of report formats that somebody installed, without loading them."""
    from tl_analyzer.plugins.report_formats import added_format_names

    return added_format_names()


@_in_silence
def weeks() -> Iterable[str]:
    """The last weeks, the latest first."""
    today = date.today()
    labels = [(today - timedelta(weeks=back)).isocalendar() for back in range(_WEEKS)]
    return ["last", "this", *(f"{year}-W{week:02d}" for year, week, _ in labels)]
