"""The account of a dry run for a terminal."""

from tl_analyzer.cli.check_account import Account, FileAccount, State
from tl_analyzer.log import Tally
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.problem_groups import entry
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.wording import clean, count


def check_text(found: Account, layout: Layout) -> str:
    """Lay the account out as text: file by file, then the sum of all files."""
    sheet = Sheet(layout)
    for file in found.files:
        _file(sheet, file)
    for problem in found.others:
        said = entry(problem)
        sheet.paragraph(sheet.words(f"{said.place}: {said.finding}. {said.hint}"), 0)
    _summary(sheet, found)
    return sheet.text()


def _file(sheet: Sheet, file: FileAccount) -> None:
    sheet.paragraph(sheet.words(clean(file.source.file), "bold"), 0)
    sheet.paragraph(sheet.words(_what(file)))
    for problem in file.problems:
        said = entry(problem)
        place = said.place.removeprefix(clean(problem.file)).lstrip(":").strip()
        where = f"{place}: " if place else ""
        words = sheet.join(
            sheet.words(f"{problem.kind} ", "bold"),
            sheet.words(f"{where}{said.finding}. {said.hint}"),
        )
        sheet.paragraph(words, 4)


def _what(file: FileAccount) -> str:
    source = file.source
    if file.state is State.DUPLICATE:
        return f"duplicate: the same bytes as {clean(source.same_as)}, read once"
    if file.state is State.UNKNOWN:
        return "not recognised by any adapter" if source.opened else "could not be opened"
    words = f"{clean(source.adapter)}: {count(source.entries, 'entry', 'entries')}"
    return words + (f"; {_rows(source.tally)}" if source.tally else "")


def _rows(tally: Tally) -> str:
    words = f"{count(tally.total, tally.unit)}: {tally.read} read, {tally.refused} refused"
    aside = [f"{n} {clean(label)}" for label, n in tally.set_aside]
    return words + (f", set aside: {', '.join(aside)}" if aside else "")


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
