"""The weekly report as JSON, for scripts and other programs."""

import json
import re
from math import isfinite

from tl_analyzer.log.value import Value
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import WeeklyReport

#: Decimals kept: finer than any parameter of the model is known. [1]
DECIMALS = 4

#: Characters JSON may hold as they are but a terminal or an editor would act upon, and halves of
#: characters, of which names of files may consist and no text may.
_ACTIVE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_report(report: WeeklyReport, layout: Layout) -> str:
    """Write the report as one JSON document, keys in the order of the schema.

    Parameters
    ----------
    report : WeeklyReport
        The report value.
    layout : Layout
        Only its character set matters.
    """
    return json_text(report, layout)


def json_text(value: Value, layout: Layout, indent: int | None = 2) -> str:
    """Write any value as one JSON document, harmless to whoever prints it.

    Parameters
    ----------
    value : Value
        The value.
    layout : Layout
        Only its character set matters.
    indent : int or None
        By which each level is indented; None for a single line. [characters]
    """
    tree = rounded(value.model_dump(mode="json"))
    written = json.dumps(tree, indent=indent, ensure_ascii=layout.ascii, allow_nan=False)
    return _ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n"


def rounded(tree: object) -> object:
    """Round every float of a JSON tree; what is no finite number becomes ``null``."""
    if isinstance(tree, float):
        return round(tree, DECIMALS) if isfinite(tree) else None
    if isinstance(tree, dict):
        return {key: rounded(value) for key, value in tree.items()}
    if isinstance(tree, list | tuple):
        return [rounded(value) for value in tree]
    return tree
