"""What a coach says of an athlete beside the log: groups, a note, a zone, a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """One athlete of a roster, as listed.

    Attributes
    ----------
    id : str
        As the profile, the folder or the log store names the athlete.
    place : str
        Folder below the roster's; empty for the log store and for those without a folder.
    groups : tuple of str
        Groups the athlete is in.
    note : str
        The coach's note.
    name, timezone : str
        For an athlete without a profile; empty where not said.
    remarks : tuple of str
        What is odd about the listing.
    """

    id: str
    place: str = ""
    groups: tuple[str, ...] = ()
    note: str = ""
    name: str = ""
    timezone: str = ""
    remarks: tuple[str, ...] = ()
