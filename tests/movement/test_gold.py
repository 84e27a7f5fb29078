"""Recognition against labelled names: our own always, the corpus where it is present."""

from pathlib import Path

import pytest

from tl_analyzer.movement import Pattern, recognise

HERE = Path(__file__).parent
TL_FLAGS = ("tl_hinge", "tl_overhead", "tl_rotation", "tl_flexion_loaded")


def read_rows(path: Path) -> list[dict[str, str]]:
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=False)) for line in lines]


def clear_rows(path: Path) -> list[dict[str, str]]:
    return [row for row in read_rows(path) if row.get("ambiguous", "0") == "0"]


def flag_f1(rows: list[dict[str, str]], flag: str) -> float:
    pairs = [(row[flag] == "1", bool(getattr(recognise(row["name"]), flag))) for row in rows]
    hits = sum(said and found for said, found in pairs)
    wrong = sum(said != found for said, found in pairs)
    return 2 * hits / (2 * hits + wrong)


@pytest.mark.parametrize("row", read_rows(HERE / "names.tsv"), ids=lambda row: row["name"])
def test_own_names_are_read_as_labelled(row: dict[str, str]) -> None:
    found = recognise(row["name"])
    said = {flag: row[flag] == "1" for flag in (*TL_FLAGS, "axial")}
    assert (found.pattern, {flag: getattr(found, flag) for flag in said}) == (
        row["pattern"],
        said,
    ), found.via


def test_own_names_cover_the_rare_patterns() -> None:
    patterns = [row["pattern"] for row in read_rows(HERE / "names.tsv")]
    rare = ("swing", "carry", "trunk_rotation", "overhead_static", "trunk_extension", "jump")
    assert all(patterns.count(pattern) >= 20 for pattern in (*rare, "olympic", "hinge"))
    assert set(patterns) == set(Pattern)


def test_gold_patterns_meet_the_target(corpus: Path) -> None:
    rows = clear_rows(corpus / "exercises" / "gold_dev.tsv")
    right = sum(recognise(row["name"]).pattern == row["pattern"] for row in rows)
    assert right / len(rows) >= 0.97


@pytest.mark.parametrize("flag", TL_FLAGS)
def test_gold_flags_meet_the_target(corpus: Path, flag: str) -> None:
    assert flag_f1(clear_rows(corpus / "exercises" / "gold_dev.tsv"), flag) >= 0.95


def test_ambiguous_gold_names_follow_the_labelling_rules_mostly(corpus: Path) -> None:
    rows = [r for r in read_rows(corpus / "exercises" / "gold_dev.tsv") if r["ambiguous"] == "1"]
    right = sum(recognise(row["name"]).pattern == row["pattern"] for row in rows)
    assert right / len(rows) >= 0.9


def test_tricky_names_are_all_read_right(corpus: Path) -> None:
    rows = read_rows(corpus / "exercises" / "tricky_names.tsv")
    wrong = [row["name"] for row in rows if recognise(row["name"]).pattern != row["pattern"]]
    assert not wrong


def test_most_sets_of_real_exports_are_recognised(corpus: Path) -> None:
    rows = read_rows(corpus / "exercises" / "seen_in_exports.tsv")
    total = sum(int(row["rows"]) for row in rows)
    read = sum(int(row["rows"]) for row in rows if recognise(row["name"]).recognised)
    assert read / total > 0.98
    for row in rows:
        found = recognise(row["name"])
        assert found.recognised or found.via.startswith("not recognised")
