"""Distributions of strangers as they are loaded: what cannot be used is named, and of no harm."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.toy_distribution import ADAPTERS as GROUP
from tests.toy_distribution import TOY, install
from tl_analyzer import __version__
from tl_analyzer.parameters import ParameterError
from tl_analyzer.plugins import (
    InstalledAdapter,
    adapters,
    entry_lists,
    installed_adapters,
    loading,
    parameter_set,
    parameter_sets,
)
from tl_analyzer.plugins.choice import ONLY, Choice, choice, known_as
from tl_analyzer.plugins.containment import PATIENCE
from tl_analyzer.plugins.containment_adapter import ContainedAdapter
from tl_analyzer.plugins.group import ADAPTERS, GROUPS, PROFILES
from tl_analyzer.plugins.installed import OWN

Offer = Callable[..., dict[str, InstalledAdapter]]


@pytest.fixture
def offer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Offer]:
    """Install distributions, and look at the adapters that are not shipped."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.delenv(ONLY, raising=False)
    names = set(sys.modules)

    def forget() -> None:
        entry_lists.all_entries.cache_clear()
        installed_adapters._adapters.cache_clear()

    def offered(
        code: str, plugins: Mapping[str, str], name: str = "toys"
    ) -> dict[str, InstalledAdapter]:
        install(site, name, code, plugins, GROUP)
        forget()
        return {each.name: each for each in adapters() if not each.shipped}

    yield offered
    forget()
    for name in set(sys.modules) - names:
        if name.startswith("toys"):
            del sys.modules[name]


def test_a_good_one_is_contained_and_says_where_it_comes_from(offer: Offer) -> None:
    (toy,) = offer(TOY, {"toy": "Toy"}).values()
    assert (toy.error, toy.printed, toy.origin) == ("", "", "toys 0.3")
    assert isinstance(toy.value, ContainedAdapter)
    assert 0 < toy.took_s < 60


def test_what_it_says_of_itself_is_cut(offer: Offer) -> None:
    (toy,) = offer(TOY.replace("files of toys", "toys " * 200), {"toy": "Toy"}).values()
    assert toy.value is not None
    assert len(toy.value.recognised) == 400


def test_what_is_shipped_is_not_contained() -> None:
    shipped = [each for each in adapters() if each.shipped]
    assert len(shipped) > 30
    assert not any(isinstance(each.value, ContainedAdapter) for each in shipped)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("raise SystemError('no\\n today')", "SystemError: no today"),
        ("import sys; sys.exit(3)", "SystemExit: 3"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("class Odd(BaseException): pass\nraise Odd('x')", "Odd: x"),
        ("def f(): f()\nf()", "RecursionError: maximum recursion depth exceeded"),
        ("import time; time.sleep(20)", "gave no sign of life for 0.6 s"),
        ("import no_such_module", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("def (", "SyntaxError: invalid syntax"),
    ],
)
def test_an_import_that_fails_is_one_line(
    line: str, error: str, offer: Offer, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "sleep" in line:
        monkeypatch.setenv(PATIENCE, "0.03")
    (toy,) = offer(line, {"toy": "Toy"}).values()
    assert toy.value is None
    assert toy.error.startswith(error)
    assert toy.origin == "toys 0.3"


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ("def __init__(self, path): pass", "TypeError: Toy.__init__() missing 1 required"),
        ("name = None", "toys:Toy has no name of 1 to 60 printable characters"),
        ("name = 3", "toys:Toy has no name"),
        ("name = ''", "toys:Toy has no name"),
        ("name = 'a\\x1b[31m'", "toys:Toy has no name"),
        ("name = property(lambda self: 1 / 0)", "ZeroDivisionError"),
        ("recognised = None", "toys:Toy does not say"),
        ("contract = '1'", "toys:Toy states no contract version: write contract = 1"),
        ("contract = True", "toys:Toy states no contract version"),
        ("contract = 0", "toys:Toy states no contract version"),
        (
            "contract = 2",
            f"toys:Toy needs adapter contract 2, tl-analyzer {__version__} offers 1",
        ),
    ],
)
def test_what_is_no_adapter_of_this_version_is_refused(more: str, error: str, offer: Offer) -> None:
    (toy,) = offer(f"{TOY}\n    {more}\n", {"toy": "Toy"}).values()
    assert toy.value is None
    assert toy.error.startswith(error)


@pytest.mark.parametrize("held", ["Toy.name", "provenance", "gone", "Toy.recognises"])
def test_what_is_no_class_of_adapters_is_refused(held: str, offer: Offer) -> None:
    (toy,) = offer(TOY, {"toy": held}).values()
    assert toy.value is None
    assert toy.error


