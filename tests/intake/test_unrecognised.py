"""Files nobody reads are named for what they are, as a person would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.adapter import SourceFile
from tl_analyzer.intake.unrecognised import what_it_is


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.jpg", b"\xff\xd8\xff\xe0....", "a picture"),
        ("a.mov", b"\0\0\0\x20ftypqt  ", "a picture or a film"),
        ("a.pdf", b"%PDF-1.7", "a PDF document"),
        ("a.db", b"SQLite format 3\0", "a database of no known app"),
        ("a.bin", bytes(range(256)), "a binary file of no known kind"),
        ("a.xml", b"<?xml version='1.0'?><feed/>", "an XML document of no known export"),
        ("cda.xml", b"<ClinicalDocument xmlns='x'>", "the clinical document of a health export"),
        ("a.csv", b"<!DOCTYPE html><html lang='en'>", "a web page, not an export"),
        ("a.json", b'{"photos": [{"url": 1}]}', "(keys 'photos', 'url')"),
        ("a.json", b"[1, 2]", "JSON of no known export"),
        ("README.md", b"# Training\n\n- notes\n", "a text for people to read"),
        ("a.toml", b"[athlete]\nid = 1\n", "a configuration file"),
        (
            "a.csv",
            b"Farbe,Preis,Ort,Tag,Zeit\n1,2,3,4,5\n",
            "'Farbe', 'Preis', 'Ort', 'Tag' and 1 more",
        ),
        ("a.txt", b"remember the milk\n", "a text without a table"),
    ],
)
def test_a_file_is_named_for_what_it_is(name: str, data: bytes, said: str) -> None:
    assert said in what_it_is(SourceFile.of_bytes(name, data))


@given(st.binary(max_size=400))
def test_any_file_is_named_in_one_short_line(data: bytes) -> None:
    said = what_it_is(SourceFile.of_bytes("file", data))
    assert said
    assert len(said) < 400
    assert "\n" not in said
