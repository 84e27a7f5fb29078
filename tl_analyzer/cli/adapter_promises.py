"""``tl adapters --verify``: the promises of adapters, checked with samples."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from tl_analyzer.adapter import Adapter
from tl_analyzer.intake.identify import claimants
from tl_analyzer.intake.limits import Limits
from tl_analyzer.intake.walk import walk
from tl_analyzer.log import Problem
from tl_analyzer.plugins import InstalledAdapter
from tl_analyzer.plugins.containment_adapter import ContainedAdapter
from tl_analyzer.promises import broken_promises
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.wording import clean, count


def verified(
    samples: Sequence[Path], installed: tuple[InstalledAdapter, ...], sheet: Sheet
) -> bool:
    """Check the owner of each sample, write what was found, and say whether all kept its word."""
    kept = True
    for path in samples:
        for file in walk(path, Limits()):
            if isinstance(file, Problem):
                kept = False
                sheet.paragraph(sheet.words(clean(str(file), 400)), 0)
                continue
            claims, problems = claimants(file, installed)
            names = " and ".join(adapter.name for adapter in claims) or "no adapter"
            sheet.paragraph(sheet.words(f"{clean(file.name)}: claimed by {names}", "bold"), 0)
            broken = [b for a in claims for b in broken_promises(_bare(a), [file])]
            kept = kept and len(claims) == 1 and not broken and not problems
            for problem in problems:
                sheet.paragraph(sheet.words(clean(str(problem), 400)))
            for each in broken:
                sheet.paragraph(sheet.words(clean(f"{each.promise}: {each.how}", 400)))
            if claims and not broken:
                sheet.paragraph(sheet.words("keeps every promise"))
            elif broken:
                sheet.paragraph(sheet.words(count(len(broken), "broken promise")))
    return kept


def _bare(adapter: Adapter) -> Adapter:
    """The adapter as its author wrote it: what contains it would keep promises in its place."""
    return cast(Adapter, adapter.bare) if isinstance(adapter, ContainedAdapter) else adapter
