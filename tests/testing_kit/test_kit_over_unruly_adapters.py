"""Adapters that hang, raise or end the program cost their own tests alone, and are told where."""

from tests.testing_kit.conftest import Stranger
from tests.testing_kit.scales import PROJECT, ROWS, SCALE

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
