"""Every picture is well-formed, says what it shows, and survives whatever numbers it is given."""

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tl_analyzer.pages.svg.day_bars import day_bars
from tl_analyzer.pages.svg.drawing import Paint, axis_top, n, share, tick
from tl_analyzer.pages.svg.heat_map import STEP_WORDS, STEPS, HeatMap, heat_map, step_key
from tl_analyzer.pages.svg.lettering import shortened, written_width
from tl_analyzer.pages.svg.pain_and_load import Panel, pain_and_load
from tl_analyzer.pages.svg.state_curve import State, state_curve
from tl_analyzer.pages.svg.time_bars import LANES, TimeBar, flag_key, known_key, lane_key, level_key
from tl_analyzer.pages.svg.timeline import NARROW, WIDE, DayRow, Form, timeline
from tl_analyzer.pages.svg.weeks import WeekBars, week_bars

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</title><script>alert("1")</script>&\'" אבגד 🏋️ ' + "W" * 300

values = st.none() | st.just(0.0) | st.floats(0, 1e300) | st.floats(0, 100)
weeks = st.lists(values, min_size=0, max_size=20)
hours = st.floats(0, 24)
#: Reports hand over printable text only.
printable = st.text(st.characters(exclude_categories=["C"]), max_size=20)
few = settings(max_examples=40)
bars = st.builds(
    TimeBar,
    lane=st.sampled_from(sorted(LANES)),
    start=hours,
    end=hours,
    label=printable,
    level=values,
    known=st.sampled_from(["measured", "observed", "assumed", "somehow"]),
    flagged=st.sampled_from(["", "TL101", "TL101, TL402"]),
)


