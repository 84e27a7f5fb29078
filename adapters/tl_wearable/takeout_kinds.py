"""Which file of a Fitbit or Google Health takeout this is, by its structure."""

import re
from enum import StrEnum

from tl_analyzer.adapter import SourceFile
from tl_analyzer.parsing.table import head_of
from tl_analyzer.parsing.text import decode_head

_NO_DATA = b"no data"
_NO_DATA_BYTES = 64
_NAMED = re.compile(r"(steps|activity_level|weight)(_\d{4}-\d{2}-\d{2})?\.csv$", re.IGNORECASE)
_SERIES = re.compile(
    r'\s*\[\s*\{\s*"dateTime"\s*:\s*"\d\d/\d\d/\d\d \d\d:\d\d:\d\d"\s*,\s*"value"\s*:'
)
_SERIES_NAME = re.compile(
    r"(steps|calories|distance|altitude|heart_rate|resting_heart_rate|time_in_heart_rate_zones"
    r"|(lightly|moderately|very)_active_minutes|(demographic_|run_)?vo2_max|swim_lengths_data)"
    r"-[\w-]*\.json$",
    re.IGNORECASE,
)
_LIST_OF_OBJECTS = re.compile(r'\s*\[\s*\{\s*"')
_KEY = re.compile(r'"(\w{1,40})"\s*:')
#: Of the first object so much is looked at; its own keys come before nested ones.
_FIRST_OBJECT = 2000

_START = ("start time", "start timestamp", "period start", "start")
_END = ("end time", "end timestamp", "period end", "end")


class TakeoutKind(StrEnum):
    """What a file of the takeout holds."""

    NO_DATA = "a file that says it has no data"
    SEDENTARY_PERIOD = "periods without movement"
    ACTIVITY_LEVEL = "activity levels"
    STEPS = "steps"
    WEIGHT = "body weight"
    SLEEPS = "sleep"
    EXERCISES = "exercises"
    OTHER_TABLE = "another measure"
    SEDENTARY_MINUTES = "minutes without movement a day"
    SLEEP_LOG = "sleep log"
    EXERCISE_LOG = "exercise log without a zone"
    OTHER_SERIES = "series without a zone"


#: Files whose rows say nothing for the log, and under which name they are counted.
SET_ASIDE = {
    TakeoutKind.OTHER_TABLE: "other measure",
    TakeoutKind.OTHER_SERIES: "series without a zone; its table is read instead",
    TakeoutKind.EXERCISE_LOG: "exercise without a zone; UserExercises is read instead",
}


def takeout_kind(file: SourceFile) -> TakeoutKind | None:
    """What a file holds; None where it is not from such a takeout."""
    if file.size <= _NO_DATA_BYTES and file.head.strip().lower() == _NO_DATA:
        return TakeoutKind.NO_DATA
    text = "".join(decode_head(file.head).lines)
    if text.lstrip()[:1] in ("[", "{"):
        return _json_kind(file.base, text)
    return _table_kind(file)


def stretch_columns(keys: tuple[str, ...]) -> tuple[str, str] | None:
    """Columns in which a stretch starts and ends, under any of their names."""
    start = next((key for key in _START if key in keys), None)
    end = next((key for key in _END if key in keys), None)
    return (start, end) if start and end else None


def _json_kind(base: str, text: str) -> TakeoutKind | None:
    if _SERIES.match(text):
        if "sedentary_minutes" in base.lower():
            return TakeoutKind.SEDENTARY_MINUTES
        return TakeoutKind.OTHER_SERIES if _SERIES_NAME.search(base) else None
    if not _LIST_OF_OBJECTS.match(text):
        return None
    keys = set(_KEY.findall(text[:_FIRST_OBJECT]))
    if {"logId", "dateOfSleep", "startTime", "endTime"} <= keys:
        return TakeoutKind.SLEEP_LOG
    if {"logId", "activityName", "activityTypeId"} <= keys:
        return TakeoutKind.EXERCISE_LOG
    return None


def _table_kind(file: SourceFile) -> TakeoutKind | None:
    header = head_of(file)
    if header is None or header.delimiter != ",":
        return None
    keys = header.keys
    if {"sleep id", "sleep start", "sleep end"} <= set(keys):
        return TakeoutKind.SLEEPS
    if {"exercise id", "exercise start", "exercise end", "activity name"} <= set(keys):
        return TakeoutKind.EXERCISES
    if {"sleep id", "sleep stage type"} <= set(keys):
        return TakeoutKind.OTHER_TABLE
    if "sedentary_period" in file.base.lower() and stretch_columns(keys):
        return TakeoutKind.SEDENTARY_PERIOD
    sourced = keys[-1] == "data source"
    if keys[0] != "timestamp" or not (sourced or _NAMED.search(file.base)):
        return None
    for column, kind in (
        ("level", TakeoutKind.ACTIVITY_LEVEL),
        ("steps", TakeoutKind.STEPS),
        ("weight grams", TakeoutKind.WEIGHT),
    ):
        if keys[1] == column and len(keys) <= 3:
            return kind
    return TakeoutKind.OTHER_TABLE if sourced else None
