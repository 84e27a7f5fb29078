"""Who may be asked about: an allow-list in front of a source of athletes."""

from dataclasses import dataclass
from pathlib import Path

import tl_analyzer as tl
from tl_analyzer.remedy import RemediableError
from tl_analyzer.store.location import default_store
from tl_mcp.places import places_of
from tl_mcp.sources import OneAthlete, Source, source_of

#: Ids that are named where none was chosen. [1]
_NAMED = 50


@dataclass(frozen=True)
class Doors:
    """An allow-list: who is not on it is to a client as if not there.

    Parameters
    ----------
    source : Source
        Where athletes come from.
    named : frozenset of str or None
        Who may be asked about; None for everybody.
    places : tuple of str
        Folders that no answer names.
    """

    source: Source
    named: frozenset[str] | None
    places: tuple[str, ...] = ()

    def ids(self) -> tuple[str, ...]:
        """Who may be asked about, of those that are there by now."""
        return tuple(each for each in self.source.ids() if self._is_open(each))

    def athlete(self, asked: str) -> tl.Athlete:
        """Open one door.

        Parameters
        ----------
        asked : str
            An id; empty for the one who may be asked about.

        Raises
        ------
        RemediableError
            In the same words for an athlete who is not there and for one who is not on the list.
        """
        there = self.ids()
        if not asked and len(there) == 1:
            asked = there[0]
        if not asked:
            raise RemediableError(
                "which athlete is meant is not said", "Give one of the ids of the tool `athletes`."
            )
        if asked not in there:
            raise RemediableError(
                f"no athlete {asked!r} may be asked about here",
                "The tool `athletes` lists who may be.",
            )
        return self.source.athlete(asked)

    def roster(self, week: str, as_of: str | None) -> tl.Roster:
        """The weeks of all who may be asked about, most urgent first.

        Raises
        ------
        RemediableError
            If there is nobody, or no roster of this source.
        """
        there = self.ids()
        if not there:
            raise RemediableError(
                "nobody may be asked about here by now", "Whoever set this server up can change it."
            )
        return self.source.roster(week, as_of, there)

    def _is_open(self, athlete: str) -> bool:
        return self.named is None or athlete in self.named


def doors_to(
    paths: tuple[Path, ...],
    ids: tuple[str, ...],
    everybody: bool,
    store: Path | None,
    profile: Path | None,
) -> Doors:
    """Set up the allow-list as the command line says.

    Parameters
    ----------
    paths : tuple of Path
        A folder of athletes' folders, or one athlete's files; none for the log store.
    ids : tuple of str
        Who may be asked about.
    everybody : bool
        Whether all may be.
    store, profile : Path or None
        The log store and the profile, where they lie elsewhere than usual.

    Raises
    ------
    RemediableError
        If options contradict each other, nobody would be open, or an athlete is not there; the
        remedy names those that are.
    """
    if ids and everybody:
        raise RemediableError("--athlete and --all-athletes exclude each other", "Leave one out.")
    source = source_of(paths, store, profile)
    # Where it is not named, it may lie outside the user's own folder all the same.
    places = places_of((*paths, store or default_store(), profile))
    known = source.ids()
    there = f"There are: {', '.join(known[:_NAMED])}{', ...' if len(known) > _NAMED else ''}."
    for each in ids:
        if each not in known:
            raise RemediableError(f"there is no athlete {each!r}", there)
    if everybody or (not ids and isinstance(source, OneAthlete)):
        return Doors(source, None, places)
    if not ids:
        raise RemediableError(
            "nobody may be asked about: an assistant is shown only whom you name",
            f"Add --athlete ID, or --all-athletes. {there}",
        )
    return Doors(source, frozenset(ids), places)
