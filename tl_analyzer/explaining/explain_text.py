"""A rule or an exercise laid out for a terminal, with everything a sceptic asks about it."""

import re
from collections.abc import Iterable

from tl_analyzer.advice.exercise import Exercise
from tl_analyzer.explaining.explain_equations import coefficients_of, equations
from tl_analyzer.parameters import Parameter
from tl_analyzer.plugins import parameter_set
from tl_analyzer.plugins.sourced_books import references
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.wording import number, sentence
from tl_analyzer.rules.rule import Rule

_LABEL = 13

#: A source in the text of a rule.
_CITED = re.compile(r"\[([a-z0-9_]+)\]_")


def rule_text(rule: Rule, layout: Layout, origin: str = "") -> str:
    """Lay out a rule: rationale, marks with their evidence, sources in full.

    Parameters
    ----------
    rule : Rule
        The rule.
    layout : Layout
        The page.
    origin : str
        Distribution and version it comes from; empty for a shipped one.
    """
    sheet = Sheet(layout)
    parameters = parameter_set()
    used = [parameters[key] for key in rule.parameters]
    sheet.paragraph(sheet.words(f"{rule.code} {rule.name}", "bold"), 0)
    sheet.paragraph(sheet.words(f"channel: {rule.channel}", "dim"), 0)
    _from(sheet, origin)
    for paragraph in rule.rationale.split("\n\n"):
        sheet.blank()
        sheet.paragraph(sheet.words(_unwrapped(_CITED.sub(r"[\1]", paragraph))))
    computed = tuple(equations(rule.channel))
    if computed:
        sheet.heading("How it is computed")
    for equation in computed:
        sheet.paragraph(sheet.words(equation.statement))
        if equation.limits:
            sheet.paragraph(sheet.words(f"Limits: {equation.limits}", "dim"), 4)
    coefficients = coefficients_of(rule.channel, parameters)
    if coefficients:
        sheet.heading("Coefficients in use")
    for parameter in coefficients:
        said = (
            f"{parameter.key} = {_value(parameter)} ({parameter.evidence}, {parameter.reference})"
        )
        sheet.paragraph(sheet.words(said))
    sheet.heading("Marks" if used else "Marks: none")
    for parameter in used:
        _mark(sheet, parameter)
    _sources(
        sheet,
        (
            *_CITED.findall(rule.rationale),
            *(parameter.reference for parameter in used),
            *(key for equation in computed for key in equation.sources),
            *(parameter.reference for parameter in coefficients),
        ),
    )
    return sheet.text()


def exercise_text(exercise: Exercise, layout: Layout) -> str:
    """Lay out an entry of the catalogue: dose, cues, progression, for whom, sources in full."""
    sheet = Sheet(layout)
    sheet.paragraph(sheet.words(exercise.name, "bold"), 0)
    sheet.paragraph(sheet.words(f"{exercise.key}, {exercise.purpose}", "dim"), 0)
    _from(sheet, exercise.added_by)
    sheet.blank()
    sheet.paragraph(sheet.words(sentence(exercise.reason)))
    if exercise.professional:
        sheet.paragraph(sheet.words("For professional hands: never part of a plan.", "bold"))
    sheet.heading("How")
    time = f" ({number(exercise.minutes)} min)" if exercise.minutes else ""
    _row(sheet, "dose", f"{exercise.dose}{time}; evidence: {exercise.dose_evidence}")
    _row(sheet, "when", exercise.place.words)
    if exercise.per_week:
        _row(sheet, "how often", f"{exercise.per_week} x a week")
    for step, dose in enumerate(exercise.progression, start=1):
        _row(sheet, f"then, step {step}", dose)
    for cue in exercise.cues:
        _row(sheet, "cue", cue)
    sheet.heading("For whom")
    _row(sheet, "answers", ", ".join(exercise.answers) or "no flag of its own")
    _row(sheet, "equipment", " or ".join(exercise.equipment).replace("_", " ") or "none")
    _row(sheet, "suits", ", ".join(exercise.suits))
    _row(sheet, "not if", ", ".join(exercise.not_if).replace("_", " ") or "no exception")
    _sources(sheet, (exercise.reference, *exercise.also))
    return sheet.text()


def _from(sheet: Sheet, origin: str) -> None:
    if origin:
        sheet.paragraph(sheet.words(f"from: {origin}, not part of tl-analyzer", "dim"), 0)


def _row(sheet: Sheet, label: str, words: str) -> None:
    sheet.hanging(sheet.words(label, "dim"), sheet.words(words), _LABEL)


def _unwrapped(paragraph: str) -> str:
    lines = paragraph.splitlines()
    prose = not any(line.startswith((" ", "- ", "* ")) for line in lines)
    return " ".join(lines) if prose else paragraph


def _mark(sheet: Sheet, parameter: Parameter) -> None:
    sheet.blank()
    sheet.paragraph(
        sheet.join(
            sheet.words(_value(parameter), "bold"),
            sheet.words(f"  {parameter.key}", "dim"),
        )
    )
    bounds = [b for b in (parameter.low, parameter.high) if b is not None]
    span = f", range {' to '.join(number(b) for b in bounds)}" if bounds else ""
    words = f"evidence: {parameter.evidence}, source: {parameter.reference}{span}"
    sheet.paragraph(sheet.words(words), 4)
    if parameter.note:
        sheet.paragraph(sheet.words(parameter.note, "dim"), 4)


def _value(parameter: Parameter) -> str:
    value = parameter.value
    if not isinstance(value, str):
        value = ", ".join(number(v) for v in (value if isinstance(value, tuple) else (value,)))
    return f"{value} {parameter.unit}".removesuffix(" 1")


def _sources(sheet: Sheet, keys: Iterable[str]) -> None:
    known, cited = references(), dict.fromkeys(keys)
    sheet.heading("Sources" if cited else "Sources: none")
    for key in cited:
        sheet.paragraph(sheet.words(key, "bold"))
        source = known.get(key)
        if source is None:
            sheet.paragraph(sheet.words("not in the bibliography"), 4)
            continue
        sheet.paragraph(sheet.words(f"{source.citation} {source.where}".strip()), 4)
        if source.note:
            sheet.paragraph(sheet.words(f"{source.kind}. {source.note}", "dim"), 4)