def test_what_is_missing_is_named(offer: Offer) -> None:
    (toy,) = offer("class Toy:\n    contract = 1\n    name = 'toy'\n", {"toy": "Toy"}).values()
    assert toy.error == "toys:Toy is not an adapter: it has no recognised, no recognises, no read"


def test_of_two_with_one_name_neither_is_used_and_what_is_shipped_stays(offer: Offer) -> None:
    offer(TOY, {"toy": "Toy"})
    offer(TOY, {"again": "Toy"}, "toys-too")
    found = offer(TOY.replace('"toy"', '"fit"'), {"mine": "Toy"}, "toys-fit")
    assert found["toy"].error == "the adapter name 'toy' is also in toys-too 0.3"
    assert found["again"].error == "the adapter name 'toy' is also in toys 0.3"
    assert found["mine"].error == f"the adapter name 'fit' is also in {OWN} {__version__}"
    assert next(each for each in adapters() if each.name == "fit").value is not None


@pytest.mark.parametrize(
    "line",
    ["print('hello')", "import os; os.write(1, b'hello')", "import os; os.system('echo hello')"],
)
def test_what_is_printed_on_import_is_kept_aside(
    line: str, offer: Offer, capfd: pytest.CaptureFixture[str]
) -> None:
    (toy,) = offer(f"{line}\n{TOY}", {"toy": "Toy"}).values()
    assert (toy.error, toy.printed) == ("", "hello")
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize(
    ("said", "foreign", "shipped"),
    [
        (None, True, True),
        ("", False, True),
        (" , ", False, True),
        ("toy", True, False),
        ("TOYS", True, False),
        ("toy,fit", True, True),
        ("tl_analyzer", False, True),
        ("nobody", False, True),
    ],
)
def test_what_is_loaded_can_be_chosen(
    said: str | None, foreign: bool, shipped: bool, offer: Offer, monkeypatch: pytest.MonkeyPatch
) -> None:
    if said is not None:
        monkeypatch.setenv(ONLY, said)
    assert bool(offer(TOY, {"toy": "Toy"})) == foreign
    assert any(each.name == "fit" for each in adapters()) == shipped


def test_names_that_are_nobodys_are_told(offer: Offer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ONLY, "toy,Toys,builtin,mcp,nobody")
    offer(TOY, {"toy": "Toy"})
    unknown, known = loading.unknown_names()
    assert unknown == ("nobody",)
    assert {"fit", "toy", "tl-analyzer"} <= set(known)


@pytest.mark.parametrize("written", ["my-rules", " My_Rules ", "MY.RULES", "my-_.rules"])
def test_names_are_compared_as_those_of_distributions_are(written: str) -> None:
    assert known_as(written) == "my-rules"


@given(st.sets(st.text("abcXYZ-_.", min_size=1, max_size=6)), st.text("abcXYZ-_.", min_size=1))
def test_a_name_is_admitted_however_it_is_written(names: set[str], name: str) -> None:
    only = choice({ONLY: ",".join(names)})
    assert only == choice({ONLY: ", ".join(each.upper() for each in names)})
    admitted = only.admits(name, "others", replaceable=True)
    assert admitted == (known_as(name) in {known_as(each) for each in names})
    assert Choice(None).admits(name, "others", replaceable=True)


def test_shipped_parameters_come_first_and_alone(
    offer: Offer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    ours = parameter_set()
    install(tmp_path / "site", "toys-aaa", "print('LEAK')", {"aaa": "it"}, PROFILES.name)
    offer(TOY, {"toy": "Toy"})
    parameter_sets._parameter_set.cache_clear()
    try:
        assert parameter_set() == ours
        assert "toys_aaa" not in sys.modules
        with pytest.raises(ParameterError, match="other"):
            parameter_set("other")
    finally:
        parameter_sets._parameter_set.cache_clear()
    assert capfd.readouterr().out == ""


def test_of_two_sets_of_one_name_the_error_names_both(
    offer: Offer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    for name in ("toys-left", "toys-right"):
        package = site / f"{name.replace('-', '_')}_sets"
        install(site, name, f"import {package.name} as sets", {name: "sets"}, PROFILES.name)
        (package / "field").mkdir(parents=True)
        (package / "__init__.py").touch()
    offer(TOY, {"toy": "Toy"})
    parameter_sets._parameter_set.cache_clear()
    with pytest.raises(ParameterError, match=r"'field' is in toys-left 0.3 and toys-right 0.3"):
        parameter_set("field")
    monkeypatch.setenv(ONLY, "toys-left")
    assert list(parameter_set("field").entries) == []


def test_every_group_is_its_own() -> None:
    assert len({group.name for group in GROUPS}) == len({group.kind for group in GROUPS}) == 7
    assert ADAPTERS.states_contract
