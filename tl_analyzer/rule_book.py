"""What the author of a rule book imports; see ``docs/extending.md``.

The names listed here are the contract; what else the program holds may change.
"""

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.set_table import SetTable
from tl_analyzer.load.weekly import Weekly
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins.rule_books import RuleBook
from tl_analyzer.rules.evidence import count, day, instant
from tl_analyzer.rules.rule import Rule, Verdict
from tl_analyzer.rules.set_rows import sessions_of
from tl_analyzer.rules.usual import Comparison, against_usual, of_week

__all__ = [
    "Channel",
    "Comparison",
    "DataQuality",
    "Evidence",
    "Flag",
    "Parameters",
    "Picture",
    "Rule",
    "RuleBook",
    "SetTable",
    "Severity",
    "Verdict",
    "Weekly",
    "against_usual",
    "count",
    "day",
    "instant",
    "of_week",
    "sessions_of",
]
