"""XML of any size and any kind: flat memory, no entities, and every fault is one `BadXml`."""

import io
import tracemalloc
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.parsing.xml_stream import BadXml, child_text, elements, root_name, visits

BOMB = (
    '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;">]>'
)


def points(data: bytes, name: str = "p") -> list[str]:
    return [e.get("v", "") for e in elements(io.BytesIO(data), lambda each: each == name)]


def fault(data: bytes) -> str:
    with pytest.raises(BadXml) as found:
        points(data)
    return found.value.why


@pytest.mark.parametrize(
    "before",
    [
        "",
        " " * 10,
        "\ufeff",
        '\ufeff  <?xml version="1.0" encoding="UTF-8"?>\n',
        '<?xml version="1.0"?><!-- <q> a comment with tags --><?style x?>',
        '<!DOCTYPE r SYSTEM "a>b">',
        "<!DOCTYPE r [\n<!ELEMENT r (p*)>\n<!ATTLIST p v CDATA #IMPLIED>\n]>\n",
        "<!DOCTYPE r [ <!-- a list without an end: --> <!ATTLIST p v CDATA #IMPLIED\n ]>",
        "<!DOCTYPE r [ <!ELEMENT r (p*)> ",
        "\x00\x0b",
    ],
)
def test_what_stands_before_the_root_does_not_matter(before: str) -> None:
    data = f'{before}<r><p v="1"/><p v="2"/></r>'.encode()
    assert points(data) == ["1", "2"]
    assert root_name(data) == "r"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "latin-1", "utf-8-sig"])
def test_encodings_are_read_as_their_bytes_show_or_as_stated(encoding: str) -> None:
    stated = "ISO-8859-1" if encoding == "latin-1" else "UTF-16"
    text = f'<?xml version="1.0" encoding="{stated}"?><r><p v="Zürich\x0b"/></r>'
    assert points(text.encode(encoding)) == ["Zürich"]
    assert root_name(text.encode(encoding)) == "r"


@pytest.mark.parametrize("stated", ["UTF-16", "hex", "punycode", "no-such-encoding", "UTF-7"])
def test_a_document_that_states_what_it_is_not_is_read_as_utf_8(stated: str) -> None:
    data = f'<?xml version="1.0" encoding="{stated}"?><r><p v="ü"/></r>'.encode()
    assert points(data) == ["ü"]


def test_bytes_that_are_not_of_the_encoding_cost_a_letter_and_not_the_document() -> None:
    assert points(b'<r><p v="Z\xfcrich"/><p v="2"/></r>') == ["Z\ufffdrich", "2"]


def test_text_that_looks_like_a_doctype_inside_the_document_stays_text() -> None:
    data = b'<r><![CDATA[<!DOCTYPE r [<!ENTITY a "x">]>]]><p v="1"/><!-- <!DOCTYPE q> --></r>'
    assert points(data) == ["1"]


@pytest.mark.parametrize(
    "before",
    [
        BOMB,
        "<!-- <r> -->" + BOMB,
        "<!DOCTYPE r>" + BOMB,
        BOMB.replace("<!DOC", "<!DOC\x01"),
        BOMB.replace("<!DOC", "\x0b<!DOC"),
        BOMB + BOMB,
        "<?a <r> ?>" + BOMB,
    ],
)
def test_entities_of_a_document_never_reach_the_parser(before: str) -> None:
    assert "undefined entity" in fault(f"{before}<r><p>&c;</p></r>".encode())


def test_an_entity_bomb_in_utf_16_is_none() -> None:
    assert "undefined entity" in fault(f"{BOMB}<r>&c;</r>".encode("utf-16"))


def test_files_of_the_computer_are_never_read() -> None:
    text = '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><r><p>&f;</p></r>'
    assert "undefined entity" in fault(text.encode())


