"""Decision tables over concepts: the first rule that holds decides."""

from collections.abc import Container, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

#: Columns of a movement, each decided by a table of that name; later ones see earlier ones.
COLUMNS = (
    "pattern",
    "equipment",
    "unilateral",
    "tl_hinge",
    "tl_overhead",
    "tl_rotation",
    "tl_flexion_loaded",
    "axial",
    "lift",
)
#: A yes in the tables of the flags.
YES = "1"


class Rule(NamedTuple):
    """One line of a table.

    Attributes
    ----------
    result : str
        What the line decides.
    needs : tuple of tuple of str
        From each of these at least one fact must be there.
    bans : tuple of str
        None of these may be there.
    doubt : str
        Why another reading is possible, empty if the rule is plain.
    """

    result: str
    needs: tuple[tuple[str, ...], ...]
    bans: tuple[str, ...]
    doubt: str

    def holds(self, facts: Container[str]) -> bool:
        """Whether the rule applies to these facts."""
        for options in self.needs:
            for option in options:
                if option in facts:
                    break
            else:
                return False
        return all(ban not in facts for ban in self.bans)

    def said_by(self, facts: Mapping[str, str]) -> list[str]:
        """Words of the name that make the rule hold, in the order of the rule."""
        said = (facts[o] for options in self.needs for o in options if facts.get(o))
        return list(dict.fromkeys(said))


class Tables(NamedTuple):
    """All decision tables.

    Attributes
    ----------
    derived : tuple of Rule
        Facts that follow from the words; every rule that holds adds its fact.
    columns : dict of str to tuple of Rule
        One table for each column of a movement.
    """

    derived: tuple[Rule, ...]
    columns: Mapping[str, tuple[Rule, ...]]

    def derive(self, facts: dict[str, str]) -> None:
        """Add the facts that follow, each said by the first word that it rests on."""
        for rule in self.derived:
            if rule.holds(facts):
                facts.setdefault(rule.result, next(iter(rule.said_by(facts)), ""))

    def decide(self, column: str, facts: Container[str]) -> Rule | None:
        """Return the first rule of a column's table that holds."""
        return next((rule for rule in self.columns[column] if rule.holds(facts)), None)


@cache
def load_tables() -> Tables:
    """Read all tables."""
    return Tables(_table("derived"), {column: _table(column) for column in COLUMNS})


def _table(name: str) -> tuple[Rule, ...]:
    text = files(__package__).joinpath("rules", f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(_rule(line) for line in text.splitlines() if line and not line.startswith("#"))


def _rule(line: str) -> Rule:
    result, when, doubt = (*line.split("\t"), "")[:3]
    terms = when.split()
    needs = (tuple(term.split("|")) for term in terms if not term.startswith("!"))
    bans = (ban for term in terms if term.startswith("!") for ban in term[1:].split("|"))
    return Rule(result, tuple(needs), tuple(bans), doubt)
