"""XML of any size, element by element: without DOCTYPE, entities of its own or control bytes.

A DOCTYPE is cut, because real exports carry malformed ones and hostile files carry bombs in
them; what remains can define no entity, so the standard parser is safe. What it may hold at once
(depth, parts of one element, names, text without a tag) is bounded, so memory stays flat.
"""

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple, cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from tl_analyzer.parsing.bounds import bounds
from tl_analyzer.parsing.xml_text import Characters

_CHUNK = 1 << 16
_BLANKS = " \t\r\n\ufeff"
#: What may stand before the root, apart from a DOCTYPE.
_MISC = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"<[A-Za-z_:\u0080-\U0010ffff]")
_DECLARED = re.compile(r"<!DOCTYPE\s+([^\s\[>]+)")
_NAME = re.compile(r"<(?:[^\s/>:]*:)?([^\s/>:]+)[\s/>]")


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


class Visit(NamedTuple):
    """An element met on the way through a document.

    Attributes
    ----------
    element : Element
        The element.
    complete : bool
        Whether it has been read to its end; of one that was only entered, the name and the
        attributes alone are to be relied on.
    """

    element: Element
    complete: bool


def root_name(head: bytes) -> str:
    """Name of the root element of a document, without its namespace; empty if it is no XML."""
    try:
        begun = _NAME.match(_from_root(Characters(head).decoded(head)))
    except BadXml:
        return ""
    return begun[1] if begun else ""


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
    for visit in visits(stream, wanted, entered=lambda _: False):
        yield visit.element


def visits(
    stream: BinaryIO, wanted: Callable[[str], bool], entered: Callable[[str], bool]
) -> Iterator[Visit]:
    """Like `elements`, and yield other elements as they begin, to know what lies in what.

    Parameters
    ----------
    stream, wanted
        As in `elements`.
    entered : callable
        Whether elements of a name are yielded when they begin. Inside a wanted element none is.

    Raises
    ------
    BadXml
        As in `elements`.
    """
    parser: XMLPullParser[Element] = XMLPullParser(events=("start", "end"))
    path: list[Element] = []
    held = _Held()
    inside = 0
    try:
        for chunk in _from_stream(stream):
            parser.feed(chunk)
            held.feed(len(chunk))
            # Of the two events asked for, each comes with its element.
            for event, found in cast(Iterator[tuple[str, Element]], parser.read_events()):
                held.meet(event, found, len(path), inside)
                name = local_name(found)
                if event == "start":
                    path.append(found)
                    inside += wanted(name)
                    if not inside and entered(name):
                        yield Visit(found, complete=False)
                    continue
                path.pop()
                if wanted(name):
                    inside -= 1
                    if not inside:
                        yield Visit(found, complete=True)
                if not inside and path:
                    path[-1].remove(found)
    except ParseError as why:
        raise BadXml(_said(why), why.position[0]) from None
    try:
        parser.close()
    except ParseError as why:
        raise BadXml("the document breaks off", why.position[0]) from None


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


class _Held:
    """What the parser holds at this moment, against what a document may make it hold."""

    def __init__(self) -> None:
        self._since_tag = self._parts = 0
        self._names: set[str] = set()

    def feed(self, characters: int) -> None:
        """Count characters since the last tag: a text or tag without end would be held whole."""
        self._since_tag += characters
        if self._since_tag > bounds().tag_bytes + _CHUNK:
            raise BadXml(f"more than {bounds().tag_bytes} characters without a tag")

    def meet(self, event: str, element: Element, depth: int, inside: int) -> None:
        """Count what an element adds."""
        self._since_tag = 0
        if event == "end":
            return
        self._parts = self._parts + 1 if inside else 0
        # The parser remembers every name that it has ever met.
        self._names.add(element.tag)
        self._names.update(element.keys())
        for count, most, what in (
            (depth, bounds().xml_depth, "elements within each other"),
            (self._parts, bounds().xml_parts, "parts in one element"),
            (len(self._names), bounds().xml_names, "different names"),
        ):
            if count > most:
                raise BadXml(f"more than {most} {what}")


def _said(why: ParseError) -> str:
    return str(why).partition(":")[0]


def _from_stream(stream: BinaryIO) -> Iterator[str]:
    """Text of a document from its declaration on, without DOCTYPE, piece by piece."""
    first = stream.read(bounds().tag_bytes)
    characters = Characters(first)
    text = _from_root(characters.decoded(first))
    for at in range(0, len(text), _CHUNK):
        yield text[at : at + _CHUNK]
    while chunk := stream.read(_CHUNK):
        yield characters.decoded(chunk)


def _from_root(text: str) -> str:
    """The document from its root on; what precedes it is checked, and dropped.

    Nothing but a DOCTYPE, comments and instructions may precede the root. The root behind a
    DOCTYPE is the first tag of the name that it declares, be its subset ever so broken.
    """
    at = len(text) - len(text.lstrip(_BLANKS))
    while misc := _MISC.match(text, at):
        at = misc.end()
    if declared := _DECLARED.match(text, at):
        named = re.compile(rf"<{re.escape(declared[1])}[\s/>]")
        root = named.search(text, declared.end()) or _ROOT.search(text, declared.end())
        if root is None:
            raise BadXml("a DOCTYPE without a root behind it")
        return text[root.start() :]
    if not _ROOT.match(text, at):
        raise BadXml("no element at its start")
    return text[at:]
