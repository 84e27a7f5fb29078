"""Distributions of strangers, as folders to import from."""

from pathlib import Path
from textwrap import dedent

#: A rule that fires in every week with sets, with its mark and source.
RULE = '''\
"""{title}.

Fires when a week holds more sets than the mark.

How weak this is: it is made up [{key}]_.
"""

from tl_analyzer.rule_book import (
    Channel, Evidence, Flag, Parameters, Picture, Rule, RuleBook, Severity, Verdict
)


def check(
    picture: Picture, parameters: Parameters, raised: tuple[Flag, ...]
) -> Verdict | None:
    {body}
    mark = parameters.number("rules.{lower}.sets")
    done = float(picture.this_week().sum())
    if done <= mark:
        return None
    fact = Evidence(
        when=picture.week.label, measure="sets of the week", value=done, unit="sets", threshold=mark
    )
    return Verdict(Severity.{severity}, (fact,), f"At most {{mark:.0f}} sets in a week.")


BOOK = RuleBook(
    contract=1,
    rules=(Rule("{code}", "{name}", Channel.ROTATION, ("rules.{lower}.sets",), check),),
    parameters="""
[rules.{lower}.sets]
value = 3
unit = "sets"
reference = "{key}"
evidence = "{grade}"
note = "Made up for a test."
""",
    references="""
[{key}]
citation = "Grip A, Wrist B (2031): {cited}, Journal of Examples 1, 1-2."
where = "doi:10.1/grip"
kind = "laboratory"
note = "Made up."
""",
)
'''


def rule_module(
    code: str = "XY101",
    name: str = "many-sets-of-grip",
    severity: str = "AMBER",
    body: str = "",
    key: str = "grip_2031",
    grade: str = "published",
    cited: str = "Sets and the hand",
) -> str:
    """The module of a rule book with one rule."""
    title = "More sets of grip work than the hand is used to"
    return RULE.format(
        title=title, code=code, lower=code.lower(), name=name, severity=severity,
        body=body, key=key, grade=grade, cited=cited,
    )  # fmt: skip


def distribution(site: Path, name: str, doors: dict[str, dict[str, str]], **modules: str) -> Path:
    """Install a distribution into a folder.

    Parameters
    ----------
    site : Path
        The folder; several distributions may share it.
    name : str
        Name of the distribution; its version is 1.0.
    doors : dict
        Entry points by group, such as ``{"rules": {"grip": "grip_book:BOOK"}}``.
    **modules : str
        Texts of its modules.
    """
    meta = site / f"{name.replace('-', '_')}-1.0.dist-info"
    meta.mkdir(parents=True)
    (meta / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    lines = []
    for group, entries in doors.items():
        lines += [f"[tl_analyzer.{group}]", *(f"{key} = {held}" for key, held in entries.items())]
    (meta / "entry_points.txt").write_text("\n".join(lines) + "\n")
    for module, text in modules.items():
        (site / f"{module}.py").write_text(dedent(text), encoding="utf-8")
    return site


def grip(site: Path, **changed: str) -> Path:
    """Install the distribution ``grip-rules`` with one rule."""
    doors = {"rules": {"grip": "grip_book:BOOK"}}
    return distribution(site, "grip-rules", doors, grip_book=rule_module(**changed))
