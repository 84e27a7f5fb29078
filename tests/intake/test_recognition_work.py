"""To tell whose a file is costs little, whatever it is: counted in calls, not in seconds."""

import sys
from collections import Counter
from types import FrameType

import pytest

from tl_analyzer.adapter import HEAD_BYTES, SourceFile
from tl_analyzer.intake.identify import claimants
from tl_analyzer.parsing.bounds import bounds
from tl_analyzer.parsing.layout import Layout, find_heading
from tl_analyzer.parsing.no_header import begins_document
from tl_analyzer.parsing.table import head_of
from tl_analyzer.plugins import adapters

#: Calls in which all adapters together say whose a file is: so many a byte of its head. [1]
_MOST_CALLS = 5 * HEAD_BYTES


def calls(file: SourceFile) -> int:
    """Functions called until every adapter has said whether a file is its own."""
    counted: Counter[str] = Counter()
    before, installed = sys.getprofile(), adapters()
    claimants(SourceFile.of_bytes("first", b"what is read once is read"), installed)

    def count(frame: FrameType, event: str, argument: object) -> None:
        counted[event] += 1

    sys.setprofile(count)
    try:
        claimants(file, installed)
    finally:
        sys.setprofile(before)
    return counted["call"] + counted["c_call"]


@pytest.mark.parametrize(
    "begins",
    [b'{"a":', b'[{"a":', b"[0,", b"<?xml version='1.0'?><a b='1,2'/>", b"", b"Date,Exercise,"],
    ids=["object", "objects", "numbers", "xml", "nothing", "names"],
)
@pytest.mark.parametrize("goes_on", [b'{"SECS":1,"WATTS":2},', b"1,", b'"a";', b"a\t", b"a|"])
def test_a_file_on_one_line_is_cheap_to_ask_about(begins: bytes, goes_on: bytes) -> None:
    head = (begins + goes_on * HEAD_BYTES)[:HEAD_BYTES]
    assert calls(SourceFile.of_bytes("one_line", head)) < _MOST_CALLS


_ANY = Layout(known=("date", "note"), required=frozenset({"date", "note"}))


def _found(content: str) -> tuple[bool, bool]:
    file = SourceFile.of_bytes("a.csv", content.encode())
    return head_of(file) is not None, find_heading(file, _ANY) is not None


def test_a_header_may_be_as_wide_as_any_export_and_no_wider() -> None:
    names = ["date", "note", *map(str, range(bounds().header_cells - 2))]
    assert _found(",".join(names)) == (True, True)
    assert _found(",".join([*names, "one more"])) == (False, False)


def test_what_a_spreadsheet_leaves_empty_beside_a_table_makes_it_no_wider() -> None:
    assert _found("date,note" + "," * 16_382) == (True, True)


@pytest.mark.parametrize("line", ['{"a": 1}', "{", "[", '["date","note"]', "[[1]]", "<?xml ?>"])
def test_a_document_is_no_table(line: str) -> None:
    assert begins_document(f"\ufeff  {line}\n")


@pytest.mark.parametrize("line", ["[Date],[Note]", "[2026] plan", "<span>Date</span>", "{Date}"])
def test_what_only_looks_like_one_may_be_a_table(line: str) -> None:
    assert not begins_document(line)
