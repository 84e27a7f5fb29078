"""Writing fitted numbers into a parameter file, comments and other entries kept as they are."""

import re
from collections.abc import Mapping


def with_numbers(text: str, numbers: Mapping[str, Mapping[str, str]]) -> str:
    """The same file with some fields of some tables replaced.

    Parameters
    ----------
    text : str
        A parameter file.
    numbers : mapping
        By dotted key, the new text of fields that the table already has: ``value``, ``low``...

    Raises
    ------
    ValueError
        If a table or a field is not there.
    """
    for key, fields in numbers.items():
        table = re.search(rf"^\[{re.escape(key)}\]\n(?:(?!\[).*\n?)*", text, flags=re.MULTILINE)
        if table is None:
            raise ValueError(f"no table [{key}]")
        changed = table.group()
        for name, value in fields.items():
            changed, count = re.subn(rf"(?m)^{name} = .*$", f"{name} = {value}", changed)
            if count != 1:
                raise ValueError(f"[{key}] has no field {name}")
        text = text[: table.start()] + changed + text[table.end() :]
    return text


def with_table(page: str, name: str, table: str) -> str:
    """The same page with what stands between the marks of a table replaced.

    Raises
    ------
    ValueError
        If the page has no such marks.
    """
    begin, end = f"<!-- {name}: written by calibration.fit_flexion -->\n", f"<!-- end {name} -->"
    if begin not in page or end not in page:
        raise ValueError(f"no marks of a table {name}")
    head, rest = page.split(begin)
    return f"{head}{begin}\n{table}\n{end}{rest.split(end, 1)[1]}"
