"""The kit over packages of strangers: what it finds, and how it says it."""

import pytest

from tests.testing_kit.conftest import Stranger, run_pytest
from tests.testing_kit.scales import PROJECT, ROWS, SCALE, scales

FAULTY = """
from tl_scales import Scale


class Loud(Scale):
    name = "loud"
    head = b"loud"

    def read(self, file, reading):
        print("reading", file.name)
        yield from super().read(file, reading)


class Raising(Scale):
    name = "raising"
    head = b"raising"

    def recognises(self, file):
        if not file.head:
            raise IndexError("nothing there")
        return super().recognises(file)

    def read(self, file, reading):
        raise RuntimeError("no such thing as a row")
        yield


class Odd(Scale):
    name = "odd"
    head = b"odd"

    def read(self, file, reading):
        yield "a string"


class Losing(Scale):
    name = "losing"
    head = b"losing"

    def read(self, file, reading):
        yield self.account(file, 3, 1)


class Counting(Scale):
    name = "counting"
    head = b"counting"
    bias = 0.0

    def read(self, file, reading):
        Counting.bias += 1
        yield from super().read(file, reading)


class Greedy(Scale):
    name = "greedy"
    head = b"Date,"
    contract = 2
"""


def test_a_good_adapter_passes_once_its_golden_log_is_written(stranger: Stranger) -> None:
    scales(stranger)
    before = stranger.test()
    assert before.failed == {"samples/home.csv::golden"}
    assert "pytest --tl-rewrite" in before.text
    rewritten = stranger.test("--tl-rewrite")
    assert rewritten.code == 0 and "home.csv.golden.json" in rewritten.text
    after = stranger.test()
    assert after.code == 0
    assert set(after.outcomes) == {
        *(f"samples/home.csv::{promise}" for promise in
          ("recognise", "read", "nothing-lost", "idempotent", "damaged-copies", "golden")),
        *(f"samples::{promise}[scale]" for promise in
          ("contract", "has-a-sample", "hostile-heads", "foreign-heads", "any-order")),
    }  # fmt: skip


def test_a_log_that_differs_is_shown_line_by_line(stranger: Stranger) -> None:
    scales(stranger)
    stranger.test("--tl-rewrite")
    stranger.write("tl_scales.py", SCALE.replace("bias = 0.0", "bias = 0.5"))
    changed = stranger.test()
    assert changed.failed == {"samples/home.csv::golden"}
    assert '-    "value": 80.5,' in changed.text and '+    "value": 81.0,' in changed.text
    assert "Traceback" not in changed.text


def test_each_broken_promise_is_named_with_its_sample(stranger: Stranger) -> None:
    names = ("loud", "raising", "odd", "losing", "counting", "greedy")
    entries = "\n".join(f'{name} = "tl_faulty:{name.capitalize()}"' for name in names)
    stranger.write("pyproject.toml", PROJECT.format(entries=f'{entries}\ngone = "tl_gone:It"'))
    stranger.write("tl_scales.py", SCALE)
    stranger.write("tl_faulty.py", FAULTY)
    for name in names[:-1]:
        stranger.write(f"samples/{name}.csv", name + "\n" + ROWS)
    run = stranger.test("-k", "not golden")
    assert run.failed >= {
        "samples/loud.csv::read",
        "samples::hostile-heads[raising]",
        "samples/raising.csv::read",
        "samples/raising.csv::nothing-lost",
        "samples/odd.csv::read",
        "samples/losing.csv::nothing-lost",
        "samples/counting.csv::idempotent",
        "samples::any-order[counting]",
        "samples::contract[greedy]",
        "samples::foreign-heads[greedy]",
        "samples::has-a-sample[greedy]",
        "samples::contract[gone]",
    }
    assert run.failed.isdisjoint({"samples/loud.csv::nothing-lost", "samples::contract[loud]"})
    for said in (
        "prints nothing: loud.csv: printed 'reading loud.csv",
        "raised RuntimeError: no such thing as a row",
        "yielded 'a string', no entry, problem or tally",
        "it needs contract 2, and this version offers 1",
        "tl_gone:It: ModuleNotFoundError: No module named 'tl_gone'",
    ):
        assert said in run.text


