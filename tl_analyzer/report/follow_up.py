"""Flags that somebody has seen, as they stand in a report."""

from tl_analyzer.finding import Severity
from tl_analyzer.log.value import Value


class Acknowledged(Value):
    """An acknowledged flag of this week.

    Attributes
    ----------
    code : str
        Code of the flag.
    until : str
        Last day it is put aside.
    note : str
        What was noted beside it.
    made_on : str
        Day on which it was acknowledged.
    severity : Severity
        Severity of the flag then.
    returned : str
        Why it is shown like any other again, in plain words; empty while it is put aside.
    """

    code: str
    until: str
    note: str
    made_on: str
    severity: Severity
    returned: str = ""
