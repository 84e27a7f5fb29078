"""Commands of other programs' hosts, each loaded only when it is asked for."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.plugins.group import HOSTS
from tl_analyzer.plugins.installed import OWN, Installed
from tl_analyzer.plugins.loading import RefusedError, load_entry, origin, wanted
from tl_analyzer.report.wording import clean

#: Longest error of a host that is repeated. [characters]
_LONGEST = 300


class Host(NamedTuple):
    """A shipped host, as far as it can be told without importing it.

    Attributes
    ----------
    summary : str
        The same as its command's own short help.
    extra : str
        Extra of this distribution that brings what it needs; empty where it needs nothing.
    """

    summary: str
    extra: str = ""


#: What is shipped.
SHIPPED: Final = MappingProxyType(
    {
        "mcp": Host("Serve reports to an assistant (MCP over stdio).", "mcp"),
        "activitywatch": Host("Put a week's rides and lifts on the timeline of ActivityWatch."),
        "garmindb": Host("Let GarminDB write the posture of each ride into its database."),
        "goldencheetah": Host("Put lifting sessions into a GoldenCheetah library."),
        "datasette": Host("Open the log store in datasette, on this computer only.", "datasette"),
    }
)


def host_summaries() -> dict[str, str]:
    """Every host by name with what is known of it; nothing is imported."""
    found = {name: host.summary for name, host in SHIPPED.items()}
    for entry in wanted(HOSTS):
        found.setdefault(entry.name, f"From {clean(_from(entry))}.")
    return found


def host_origin(name: str) -> str:
    """The foreign distribution that a host comes from; empty for what is shipped."""
    foreign = [entry for entry in _named(name) if origin(entry)[0] != OWN]
    return "" if name in SHIPPED or not foreign else _from(foreign[0])


def extra_of(name: str) -> str:
    """The extra that brings what a shipped host needs; empty where it needs nothing."""
    return SHIPPED[name].extra if name in SHIPPED else ""


def host_command(name: str) -> click.Command | None:
    """Load the command of a host; one that cannot be loaded says so when it is run.

    Returns
    -------
    click.Command or None
        None if there is no such host.
    """
    found = list(_named(name))
    if name in SHIPPED:
        # What is shipped keeps its name, whoever else wants it.
        found = [entry for entry in found if origin(entry)[0] == OWN]
        if not found:
            return _unusable(name, "is not installed", _remedy(name))
    if not found:
        return None
    if len(found) > 1:
        both = " and ".join(sorted(map(_from, found)))
        return _unusable(name, f"is offered by {both}", "Remove one of the distributions.")
    loaded = load_entry(found[0], HOSTS, as_command)
    if loaded.value is None:
        return _unusable(name, f"cannot be used: {loaded.error}", _remedy(name, loaded))
    return loaded.value


def as_command(held: Any) -> click.Command:
    """What the entry point of a host holds.

    Raises
    ------
    RefusedError
        If it is no command.
    """
    if not isinstance(held, click.Command):
        raise RefusedError("is not a command of click")
    return held


def _named(name: str) -> Iterator[EntryPoint]:
    return (entry for entry in wanted(HOSTS) if entry.name == name)


def _from(entry: EntryPoint) -> str:
    return " ".join(origin(entry)).rstrip()


def _remedy(name: str, loaded: Installed[click.Command] | None = None) -> str:
    if loaded is not None and not loaded.shipped:
        return f"Update or remove the distribution {loaded.origin}."
    extra = extra_of(name)
    return f"pip install 'tl-analyzer[{extra}]'" if extra else "Install tl-analyzer again."


def _unusable(name: str, why: str, remedy: str) -> click.Command:
    """A command in the place of one that cannot be loaded."""
    told = clean(f"host {name} {why}", _LONGEST)

    def refuse() -> None:
        raise UsageFailure(told, remedy)

    known = SHIPPED.get(name)
    return click.Command(
        name,
        callback=refuse,
        short_help=known.summary if known else told,
        help=f"{known.summary if known else ''}\n\n{told}. {clean(remedy)}".strip(),
        epilog=examples(f"tl connect {name}", f"tl {name}"),
        context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
    )
