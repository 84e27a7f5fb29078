"""Nobody is shown to an assistant who was not named; who is closed looks like nobody at all."""

from pathlib import Path

import pytest

from tests.hosts.mcp.conftest import (
    EXAMPLES,
    WEEK,
    Host,
    call,
    prompt,
    read,
    refusal_of,
    text_of,
    values_of,
)


@pytest.fixture
def store(host: Host) -> Host:
    """A host whose log store holds two athletes."""
    for name in ("desk_rider_lifter", "pound_lifter"):
        assert host.run("import", EXAMPLES / name).returncode == 0
    return host


def test_an_athlete_who_is_closed_looks_like_one_who_is_not_there(host: Host, team: Path) -> None:
    def questions(athlete: str) -> list[tuple[str, str, dict[str, object]]]:
        return [
            call("weekly_report", athlete=athlete),
            call("flags", athlete=athlete),
            call("what_if", athlete=athlete, changes=["walk 10"]),
            read(f"tl://report/{athlete}/last"),
            prompt("weekly_check_in", athlete=athlete),
        ]

    answers = host.ask(
        [team, "--athlete", "robin"], *questions("noor"), *questions("zzzz"), *questions("")
    )
    told = [refusal_of(answer) for answer in answers[:10]]
    assert [each.replace("noor", "zzzz") for each in told[:5]] == told[5:]
    # Left out, the one who may be asked about is meant; an address has to name them.
    assert "robin" in text_of(answers[10])


def test_no_answer_names_who_is_closed(host: Host, team: Path) -> None:
    answers = host.ask(
        [team, "--athlete", "robin", "--athlete", "casey"],
        ("hello", "", {}),
        ("tools", "", {}),
        ("resources", "", {}),
        ("templates", "", {}),
        ("prompts", "", {}),
        call("athletes"),
        call("roster", **WEEK),
        prompt("morning_round", **WEEK),
        call("weekly_report"),
        call("weekly_report", athlete="nor"),
        call("roster", week="2099-W60"),
        read("tl://report/nor/last"),
    )
    assert "noor" not in str(answers).casefold()
    assert [each["id"] for each in values_of(answers[5])["athletes"]] == ["casey", "robin"]
    assert {each["athlete"]["id"] for each in values_of(answers[6])["lines"]} == {"casey", "robin"}
    assert "which athlete is meant" in refusal_of(answers[8]).casefold()


def test_a_store_opens_whom_it_is_told_to(store: Host) -> None:
    (named,) = store.ask(["--athlete", "robin"], call("athletes"))
    (everybody,) = store.ask(["--all-athletes"], call("athletes"))
    assert [each["id"] for each in values_of(named)["athletes"]] == ["robin"]
    assert len(values_of(everybody)["athletes"]) == 2


def test_an_athlete_forgotten_meanwhile_is_not_there(store: Host, tmp_path: Path) -> None:
    assert store.run("forget", "--athlete", "robin", "--yes").returncode == 0
    ended = store.run("mcp", "--athlete", "robin")
    assert (ended.returncode, "no athlete 'robin'" in ended.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["team"], "Add --athlete ID, or --all-athletes. There are: casey, noor, robin."),
        (["team", "--athlete", "anna"], "There are: casey, noor, robin."),
        (["team", "--athlete", "casey", "--all-athletes"], "Leave one out."),
        (["team", EXAMPLES / "pound_lifter", "--all-athletes"], "Give one folder"),
        (["--all-athletes"], "no log store"),
    ],
    ids=["nobody", "unknown", "both", "folders", "no store"],
)
def test_a_server_that_would_show_nobody_does_not_start(
    host: Host, team: Path, arguments: list[str | Path], told: str
) -> None:
    ended = host.run("mcp", *(team if each == "team" else each for each in arguments))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr


def test_two_athletes_of_one_id_are_not_mixed_up(host: Host, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / "twins" / folder).mkdir(parents=True)
        (tmp_path / "twins" / folder / "profile.toml").write_text(
            'schema = 1\n[athlete]\nid = "anna"\ntimezone = "Europe/Berlin"\n'
        )
    asked = (call("weekly_report", **WEEK), call("roster", **WEEK), prompt("morning_round", **WEEK))
    for answer in host.ask([tmp_path / "twins", "--athlete", "anna"], *asked):
        assert "2 athletes here go by the id 'anna'" in refusal_of(answer)


def test_no_answer_names_a_folder(host: Host, team: Path) -> None:
    """Nor does the reason why a log cannot be read."""
    (team / "broken").mkdir()
    (team / "broken" / "profile.toml").write_text(
        'schema = 1\n[athlete]\nid = "anna"\ntimezone = "Europe/Berlin"\n'
    )
    (team / "broken" / "strong.csv").write_text("no table")
    answers = host.ask(
        [team, "--all-athletes"],
        call("weekly_report", athlete="robin", **WEEK),
        read("tl://report/robin/2026-W46"),
        call("weekly_report", athlete="anna", **WEEK),
        call("roster", **WEEK),
    )
    assert "strong.csv" in str(answers[1]) or ".fit" in str(answers[1])
    assert refusal_of(answers[2])
    assert any("nothing readable" in each["error"] for each in values_of(answers[3])["lines"])
    assert str(team.parent) not in str(answers)
