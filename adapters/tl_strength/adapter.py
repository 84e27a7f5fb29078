"""The adapter: recognises strength logs by their header and accounts for every row."""

from collections.abc import Iterator
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.parsing.text import decode_head
from tl_strength.importing import Import
from tl_strength.layout import Layout, claimants, header_of
from tl_strength.limits import limits
from tl_strength.rows_of_sets import ExpandedImport


class StrengthCsvAdapter:
    """Strength logs as CSV."""

    name: ClassVar[str] = "strength-csv"
    recognised: ClassVar[str] = (
        "CSV exports of Strong (every layout since 2016), Hevy (app and API), FitNotes "
        "(Android and iOS), Fit Notes (iOS), Fitbod, GymBook, GymRun, Liftosaur, Lyfta, "
        "Daily Strength, StrongLifts (old and new), SugarWOD, Beyond the Whiteboard, Wodify "
        "(old and new), TrainHeroic, TurnKey and MyFitnessPal (strength)"
    )
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether the header is that of a dialect."""
        header = header_of(decode_head(file.head).lines)
        return header is not None and bool(claimants(header))

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield workouts in the order of time, problems, and the account of all rows."""
        found = _layout(file)
        if isinstance(found, Problem):
            yield found
            yield Tally(file=file.name, adapter=self.name, unit="row", total=0, read=0, refused=0)
            return
        reader = ExpandedImport if found.dialect.expand else Import
        yield from reader(provenance(self, file), found, reading).run(file.read())


def _layout(file: SourceFile) -> Layout | Problem:
    """Find the one layout of a file, or say why it cannot be read."""
    most = limits().file.bytes
    if file.size > most:
        return Problem(
            file=file.name,
            code="file-too-large",
            found=f"{file.size / 1e6:.0f} MB",
            expected=f"at most {most / 1e6:.0f} MB",
            hint="No strength log is that large; check what the file is.",
        )
    header = header_of(decode_head(file.head).lines)
    layouts = claimants(header) if header else []
    if len(layouts) == 1:
        return layouts[0]
    if not layouts:
        return Problem(
            file=file.name,
            line=header.line if header else 1,
            code="header-unknown",
            found="a header of no known strength log",
            expected="the header of a strength app's export",
            hint="Export the log again and leave its header line as it is.",
        )
    return Problem(
        file=file.name,
        line=header.line if header else 1,
        code="two-dialects",
        found="a header claimed by " + " and ".join(each.dialect.name for each in layouts),
        expected="one dialect",
        hint="Their tables need signatures that tell them apart; please report this header.",
    )
