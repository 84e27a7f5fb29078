"""The kit over packages of strangers: what it finds, and how it says it."""

from tests.testing_kit.conftest import Stranger

PROJECT = """
[project]
name = "tl-scales"
[project.entry-points."tl_analyzer.adapters"]
{entries}
[tool.pytest.ini_options]
addopts = ["-p", "tl_analyzer.testing"]
pythonpath = ["."]
testpaths = []
tl_samples = "samples"
"""

SCALE = '''
from tl_analyzer.adapter import provenance
from tl_analyzer.log import BodyMass, Problem, Tally, UnitBasis, Weight, WeightUnit, When
from datetime import date


class Scale:
    """Reads ``day;kg`` files."""

    name = "scale"
    recognised = "day;kg"
    contract = 1
    head = b"day;kg"
    bias = 0.0

    def recognises(self, file):
        return file.head.startswith(self.head)

    def read(self, file, reading):
        rows = file.read().decode("utf-8", "replace").splitlines()[1:]
        refused = 0
        for line, row in enumerate(rows, start=2):
            try:
                day, kg = row.split(";")
                yield BodyMass(
                    start=When.from_date(date.fromisoformat(day), reading.zone),
                    mass=Weight(
                        value=float(kg) + self.bias, unit=WeightUnit.KG, basis=UnitBasis.STATED
                    ),
                    provenance=provenance(self, file, line),
                )
            except ValueError:
                refused += 1
                yield Problem(file=file.name, line=line, found="a row", expected="day;kg", hint="?")
        yield self.account(file, len(rows), refused)

    def account(self, file, total, refused):
        return Tally(
            file=file.name, adapter=self.name, unit="row", total=total, read=total - refused,
            refused=refused,
        )
'''

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
ROWS = "2026-11-09;80.5\n2026-11-10;80.1\nno row\n"


def scales(stranger: Stranger) -> None:
    stranger.write("pyproject.toml", PROJECT.format(entries='scale = "tl_scales:Scale"'))
    stranger.write("tl_scales.py", SCALE)
    stranger.write("samples/home.csv", "day;kg\n" + ROWS)


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


HANGING = """
from itertools import repeat
from time import sleep

from tl_scales import Scale


class Asleep(Scale):
    name = "asleep"
    head = b"asleep"

    def read(self, file, reading):
        sleep(600)
        yield from super().read(file, reading)


class Endless(Scale):
    name = "endless"
    head = b"endless"

    def read(self, file, reading):
        yield from repeat(self.account(file, 3, 1))
"""


def test_who_never_comes_to_an_end_is_told_so(stranger: Stranger) -> None:
    names = ("asleep", "endless")
    entries = "\n".join(f'{name} = "tl_hanging:{name.capitalize()}"' for name in names)
    stranger.write("pyproject.toml", PROJECT.format(entries=entries))
    stranger.write("tl_scales.py", SCALE)
    stranger.write("tl_hanging.py", HANGING)
    for name in names:
        stranger.write(f"samples/{name}.csv", name + "\n" + ROWS)
    run = stranger.test("-k", "csv and read", TL_PLUGIN_PATIENCE="0.01")
    assert run.failed == {"samples/asleep.csv::read", "samples/endless.csv::read"}
    assert "reads its sample: asleep.csv: gave no sign of life for" in run.text
    assert "reads its sample: endless.csv: yielded more than" in run.text


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


LOST = """
from tl_analyzer.parsing.numbers import number
from tl_scales import Scale


class Lost(Scale):
    name = "lost"
    head = b"lost"

    def recognises(self, file):
        if not file.head:
            raise IndexError("nothing there")
        return super().recognises(file)

    def read(self, file, reading):
        yield from self.rows(file)

    def rows(self, file):
        number("many", comma_is_decimal=True)
        yield


class Vague(Scale):
    name = "vague"
    head = b"vague"

    def recognises(self, file):
        return "perhaps" if super().recognises(file) else 0



class Ending(Scale):
    name = "ending"
    head = b"ending"

    def read(self, file, reading):
        raise SystemExit(4)
        yield
"""


def test_what_is_raised_is_told_with_the_line_of_its_author(stranger: Stranger) -> None:
    entries = "\n".join(
        ('lost = "tl_lost:Lost"', 'vague = "tl_lost:Vague"', 'ending = "tl_lost:Ending"',
         'half = "tl_half:It"', 'ended = "tl_ended:It"')
    )  # fmt: skip
    stranger.write("pyproject.toml", PROJECT.format(entries=entries))
    stranger.write("tl_ended.py", "\n\nraise SystemExit(3)\n")
    stranger.write("samples/ending.csv", "ending\n" + ROWS)
    stranger.write("tl_scales.py", SCALE)
    stranger.write("tl_lost.py", LOST)
    stranger.write("tl_half.py", "\nimport tl_nobody\n")
    stranger.write("samples/lost.csv", "lost\n" + ROWS)
    run = stranger.test("-k", "not golden")
    (reads,) = (n for n, line in enumerate(LOST.splitlines(), 1) if "number(" in line)
    (asks,) = (n for n, line in enumerate(LOST.splitlines(), 1) if "IndexError" in line)
    unreadable = [line for line in run.text.splitlines() if "raised Unreadable" in line]
    assert unreadable and all(line.endswith(f"at line {reads} of tl_lost") for line in unreadable)
    assert f"raised IndexError: nothing there, at line {asks} of tl_lost" in run.text
    assert "No module named 'tl_nobody', at line 2 of tl_half" in run.text
    assert "said 0, not True or False" in run.text
    assert "tl_ended:It: SystemExit: 3, at line 3 of tl_ended" in run.text
    assert "raised SystemExit: 4, at line " in run.text and "Traceback" not in run.text
