"""What an import did, summed up as it goes: numbers by kind of source, and what to look at."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tl_analyzer.importing.import_files import Imported
from tl_analyzer.intake.adapter_remarks import ToldOnce
from tl_analyzer.log import Problem, SourceSummary

#: Problems of one file that are kept to be shown; `tl check` shows all. [1]
_SHOWN = 5
#: Files with something to look at that are kept, so that an import needs no more memory the more
#: files there are. [1]
_FILES = 200

#: Kinds of sources that no adapter stands for.
UNRECOGNISED, UNOPENED, DUPLICATE = "not recognised", "not opened", "duplicate"
#: Of an archive as a whole nothing is told but members that are gone.
ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class FileNote:
    """A file with something to look at.

    Attributes
    ----------
    source : SourceSummary
        What was read.
    problems : tuple of Problem
        The first of its problems.
    more : int
        Problems beyond these. [1]
    """

    source: SourceSummary
    problems: tuple[Problem, ...]
    more: int


@dataclass
class ImportAccount:
    """An import in numbers.

    Attributes
    ----------
    unchanged_files : int
        Files that are as they were at the last import, and were not read. [1]
    kinds : dict
        By adapter, or by what became of files that none recognised: ``files`` read, entries
        ``new``, ``replaced``, ``unchanged`` and ``vanished``, rows ``refused``. [1]
    notes : list of FileNote
        Files with something to look at, the first of them.
    more_notes : int
        Such files beyond these. [1]
    pruned : int
        Entries that were deleted because their file holds them no more. [1]
    """

    unchanged_files: int = 0
    kinds: dict[str, Counter[str]] = field(default_factory=dict)
    notes: list[FileNote] = field(default_factory=list)
    more_notes: int = 0
    pruned: int = 0
    _told: ToldOnce = field(default_factory=ToldOnce, repr=False)

    def add(self, one: Imported) -> None:
        """Count what became of one file."""
        if one.kept is None or (one.source and one.source.same_as == one.file):
            self.unchanged_files += 1
            return
        counted = self.kinds.setdefault(_kind(one.source), Counter())
        counted["vanished"] += one.kept.vanished
        if one.source is None:
            return
        counted["files"] += 1
        counted["new"] += one.kept.new
        counted["replaced"] += one.kept.replaced
        counted["unchanged"] += one.kept.unchanged
        counted["withdrawn"] += one.kept.withdrawn
        counted["refused"] += one.source.tally.refused if one.source.tally else 0
        problems = self._told(one.problems)
        if problems or not one.source.digest:
            self._note(one.source, problems)

    def _note(self, source: SourceSummary, problems: tuple[Problem, ...]) -> None:
        if len(self.notes) < _FILES:
            more = max(len(problems) - _SHOWN, 0)
            self.notes.append(FileNote(source, problems[:_SHOWN], more))
        else:
            self.more_notes += 1

    @property
    def files(self) -> int:
        """Files and members of archives that were met; an unchanged archive is one."""
        return self.unchanged_files + sum(kind["files"] for kind in self.kinds.values())

    @property
    def changes(self) -> int:
        """Entries of the log that are not as they were. [1]"""
        told = ("new", "replaced", "withdrawn")
        return self.pruned + sum(kind[word] for kind in self.kinds.values() for word in told)

    @property
    def recognised(self) -> int:
        """Files that an adapter read now, or that are copies of such. [1]"""
        aside = (UNRECOGNISED, UNOPENED)
        return sum(kind["files"] for name, kind in self.kinds.items() if name not in aside)


def accounted(imported: Iterable[Imported]) -> ImportAccount:
    """Count everything that is imported, as it is."""
    account = ImportAccount()
    for one in imported:
        account.add(one)
    return account


def _kind(source: SourceSummary | None) -> str:
    if source is None:
        return ARCHIVE
    if not source.opened:
        return UNOPENED
    if source.same_as:
        return DUPLICATE
    return source.adapter or UNRECOGNISED
