"""What a file is that no adapter recognised, as a person would say it."""

import re
from collections.abc import Callable

from tl_analyzer.adapter import SourceFile
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.header import find_header
from tl_analyzer.parsing.text import decode_head
from tl_analyzer.parsing.xml_stream import root_name

_MAGIC = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"%PDF", "a PDF document"),
    (b"SQLite format 3", "a database of no known app"),
    (b"PK", "a document in a zip container"),
    (b"{\\rtf", "a text document"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
#: Media by the boxes their container begins with.
_BOXED = re.compile(rb"....ftyp", re.DOTALL)
_LOOKS_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]\d-])')
_KEYS = re.compile(r'"((?:[^"\\]|\\.){1,40})"\s*:')
_MARKDOWN = re.compile(r"^(?:#{1,6} |[-*] |\|)", re.MULTILINE)
_TOML = re.compile(r"^\s*(?:\[\[?[\w.\-\"]+\]\]?|[\w\-]+\s*=\s*\S)", re.MULTILINE)
#: Names of keys or columns that are shown. [1]
_SHOWN = 4
#: Share of a head that must be printable for it to be text. [1]
_PRINTABLE = 0.95


def what_it_is(file: SourceFile) -> str:
    """Say what a file is, judged by its head; never its content beyond names of columns."""
    for look in _LOOKS:
        if said := look(file):
            return said
    return "a file of no known kind"


def _by_magic(file: SourceFile) -> str:
    if _BOXED.match(file.head):
        return "a picture or a film"
    return next((what for magic, what in _MAGIC if file.head.startswith(magic)), "")


def _binary(file: SourceFile) -> str:
    if file.head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ""
    text = file.head.decode("utf-8", errors="replace")
    printable = sum(char.isprintable() or char.isspace() for char in text)
    wrong = text.count("\ufffd")
    return "" if printable - wrong >= _PRINTABLE * len(text) else "a binary file of no known kind"


def _xml(file: SourceFile) -> str:
    root = root_name(file.head)
    if root == "ClinicalDocument":
        return "the clinical document of a health export; the training is in its other file"
    if root.lower() == "html":
        return "a web page, not an export"
    return f"an XML document of no known export (root {echo(root)})" if root else ""


def _json(file: SourceFile) -> str:
    text = "".join(decode_head(file.head).lines).lstrip("\ufeff")
    if not _LOOKS_JSON.match(text):
        return ""
    keys = dict.fromkeys(_KEYS.findall(text))
    named = ", ".join(echo(key) for key in list(keys)[:_SHOWN])
    return f"JSON of no known export (keys {named})" if keys else "JSON of no known export"


def _text(file: SourceFile) -> str:
    lines = decode_head(file.head).lines
    text = "".join(lines)
    if file.base.lower().endswith((".md", ".markdown", ".rst")) and _MARKDOWN.search(text):
        return "a text for people to read"
    if file.base.lower().endswith(".toml") and _TOML.search(text):
        return "a configuration file"
    header = find_header(lines)
    if header is None or len(header.cells) == 1:
        return "a text without a table"
    named = ", ".join(echo(cell) for cell in header.cells[:_SHOWN])
    more = f" and {len(header.cells) - _SHOWN} more" if len(header.cells) > _SHOWN else ""
    return f"a table of no known export (columns {named}{more})"


_LOOKS: tuple[Callable[[SourceFile], str], ...] = (_by_magic, _binary, _xml, _json, _text)
