"""The list of plugins: one line each, for people and for programs."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from tl_analyzer.cli.plugin_list import BROKEN, LEFT_OUT, OK, Plugin
from tl_analyzer.report.wording import clean

#: Column of the kinds. [characters]
_KIND = 18
#: Longest error. [characters]
_LONGEST = 400


def plugins_text(found: Sequence[Plugin], *, every: bool) -> str:
    """One line a plugin; what is shipped and in order in one line a kind.

    Parameters
    ----------
    found : sequence of Plugin
        The list.
    every : bool
        Whether what is shipped is listed one by one, too.
    """
    return "".join(f"{line}\n" for line in _lines(found, every=every)) or "no plugins\n"


def plugins_json(found: Sequence[Plugin]) -> str:
    """The whole list for a program."""
    return json.dumps({"plugins": [asdict(each) for each in found]}, indent=2) + "\n"


def _lines(found: Sequence[Plugin], *, every: bool) -> Iterator[str]:
    folded = [] if every else [each for each in found if each.shipped and each.state != BROKEN]
    counted = Counter((each.kind, each.state, _origin(each)) for each in folded)
    for (kind, state, origin), count in counted.items():
        yield f"{kind:{_KIND}}{count} shipped with {origin}: {_STATES[state]}"
    for each in found:
        if each not in folded:
            yield _line(each)


def _line(plugin: Plugin) -> str:
    said = [f"{_STATES[plugin.state]}"]
    if plugin.error:
        said = [f"{said[0]}: {clean(plugin.error, _LONGEST)}"]
    if plugin.contract is not None:
        said.append(f"contract {plugin.contract}")
    if not plugin.shipped and plugin.state != LEFT_OUT:
        said.append(f"loaded in {plugin.load_ms:.0f} ms")
    if plugin.printed:
        said.append(f"printed {clean(plugin.printed)!r} to standard output")
    name = f"{clean(plugin.name)} ({_origin(plugin)})"
    return f"{plugin.kind:{_KIND}}{name}: {', '.join(said)}"


def _origin(plugin: Plugin) -> str:
    return clean(f"{plugin.distribution} {plugin.version}".rstrip())


_STATES = {
    OK: "in order",
    BROKEN: "cannot be used",
    LEFT_OUT: "left out by TL_LOAD_PLUGINS or --no-plugins",
}
