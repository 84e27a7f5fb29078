"""What the doctor found, as a page and as JSON."""

import json
from collections.abc import Sequence

from tl_analyzer.cli.doctor_fact import Section, State
from tl_analyzer.cli.fact_line import fact_line
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.wording import clean, count

_STYLES = {State.OK: "", State.NOTE: "bold cyan", State.MEND: "bold red"}
_LABEL = 18
_LONGEST = 500


def doctor_text(sections: Sequence[Section], layout: Layout) -> str:
    """Lay out the findings; what needs mending is counted at the end."""
    sheet = Sheet(layout)
    for section in sections:
        sheet.heading(section.title)
        for fact in section.facts:
            told = sheet.words(clean(fact.told, _LONGEST))
            if fact.state is not State.OK:
                told = sheet.join(sheet.words(f"{fact.state}: ", _STYLES[fact.state]), told)
            if fact.remedy:
                told = sheet.join(told, sheet.words(f" - {clean(fact.remedy, _LONGEST)}"))
            fact_line(sheet, clean(fact.name), told, _LABEL)
    to_mend = sum(fact.state is State.MEND for section in sections for fact in section.facts)
    sheet.blank()
    verdict = f"{count(to_mend, 'thing')} to mend." if to_mend else "Everything is in order."
    sheet.paragraph(sheet.words(verdict, "bold"), 0)
    return sheet.text()


def doctor_json(sections: Sequence[Section], layout: Layout) -> str:
    """The findings for a program."""
    del layout
    document = {
        "in_order": is_in_order(sections),
        "sections": [
            {
                "title": section.title,
                "facts": [
                    {
                        "name": fact.name,
                        "state": fact.state.value,
                        "told": fact.told,
                        "remedy": fact.remedy or None,
                    }
                    for fact in section.facts
                ],
            }
            for section in sections
        ],
    }
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def is_in_order(sections: Sequence[Section]) -> bool:
    """Whether nothing needs mending."""
    return all(fact.state is not State.MEND for section in sections for fact in section.facts)