def parsed(svg: str) -> ET.Element:
    """The picture as XML, with a title, words, and no number that cannot be drawn."""
    root = ET.fromstring(str(svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    title, words = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and title.text and words is not None
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {words.get('id')}"
    assert not re.search(r"\b(nan|inf)\b", re.sub(r"<(text|title|desc).*?</\1>", "", svg))
    for drawn in root.iter():
        assert "style" not in drawn.attrib and not any(a.startswith("on") for a in drawn.attrib)
        assert drawn.tag not in {f"{SVG}script", f"{SVG}image", f"{SVG}a"}
    return root


def words_of(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def paths(root: ET.Element, css: str) -> list[str]:
    return [e.get("d", "") for e in root.iter(f"{SVG}path") if e.get("class") == css]


def week_picture(given_values: list[float | None], usual: float | None = None) -> ET.Element:
    bars_of_weeks = WeekBars("Hinge", "words", "points", given_values, usual, 1.0, 3.0)
    return parsed(week_bars("w", bars_of_weeks))


@few
@given(weeks, values, values)
def test_weeks_of_any_numbers_are_drawn(
    drawn: list[float | None], usual: float | None, high: float | None
) -> None:
    labels = [str(i) for i in range(len(drawn))]
    for named in (labels, []):
        picture = WeekBars("a", "b", "u", drawn, usual, 0.0, high or 0.0, named)
        root = parsed(week_bars("w", picture))
        for rect in root.iter(f"{SVG}rect"):
            assert float(rect.get("y", "")) >= 0 and 0 <= float(rect.get("height", "")) <= 100


@few
@given(weeks, values)
def test_panels_and_days_of_any_numbers_are_drawn(
    drawn: list[float | None], usual: float | None
) -> None:
    panels = [Panel("p", drawn, usual or 0.0, usual), Panel("q", drawn, 10.0)]
    parsed(pain_and_load("p", "a", "b", panels, ["x"] * len(drawn)))
    parsed(day_bars("d", "a", "b", [value or 0.0 for value in drawn]))


@few
@given(st.lists(values, max_size=140))
def test_days_of_any_numbers_are_drawn(drawn: list[float | None]) -> None:
    parsed(heat_map("h", HeatMap("a", "b", drawn, ["x"] * (len(drawn) // 7))))


@few
@given(st.lists(st.lists(bars, max_size=5), max_size=4), st.sampled_from([WIDE, NARROW]))
def test_days_of_any_bars_are_drawn(days: list[list[TimeBar]], form: Form) -> None:
    rows = [DayRow("Mon", "pain 3", day) for day in days]
    parsed(timeline("t", "a", "b", rows, form))


@few
@given(st.lists(st.tuples(hours, st.floats(0, 1e9)), max_size=30), st.lists(bars, max_size=5))
def test_states_of_any_numbers_are_drawn(
    points: list[tuple[float, float]], day: list[TimeBar]
) -> None:
    marks = [("a", 1.0), ("b", 1.01), ("c", 1e9)]
    parsed(state_curve("s", State("a", "b", sorted(points), marks, day)))


PICTURES: dict[str, Callable[[str], str]] = {
    "weeks": lambda t: week_bars("w", WeekBars(t, t, t, [1.0, None], 1.0, 0.5, 2.0, [t, t])),
    "days": lambda t: heat_map("h", HeatMap(t, t, [1.0] * 14, [t, t])),
    "week": lambda t: day_bars("d", t, t, [1.0] * 7),
    "state": lambda t: state_curve("c", State(t, t, [(1, 1.0), (2, 2.0)], [(t, 1.0)], [])),
    "pain": lambda t: pain_and_load("p", t, t, [Panel(t, [1.0, 2.0], 2.0)], [t, t]),
    "timeline": lambda t: timeline(
        "t", t, t, [DayRow(t, t, [TimeBar("ride", 9, 10, t, 0.5, "measured", t)])], WIDE
    ),
}


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_foreign_words_are_words(name: str) -> None:
    drawn = PICTURES[name](HOSTILE)
    assert "<script" not in drawn
    root = parsed(drawn)
    title = root.find(f"{SVG}title")
    assert title is not None and title.text == HOSTILE


def test_what_is_not_known_is_hatched_and_zero_is_not() -> None:
    known = week_picture([0.0, 1.0])
    gap = week_picture([None, 1.0])
    assert paths(gap, "p-line-l")[1:] and not paths(known, "p-line-l")[1:]
    assert "no data" not in words_of(known)
    assert "no data" in words_of(week_picture([None] * 8 + [1.0] * 8))


@given(st.floats(0.0, 100.0))
def test_the_words_of_a_gap_stand_clear_of_the_usual_line(usual: float) -> None:
    values = [None] * 8 + [100.0] * 8
    root = parsed(pain_and_load("p", "p", "p", [Panel("p", values, 100.0, usual)], ["w"] * 16))
    (line,) = paths(root, "p-ink-l")
    (words,) = (t for t in root.iter(f"{SVG}text") if t.text == "no data")
    y, baseline = float(line.split(" ")[1].partition("H")[0]), float(words.get("y", ""))
    # Small letters with ascenders: three quarters of their size above the line they stand on.
    assert not baseline - 6.75 - 1 < y < baseline + 1


def test_the_last_week_differs_and_has_a_whisker_only_where_it_has_a_range() -> None:
    root = week_picture([1.0, 1.0, 2.0], usual=1.0)
    assert [r.get("class") for r in root.iter(f"{SVG}rect")] == ["p-past", "p-past", "p-load"]
    assert len(paths(root, "p-ink-l")) == 2 and "usual" in words_of(root)
    exact = parsed(week_bars("w", WeekBars("a", "b", "u", [1.0, 2.0], None, 2.0, 2.0)))
    assert paths(exact, "p-ink-l") == [] and "usual" not in words_of(exact)


def test_bars_are_as_high_as_they_say() -> None:
    root = week_picture([1.0, 2.0, 4.0])
    heights = [float(rect.get("height", "")) for rect in root.iter(f"{SVG}rect")]
    assert heights[1] == pytest.approx(2 * heights[0], abs=0.2)
    assert heights[2] == pytest.approx(4 * heights[0], abs=0.3)


def test_steps_of_a_day_differ_in_size_and_in_shade() -> None:
    assert len(STEPS) == len(STEP_WORDS)
    sizes, shades = [size for _, size, _ in STEPS], [shade for _, _, shade in STEPS]
    assert sizes == sorted(set(sizes)) and shades == sorted(set(shades))
    signs = {step_key(step) for step in (None, -1, 0, 1, 2, 3)}
    assert len(signs) == 6 and all("aria-hidden" in sign for sign in signs)


def test_a_day_that_is_not_known_is_no_day_without_exposure() -> None:
    week = [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    rest = parsed(heat_map("h", HeatMap("a", "b", week, ["x"])))
    lost = parsed(heat_map("h", HeatMap("a", "b", [1.0, None, *week[2:]], ["x"])))
    assert len(paths(rest, "p-past-l")) == 1 and len(paths(lost, "p-past-l")) == 2


def timeline_of(*drawn: TimeBar) -> ET.Element:
    return parsed(timeline("t", "a", "b", [DayRow("Sat", "", drawn)], WIDE))


def test_desk_then_ride_then_lift_stand_on_one_axis_from_left_to_right() -> None:
    root = timeline_of(
        TimeBar("desk", 9, 12, "desk", 0.4, "measured"),
        TimeBar("ride", 13, 15, "ride", 0.4, "measured"),
        TimeBar("lift", 16, 17, "pulls", 0.9, "measured"),
    )
    starts = [
        float(re.match(r"M([\d.]+)", paths(root, css)[0])[1])  # type: ignore[index]  # it matches
        for css in ("p-desk", "p-ride", "p-lift")
    ]
    assert starts == sorted(starts)
    assert {"ride", "pulls"} <= set(words_of(root))


def test_a_flag_marks_its_bar_and_no_other() -> None:
    plain = TimeBar("ride", 9, 10, "ride", 0.4, "measured")
    assert paths(timeline_of(plain), "p-ink") == []
    marked = timeline_of(plain, plain._replace(start=12, end=13, flagged="TL301"))
    assert len(paths(marked, "p-ink")) == 1
    assert "ride · TL301" in words_of(marked)


def test_how_a_bar_is_known_shows_in_its_outline() -> None:
    looks = {known: known_key(known) for known in ("measured", "observed", "assumed")}
    assert "stroke" not in looks["measured"]
    assert "dasharray" in looks["assumed"] and "dasharray" not in looks["observed"]
    assert len({*looks.values(), *map(lane_key, LANES), flag_key(), level_key()}) == 9


def test_words_stand_before_a_bar_that_has_no_room_behind_it() -> None:
    late = TimeBar("lift", 20, 24, "a long name of a session", 0.4, "measured")
    anchors = [t.get("text-anchor") for t in timeline_of(late).iter(f"{SVG}text")]
    early = late._replace(start=0, end=4)
    assert anchors.count("end") == 1 + [
        t.get("text-anchor") for t in timeline_of(early).iter(f"{SVG}text")
    ].count("end")


def test_colours_stand_as_class_and_as_literal() -> None:
    for paint in Paint:
        assert re.fullmatch(r"#[0-9a-f]{6}", paint.literal) and paint.css.startswith("p-")
    assert 'class="p-load" fill="#0072b2"' in PICTURES["week"]("x")


@pytest.mark.parametrize(
    ("highest", "top"), [(0, 1), (0.37, 0.4), (1, 1), (61.7, 100), (506, 1000), (float("inf"), 1)]
)
def test_axes_end_at_round_numbers(highest: float, top: float) -> None:
    assert axis_top(highest) == pytest.approx(top)


@given(st.floats(1e-300, 1e300))
def test_axes_hold_what_they_show(highest: float) -> None:
    assert highest <= axis_top(highest) < 11 * highest
    assert 0 < share(highest, axis_top(highest)) <= 1


def test_numbers_are_short_and_finite() -> None:
    assert [n(x) for x in (1.0, -0.01, 2.345, float("nan"))] == ["1", "0", "2.3", "0"]
    assert float(n(float("inf"))) == -float(n(float("-inf"))) > 1e4
    assert [tick(x) for x in (0, 2.5, 400, 12_000, 0.001)] == ["0", "2.5", "400", "12k", "0.001"]


@given(st.text(max_size=60), st.integers(0, 40))
def test_shortened_words_fit(words: str, letters: int) -> None:
    short = shortened(words, letters)
    assert written_width(short, 1) <= max(written_width("m" * letters, 1), 0) + 1.2
    assert short == words or short.endswith("…") or short == ""