def test_a_doctype_behind_a_long_comment_is_no_way_in() -> None:
    padding = "<!--" + " " * 1_100_000 + "-->"
    assert fault(f"{padding}{BOMB}<r>&c;</r>".encode()) == "no element at its start"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no element"),
        (b"start,end,posture\n", "no element"),
        (b"<!DOCTYPE r [", "without a root"),
        (b"<r><p v='1'/>", "the document breaks off"),
        (b"<r><p v='1'></r>", "mismatched"),
        (b"<r>" * 200, "100 elements within each other"),
        (b"<r>" + b"".join(b"<n%d/>" % n for n in range(11_000)), "10000 different names"),
        (b"<r><p>" + b"<a/>" * 110_000, "100000 parts in one element"),
        (b"<r><p v='" + b"x" * 3_000_000, "characters without a tag"),
        (b"<r>" + b"a > b " * 500_000, "characters without a tag"),
        (b"<r><!-- " + b"> " * 1_500_000, "characters without a tag"),
        (b"<r><![CDATA[ " + b"> " * 1_500_000, "characters without a tag"),
    ],
)
def test_what_no_export_contains_is_one_fault(data: bytes, why: str) -> None:
    assert why in fault(data)


def test_what_was_read_before_the_end_of_a_truncated_file_stays() -> None:
    read = []
    with pytest.raises(BadXml):
        for element in elements(io.BytesIO(b'<r><p v="1"/><p v="2"/><p v='), lambda n: n == "p"):
            read.append(element.get("v"))
    assert read == ["1", "2"]


def test_wanted_elements_keep_what_is_in_them_and_others_do_not_reach_the_caller() -> None:
    data = b'<x:r xmlns:x="u"><q><x:p v="1"><a><b> text </b></a><x:p v="2"/></x:p></q></x:r>'
    found = list(elements(io.BytesIO(data), lambda name: name == "p"))
    assert [e.get("v") for e in found] == ["1"]
    assert child_text(found[0], "a", "b") == "text"
    assert child_text(found[0], "a", "c") == ""
    assert root_name(data) == "r"


def test_visits_tell_what_lies_in_what() -> None:
    data = b'<r><day d="1"><p v="1"><day d="no"/></p></day><day d="2"/><p v="2"/></r>'
    found = visits(io.BytesIO(data), lambda n: n == "p", lambda n: n == "day")
    said = [(v.complete, v.element.get("d") or v.element.get("v")) for v in found]
    assert said == [(False, "1"), (True, "1"), (False, "2"), (True, "2")]


class Endless(io.BytesIO):
    """A document of so many elements, made as it is read."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        super().__init__()
        self._parts = iter(parts)

    def read(self, size: int | None = -1) -> bytes:
        return next(self._parts, b"")


def test_memory_is_flat_however_long_the_document_is() -> None:
    def parts(count: int) -> Iterable[bytes]:
        yield b"<r>"
        for _ in range(count):
            yield b'<p v="1"><a>text</a></p><q>dropped</q>tail' * 500
        yield b"</r>"

    def peak(count: int) -> int:
        tracemalloc.start()
        read = sum(1 for _ in elements(Endless(parts(count)), lambda n: n == "p"))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert read == 500 * count
        return most

    assert peak(60) < 1.3 * peak(15) + 200_000


@given(st.binary(max_size=400) | st.text("<>!-[]&;?/= \"'arp\x00\ufeff", max_size=200))
def test_any_bytes_give_elements_or_one_fault(data: bytes | str) -> None:
    raw = data if isinstance(data, bytes) else data.encode()
    root_name(raw)
    try:
        points(raw)
    except BadXml as why:
        assert why.why


@given(st.data())
def test_a_damaged_document_gives_elements_or_one_fault(data: st.DataObject) -> None:
    whole = f'<?xml version="1.0"?>{BOMB}<r><p v="1">é</p><p v="2"/></r>'.encode()
    at = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.binary(max_size=3))
    try:
        points(whole[:at] + byte + whole[at + 1 :])
    except BadXml as why:
        assert why.why
