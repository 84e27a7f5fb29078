"""The document: a whole export, or an excerpt of rows without a root element."""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element

from tl_analyzer.adapter import SourceFile
from tl_analyzer.parsing.xml_stream import elements, root_name

ROOT = "HealthData"
#: The first row of an excerpt: no other format has Apple's identifiers in these attributes.
_ROW = re.compile(
    rb"<(?:Record\s[^<>]*?\btype=|Workout\s[^<>]*?\bworkoutActivityType=)[\"']HK[A-Z]"
)


def is_export(head: bytes) -> bool:
    """Whether a head is that of an export, whatever the file is called."""
    return root_name(head) == ROOT


def is_excerpt(head: bytes) -> bool:
    """Whether a head is that of rows cut out of an export."""
    return root_name(head) in ("Record", "Workout") and _ROW.search(head) is not None


def rows(file: SourceFile) -> Iterator[Element]:
    """Yield what lies directly below the root, one element at a time.

    Raises
    ------
    BadXml
        Where the document breaks off; what was yielded before stays valid.
    """
    with _opened(file) as stream:
        yield from elements(stream, lambda name: name != ROOT)


def _opened(file: SourceFile) -> BinaryIO:
    if is_export(file.head):
        return file.open()
    data = file.read()
    begin = min(at for at in (data.find(b"<Record"), data.find(b"<Workout")) if at >= 0)
    return io.BytesIO(b"<HealthData>" + data[begin:] + b"</HealthData>")
