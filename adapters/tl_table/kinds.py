"""Which kind of file it is: a workbook, one that is not read, or text."""

from tl_analyzer.adapter import SourceFile

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK = ".xlsx"
_BEFORE_2007 = ".xls"
_OPEN_DOCUMENT = ".ods"


def is_workbook(file: SourceFile) -> bool:
    """Whether it is an XLSX workbook."""
    return file.head.startswith(_ZIP) and _named(file, _WORKBOOK)


def is_other_workbook(file: SourceFile) -> bool:
    """Whether it is a workbook that is known and not read: encrypted, old, or another kind."""
    if file.head.startswith(_OLE):
        return _named(file, _WORKBOOK) or _named(file, _BEFORE_2007)
    return file.head.startswith(_ZIP) and _named(file, _OPEN_DOCUMENT)


def kind_of_workbook(file: SourceFile) -> str:
    """What a workbook that is not read is, in words."""
    if _named(file, _BEFORE_2007):
        return "a workbook in the format of before 2007"
    if _named(file, _OPEN_DOCUMENT):
        return "an OpenDocument workbook"
    return "a workbook that is protected by a password"


def _named(file: SourceFile, suffix: str) -> bool:
    return file.base.lower().endswith(suffix)
