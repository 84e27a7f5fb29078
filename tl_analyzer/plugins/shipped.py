"""What is shipped of a kind, through the door that everybody else's comes in by."""

from collections.abc import Callable
from typing import Any, TypeVar

from tl_analyzer.plugins.entry_lists import entries, origin
from tl_analyzer.plugins.group import Group
from tl_analyzer.plugins.installed import OWN
from tl_analyzer.plugins.loading import load_entry
from tl_analyzer.remedy import RemediableError

T = TypeVar("T")


def shipped(group: Group, made: Callable[[Any], T]) -> T:
    """The one plugin of a group that is shipped; no setting leaves it out.

    Parameters
    ----------
    group : Group
        The door.
    made : callable
        As for `tl_analyzer.plugins.loading.load`.

    Raises
    ------
    RemediableError
        If the installation does not offer it: without its own rules a report would look calm.
    """
    why = "its entry point is missing"
    for entry in entries(group):
        if origin(entry)[0] == OWN:
            found = load_entry(entry, group, made)
            if found.value is not None:
                return found.value
            why = found.error
    raise RemediableError(
        f"this installation lacks the {group.kind} of {OWN}: {why}",
        f"Install it again: pip install --force-reinstall {OWN}.",
    )
