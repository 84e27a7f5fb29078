"""What an import did, for a terminal."""

from tl_analyzer.athletes.athlete import Resolved
from tl_analyzer.importing.import_account import (
    ARCHIVE,
    DUPLICATE,
    UNOPENED,
    UNRECOGNISED,
    FileNote,
    ImportAccount,
)
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.problem_groups import entry
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.wording import clean, count

#: Room for the kinds of sources. [characters]
_KIND = 22
#: What is counted of each kind, in this order.
_COUNTED = ("new", "replaced", "unchanged", "vanished", "withdrawn", "refused")
_NO_ENTRIES = (UNRECOGNISED, UNOPENED, DUPLICATE)


def import_text(account: ImportAccount, who: Resolved, layout: Layout, *, dry_run: bool) -> str:
    """Lay out what an import did: files to look at, then a table by kind of source."""
    sheet = Sheet(layout)
    for problem in who.notes:
        said = entry(problem)
        sheet.paragraph(sheet.words(f"{said.place}: {said.finding}. {said.hint}"), 0)
    for note in account.notes:
        _note(sheet, note)
    if account.more_notes:
        more = f"{count(account.more_notes, 'more file')} with remarks; `tl check PATH` shows all."
        sheet.paragraph(sheet.words(more), 0)
    _table(sheet, account)
    sheet.paragraph(sheet.words(_outcome(account, clean(who.profile.athlete.id), dry_run=dry_run)))
    return sheet.text()


def _note(sheet: Sheet, note: FileNote) -> None:
    source = note.source
    sheet.paragraph(sheet.words(clean(source.file), "bold"), 0)
    if not source.opened:
        sheet.paragraph(sheet.words("could not be opened"))
    elif source.reason:
        sheet.paragraph(sheet.words(f"not recognised by any adapter: {clean(source.reason)}"))
    for problem in note.problems:
        said = entry(problem)
        place = said.place.removeprefix(clean(problem.file)).lstrip(":").strip()
        where = f"{place}: " if place else ""
        words = sheet.words(f"{where}{said.finding}. {said.hint}")
        sheet.paragraph(sheet.join(sheet.words(f"{problem.kind} ", "bold"), words), 4)
    if note.more:
        sheet.paragraph(sheet.words(f"and {note.more} more; `tl check` shows all"), 4)


def _table(sheet: Sheet, account: ImportAccount) -> None:
    read = account.files - account.unchanged_files
    sheet.heading(f"{count(account.files, 'file')}: {read} read")
    for kind in sorted(account.kinds):
        counted = account.kinds[kind]
        words = [count(counted["files"], "file")] if kind != ARCHIVE else []
        if kind not in _NO_ENTRIES:
            always = ("new",) if kind != ARCHIVE else ()
            words += [
                f"{counted[what]} {what}" for what in _COUNTED if counted[what] or what in always
            ]
        sheet.hanging(sheet.words(clean(kind)), sheet.words(", ".join(words)), _KIND)
    if account.unchanged_files:
        same = f"{count(account.unchanged_files, 'file')} as at the last import"
        sheet.hanging(sheet.words("unchanged"), sheet.words(same), _KIND)
    if account.pruned:
        gone = count(account.pruned, "entry", "entries")
        sheet.hanging(sheet.words("pruned"), sheet.words(gone), _KIND)
    if any(kind["vanished"] for kind in account.kinds.values()) and not account.pruned:
        stay = "Sessions that vanished from their files stay in the log; --prune deletes them."
        sheet.paragraph(sheet.words(stay))


def _outcome(account: ImportAccount, athlete: str, *, dry_run: bool) -> str:
    if not account.changes:
        return f"Nothing changed in the log of {athlete}."
    changed = count(account.changes, "entry", "entries")
    if dry_run:
        return f"The log of {athlete} would change by {changed}; nothing was written."
    return f"The log of {athlete} changed by {changed}."
