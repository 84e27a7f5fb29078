"""Drawings belong to entries of the catalogue, and say in words what they show."""

import re
from xml.etree import ElementTree as ET

import pytest

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.pages.svg.stick_figures import figures, stick_figure


def test_every_drawing_is_of_an_entry_of_the_catalogue() -> None:
    assert set(figures()) <= set(catalogue().exercises)


@pytest.mark.parametrize("key", sorted(figures()))
def test_a_drawing_stays_on_its_sheet_and_has_words(key: str) -> None:
    drawn = stick_figure("f", "<b>Exercise</b>", key)
    root = ET.fromstring(str(drawn))
    title, words = root[0], root[1]
    assert title.text == "<b>Exercise</b>"
    assert words.text and words.text.endswith(".")
    figure = figures()[key]
    for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", figure.ink + figure.faint):
        assert 0 <= float(x) <= 100 and 0 <= float(y) <= 56


def test_what_nobody_has_drawn_leaves_no_gap() -> None:
    assert stick_figure("f", "Drop a top set", "drop_a_top_set") == ""
