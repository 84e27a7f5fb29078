"""Words on a page: nothing is lost, nothing is wider than the page."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tl_analyzer.report.layout import Layout
from tl_analyzer.report.sheet import Sheet
from tl_analyzer.report.wrapping import Words, filled, wrapped

texts = st.text(alphabet="ab c\n\u00fc\u65e5\u672c\u8a9e[]", max_size=120)
styles = st.sampled_from(["", "bold", "dim"])


@given(st.lists(st.tuples(texts, styles), max_size=3), st.integers(2, 60))
def test_every_line_fits_and_no_word_is_lost(runs: list[tuple[str, str]], width: int) -> None:
    words = Words(tuple(runs))
    lines = wrapped(words, width)
    assert all(cell_len(line.plain) <= width for line in lines)
    assert "".join("".join(w.plain for w in lines).split()) == "".join(words.plain.split())


@given(texts.map(lambda text: text.replace("\n", "")), styles, st.integers(1, 40))
def test_a_filled_line_is_as_wide_as_asked(text: str, style: str, width: int) -> None:
    assert cell_len(filled(Words.of(text, style), width).plain) == width


def test_a_label_keeps_its_column() -> None:
    sheet = Sheet(Layout(width=24))
    sheet.hanging(sheet.words("Lift"), sheet.words("one two three four five"), 6)
    assert sheet.text() == "  Lift   one two three\n         four five\n"


def test_a_word_that_is_too_long_is_folded_in_a_paragraph_and_cut_beside_a_label() -> None:
    sheet = Sheet(Layout(width=12))
    sheet.paragraph(sheet.words("abcdefghijklm"))
    sheet.hanging(sheet.words("x"), sheet.words("abcdefghijklm"), 3)
    assert sheet.text() == "  abcdefghij\n  klm\n  x   abcde…\n"


def test_styles_are_told_to_a_terminal_alone() -> None:
    for color, said in ((True, "\x1b[1;31mstop\x1b[0m now\n"), (False, "stop now\n")):
        sheet = Sheet(Layout(width=40, color=color))
        sheet.paragraph(sheet.join(sheet.words("stop", "bold red"), sheet.words(" now")), 0)
        assert sheet.text() == said


def test_a_box_surrounds_its_words() -> None:
    sheet = Sheet(Layout(width=20, ascii=True))
    sheet.box("Now", sheet.words("go and see somebody"), "bold red")
    assert sheet.text().splitlines() == [
        "",
        "+- Now ------------+",
        "| go and see       |",
        "| somebody         |",
        "+------------------+",
    ]
