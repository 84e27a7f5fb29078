"""The account of a dry run for a terminal."""

from tl_analyzer.cli.check_account import Account, FileAccount, State
from tl_analyzer.log import Tally
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.problem_groups import entry
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.wording import clean, count, share

#: Unknown exercises that are named. [1]
_UNKNOWN_SHOWN = 10
#: Longest line of a hint. [characters]
_HINT = 2000


def check_text(found: Account, layout: Layout) -> str:
    """Lay the account out as text: file by file, then the sum of all files."""
    sheet = Sheet(layout)
    for file in found.files:
        _file(sheet, file)
    for problem in found.others:
        said = entry(problem)
        sheet.paragraph(sheet.words(f"{said.place}: {said.finding}. {said.hint}"), 0)
    _unknown(sheet, found)
    _summary(sheet, found)
    return sheet.text()


def _file(sheet: Sheet, file: FileAccount) -> None:
    sheet.paragraph(sheet.words(clean(file.source.file), "bold"), 0)
    sheet.paragraph(sheet.words(_what(file)))
    for problem in file.problems:
        said = entry(problem)
        first, *lines = problem.hint.splitlines() or [""]
        hint = f"{clean(first, _HINT)}:" if lines else said.hint
        place = said.place.removeprefix(clean(problem.file)).lstrip(":").strip()
        where = f"{place}: " if place else ""
        words = sheet.join(
            sheet.words(f"{problem.kind} ", "bold"),
            sheet.words(f"{where}{said.finding}. {hint}"),
        )
        sheet.paragraph(words, 4)
        # Lines of a hint are to be copied as they are.
        for line in lines:
            sheet.paragraph(sheet.words(clean(line, _HINT)), 6)


def _what(file: FileAccount) -> str:
    source = file.source
    if file.state is State.DUPLICATE:
        return f"duplicate: the same bytes as {clean(source.same_as)}, read once"
    if file.state is State.UNKNOWN:
        if not source.opened:
            return "could not be opened"
        return f"not recognised by any adapter: {clean(source.reason)}"
    words = f"{clean(source.adapter)}: {count(source.entries, 'entry', 'entries')}"
    return words + (f"; {_rows(source.tally)}" if source.tally else "")


def _rows(tally: Tally) -> str:
    words = f"{count(tally.total, tally.unit)}: {tally.read} read, {tally.refused} refused"
    aside = [f"{n} {clean(label)}" for label, n in tally.set_aside]
    return words + (f", set aside: {', '.join(aside)}" if aside else "")


def _unknown(sheet: Sheet, found: Account) -> None:
    """Exercises that were not recognised, and how to say what they are."""
    if not found.unknown:
        return
    of_sets = share(sum(one.share_of_sets for one in found.unknown))
    of_load = share(sum(one.share_of_load for one in found.unknown))
    names = count(len(found.unknown), "exercise")
    sheet.heading(f"{names} not recognised: {of_sets} of all sets, {of_load} of the load")
    for one in found.unknown[:_UNKNOWN_SHOWN]:
        words = f"{count(one.sets, 'set')}, {share(one.share_of_sets)} of sets"
        words += f", {share(one.share_of_load)} of load" if one.load_kg else ""
        words += f"; spelled like {clean(one.nearest)}" if one.nearest else ""
        sheet.hanging(sheet.words(clean(one.name, 40)), sheet.words(words), 42)
    if len(found.unknown) > _UNKNOWN_SHOWN:
        sheet.paragraph(sheet.words(f"and {len(found.unknown) - _UNKNOWN_SHOWN} more"))
    hint = "tl check PATH --propose exercises.toml writes a file in which to say what they are."
    sheet.paragraph(sheet.words(hint))


def _summary(sheet: Sheet, found: Account) -> None:
    states = [f"{n} {state}" for state, n in found.states().items()]
    sheet.heading(f"{count(len(found.files), 'file')}: {', '.join(states) or 'none'}")
    for adapter in sorted({file.source.adapter for file in found.files if file.source.adapter}):
        mine = [file.source for file in found.files if file.source.adapter == adapter]
        tallies = [source.tally for source in mine if source.tally]
        for unit in sorted({tally.unit for tally in tallies}):
            rows = [tally for tally in tallies if tally.unit == unit]
            total = sum(tally.total for tally in rows)
            read, refused = (sum(getattr(t, part) for t in rows) for part in ("read", "refused"))
            sheet.hanging(
                sheet.words(clean(adapter)),
                sheet.words(
                    f"{count(len(rows), 'file')}, {count(total, unit)}: {read} read,"
                    f" {refused} refused, {total - read - refused} set aside"
                ),
                16,
            )
    problems = sum(len(file.problems) for file in found.files) + len(found.others)
    sheet.hanging(sheet.words("problems"), sheet.words(str(problems)), 16)