def test_a_sample_that_the_shipped_guess_of_columns_takes_as_well_is_its(
    stranger: Stranger,
) -> None:
    scales(stranger)
    stranger.write("tl_scales.py", SCALE.replace('head = b"day;kg"', 'head = b"Datum;"'))
    stranger.write("samples/home.csv", "Datum;Übung;Gewicht;Wdh\n2026-11-09;Squat;80;5\n")
    assert stranger.test("-k", "home and recognise").outcomes == {
        "samples/home.csv::recognise": "PASSED"
    }


def test_a_sample_that_nobody_or_somebody_else_claims(stranger: Stranger) -> None:
    scales(stranger)
    stranger.write("samples/notes.csv", "some;thing\n1;2\n")
    strong = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes\n"
    stranger.write("samples/strong.csv", strong)
    stranger.write("tl_scales.py", SCALE.replace('head = b"day;kg"', 'head = (b"day;kg", b"Da")'))
    run = stranger.test("-k", "recognise or notes")
    assert run.failed == {"samples/notes.csv::recognise", "samples/strong.csv::recognise"}
    assert "no adapter of tl-scales recognises it" in run.text
    assert "scale (tl-scales) and strength-csv (tl-analyzer" in run.text
    assert run.outcomes.get("samples/home.csv::recognise") == "PASSED"


def test_a_run_that_could_test_nothing_says_why(stranger: Stranger) -> None:
    scales(stranger)
    for option, said in (
        ("tl_samples=", "nothing says where samples or cases of tl-scales lie"),
        ("tl_samples=exports", "there is no such folder"),
        ("tl_distribution=tl-nobody", "tl-nobody is neither installed nor the package"),
    ):
        run = stranger.test("-o", option)
        assert run.code == 4 and said in run.text, run.text
        assert "Traceback" not in run.text


def test_the_kit_may_be_switched_on_in_a_conftest(stranger: Stranger) -> None:
    scales(stranger)
    switched = PROJECT.replace('addopts = ["-p", "tl_analyzer.testing"]\n', "")
    stranger.write("pyproject.toml", switched.format(entries='scale = "tl_scales:Scale"'))
    stranger.write("conftest.py", 'pytest_plugins = ["tl_analyzer.testing"]\n')
    assert stranger.test("--tl-rewrite", "samples").code == 0
    assert stranger.test().code == 0


def test_without_a_source_tree_the_installed_distribution_is_tested(stranger: Stranger) -> None:
    options = (
        "addopts = -p tl_analyzer.testing\ntl_distribution = tl-analyzer\ntl_samples = samples\n"
    )
    stranger.write("pytest.ini", f"[pytest]\n{options}")
    stranger.write(
        "samples/weight.csv", "start,end,posture\n2026-11-09T09:00,2026-11-09T11:00,sitting\n"
    )
    run = stranger.test("-k", "posture-csv and not hostile or weight and not golden")
    assert run.code == 0, run.text
    assert "samples::contract[posture-csv]" in run.outcomes


@pytest.mark.parametrize("asked", ["linked", "linked/samples"])
def test_a_package_behind_a_link_keeps_its_tests(stranger: Stranger, asked: str) -> None:
    package = Stranger(stranger.folder / "package")
    scales(package)
    package.test("--tl-rewrite")
    (stranger.folder / "linked").symlink_to(package.folder)
    run = run_pytest(stranger.folder, asked)
    assert run.code == 0 and len(run.outcomes) == 11, run.text


def test_samples_behind_a_link_are_tested(stranger: Stranger) -> None:
    scales(stranger)
    stranger.test("--tl-rewrite")
    (stranger.folder / "samples").rename(stranger.folder / "elsewhere")
    (stranger.folder / "samples").symlink_to("elsewhere")
    for asked in ((), ("samples",)):
        run = stranger.test(*asked)
        assert run.code == 0 and len(run.outcomes) == 11, run.text
