"""Tables that a run over a fleet writes: ``athletes``, ``channels``, ``flags``, ``plans``.

Names and values are those of the JSON report. A column of JSON text holds what is a list or an
object there, so that the report's parts can be put together again exactly; see
`tl_analyzer.fleet.report_parts`.
"""

from tl_analyzer.dataset.table import Table
from tl_analyzer.tables.columns import Column, ColumnType

#: Kind of a dataset that holds reports.
REPORTS = "reports"

_TEXT, _REAL, _WHOLE = ColumnType.TEXT, ColumnType.REAL, ColumnType.INTEGER

WEEK = Column("week", _TEXT, "", "ISO week under review, in the athlete's zone", missing=True)

ATHLETE_COLUMNS = (
    Column("name", _TEXT, "", "the athlete's name", missing=True),
    WEEK,
    Column("timezone", _TEXT, "", "the athlete's zone", missing=True),
    Column("as_of", _TEXT, "", "moment of the report, in that zone", missing=True),
    Column("headline", _TEXT, "", "the week in a sentence", missing=True),
    Column("worst", _TEXT, "", "highest severity among the flags", missing=True),
    Column("flags", _WHOLE, "1", "flags raised", missing=True),
    Column("problems", _WHOLE, "1", "problems met on the way", missing=True),
    Column("weeks_of_history", _REAL, "weeks", "weeks since the first record", missing=True),
    Column("coverage", _TEXT, "", "what was and was not known, as JSON", missing=True),
    Column("referral_level", _TEXT, "", "emergency or clinician, if any", missing=True),
    Column("referral", _TEXT, "", "the referral, as JSON; null without one", missing=True),
    Column("parameter_version", _TEXT, "", "version of the parameters", missing=True),
    Column("error", _TEXT, "", "why there is no report for the athlete", missing=True),
)

CHANNEL_COLUMNS = (
    WEEK,
    Column("channel", _TEXT, "", "hinge, overhead, flexion, rotation"),
    Column("this_week", _REAL, "of `unit`", "sum over the week"),
    Column("usual", _REAL, "of `unit`", "the athlete's own usual", missing=True),
    Column("unit", _TEXT, "", "unit of both"),
    Column("daily", _TEXT, "", "by day, Monday first, as a JSON list"),
    Column("low", _REAL, "of `unit`", "lower end of the range of this week"),
    Column("high", _REAL, "of `unit`", "upper end of it"),
    Column("trend", _TEXT, "", "the weeks before, oldest first, then this one, as a JSON list"),
    Column("quality", _TEXT, "", "measured, observed, assumed"),
    Column("details", _TEXT, "", "further measures, as a JSON object"),
    Column("context", _TEXT, "", "moving averages and the like, as a JSON object"),
)

FLAG_COLUMNS = (
    WEEK,
    Column("number", _WHOLE, "1", "place of the flag in the report, from 0"),
    Column("code", _TEXT, "", "code of the rule"),
    Column("name", _TEXT, "", "its name"),
    Column("severity", _TEXT, "", "info, watch, amber, red"),
    Column("confidence", _TEXT, "", "low, medium, high"),
    Column("channel", _TEXT, "", "the kind of exposure it speaks of"),
    Column("because", _TEXT, "", "the measured facts behind it, as a JSON list"),
    Column("clears_when", _TEXT, "", "what would make it go away"),
    Column("references", _TEXT, "", "keys of its sources, as a JSON list"),
    Column("summary", _TEXT, "", "the rule in a sentence"),
    Column("straddles", ColumnType.FLAG, "", "whether the week may as well be below the mark"),
    Column("added_by", _TEXT, "", "plugin whose rule raised it; empty for a shipped rule"),
)

PLAN_COLUMNS = (
    WEEK,
    Column("number", _WHOLE, "1", "place of the item in the plan, from 0"),
    Column("exercise", _TEXT, "", "exercise, break or change of load"),
    Column("purpose", _TEXT, "", "what it is for"),
    Column("dose", _TEXT, "", "how much"),
    Column("when", _TEXT, "", "place in the day or week"),
    Column("because", _TEXT, "", "codes of the flags it answers, as a JSON list"),
    Column("reference", _TEXT, "", "key of its source"),
    Column("key", _TEXT, "", "its key in the catalogue"),
    Column("why", _TEXT, "", "why this, for this athlete, this week"),
    Column("cues", _TEXT, "", "how to do it, as a JSON list"),
    Column("minutes", _REAL, "min", "time it takes on a day it is done"),
    Column("per_week", _WHOLE, "1", "days a week it is meant for"),
    Column("added_by", _TEXT, "", "plugin that it is from; empty for a shipped entry"),
)

#: Columns that hold JSON text.
NESTED = frozenset(
    {
        "daily",
        "trend",
        "details",
        "context",
        "because",
        "references",
        "cues",
        "coverage",
        "referral",
    }
)

RESULT_TABLES = (
    Table.of("athletes", ATHLETE_COLUMNS),
    Table.of("channels", CHANNEL_COLUMNS),
    Table.of("flags", FLAG_COLUMNS),
    Table.of("plans", PLAN_COLUMNS),
)
