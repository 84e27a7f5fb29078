"""XML of any size, element by element: without DOCTYPE, entities of its own or control bytes.

A DOCTYPE is cut, because real exports carry malformed ones and hostile files carry bombs in
them; what remains can define no entity, so the standard parser is safe and memory stays flat.
"""

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from tl_analyzer.parsing.bounds import bounds

_CHUNK = 1 << 16
#: Bytes that XML 1.0 forbids and exports contain.
_CONTROL = bytes(b for b in range(32) if b not in (9, 10, 13))
_BLANKS = b" \t\r\n\xef\xbb\xbf"
_ROOT = re.compile(rb"<[A-Za-z_]")
_NAME = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")


class BadXml(ValueError):
    """A document that cannot be read further.

    Parameters
    ----------
    why : str
        What is wrong, in words for a user.
    line : int or None
        Line of the fault, counted from 1 after what precedes the root.
    """

    def __init__(self, why: str, line: int | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.line = line


def root_name(head: bytes) -> str:
    """Name of the root element of a document, without its namespace; empty if it is no XML."""
    text = head.lstrip(_BLANKS)
    if not text.startswith(b"<"):
        return ""
    try:
        begun = _NAME.search(_after_doctype(text))
    except BadXml:
        return ""
    return begun[1].decode("ascii", "replace") if begun else ""


def elements(stream: BinaryIO, wanted: Callable[[str], bool]) -> Iterator[Element]:
    """Yield each complete element with a wanted name, and drop it afterwards.

    Parameters
    ----------
    stream : binary stream
        The document from its start.
    wanted : callable
        Whether elements of a name (without namespace) are yielded. What lies inside a wanted
        element stays with it; everything else is dropped as it is read.

    Raises
    ------
    BadXml
        Where the document breaks off or is not XML. What was yielded before stays valid.
    """
    parser: XMLPullParser[Element] = XMLPullParser(events=("start", "end"))
    path: list[Element] = []
    inside = 0
    try:
        for chunk in _clean(stream):
            parser.feed(chunk)
            for event, found in parser.read_events():
                if not isinstance(found, Element):
                    continue
                name = local_name(found)
                if event == "start":
                    path.append(found)
                    inside += wanted(name)
                    continue
                path.pop()
                if wanted(name):
                    inside -= 1
                    if not inside:
                        yield found
                if not inside and path:
                    path[-1].remove(found)
        parser.close()
    except ParseError as why:
        raise BadXml(_said(why), why.position[0]) from None
    if path:
        raise BadXml("the document breaks off")


def local_name(element: Element) -> str:
    """Name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def child_text(element: Element, *path: str) -> str:
    """Text of the first descendant along a path of names without namespaces; else empty."""
    for name in path:
        found = next((child for child in element if local_name(child) == name), None)
        if found is None:
            return ""
        element = found
    return (element.text or "").strip()


def _said(why: ParseError) -> str:
    return str(why).partition(":")[0]


def _clean(stream: BinaryIO) -> Iterator[bytes]:
    """Bytes of a document from its root on, without what XML forbids.

    Documents in UTF-16 keep their bytes: their control characters look different.
    """
    first = stream.read(bounds().tag_bytes)
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadXml("a document in UTF-16")
    text = first.lstrip(_BLANKS)
    yield _after_doctype(text).translate(None, _CONTROL)
    since_tag = 0
    while chunk := stream.read(_CHUNK):
        # A tag without end would be held in memory whole.
        at = chunk.rfind(b">")
        since_tag = since_tag + len(chunk) if at < 0 else len(chunk) - at
        if since_tag > bounds().tag_bytes:
            raise BadXml(f"more than {bounds().tag_bytes} bytes without the end of a tag")
        yield chunk.translate(None, _CONTROL)


def _after_doctype(text: bytes) -> bytes:
    """The document without its DOCTYPE: the declaration of encoding, then the root."""
    declared = text.find(b"<!DOCTYPE")
    root = _ROOT.search(text)
    if declared < 0 or (root and root.start() < declared):
        return text
    before = text[:declared]
    end = _doctype_end(text, declared)
    if end is None:
        raise BadXml("a DOCTYPE without end")
    return before + text[end:]


def _doctype_end(text: bytes, declared: int) -> int | None:
    """Where the root begins: the first tag after the internal subset, be that ever so broken."""
    closed = text.find(b"]>", declared)
    subset = text.find(b"[", declared)
    plain = text.find(b">", declared)
    if subset < 0 or (0 <= plain < subset):
        return plain + 1 if plain >= 0 else None
    start = closed + 2 if closed >= 0 else subset
    root = _ROOT.search(text, start)
    return root.start() if root else None
