"""What cannot be answered is refused in plain words, and the server goes on."""

from typing import Any

from tests.hosts.mcp.conftest import (
    ROBIN,
    WEEK,
    Host,
    Question,
    call,
    prompt,
    read,
    refusal_of,
    values_of,
)

HOSTILE = (
    "../../etc/passwd",
    "/etc/passwd",
    "robin\x00",
    "'; DROP TABLE sessions; --",
    "\N{RIGHT-TO-LEFT OVERRIDE}nibor",
    "{{7*7}}",
    "x" * 100_000,
)

#: Question, and a word of the refusal.
REFUSED: tuple[tuple[Question, str], ...] = (
    (call("weekly_report", week="2026-46"), "week: write it as 2026-W46, or `this`, or `last`"),
    (call("weekly_report", week="2026-W60"), "Write 2026-W46"),
    (call("weekly_report", week=46), "week"),
    (call("weekly_report", as_of="yesterday"), "instant"),
    (call("weekly_report", as_of="2" * 41), "at most 40"),
    (call("weekly_report", athlete="x" * 81), "at most 80"),
    (call("what_if"), "changes: Field required"),
    (call("what_if", changes=[]), "changes"),
    (call("what_if", changes=["walk 10"] * 11), "at most 10"),
    (call("what_if", changes=["skipp thu:deadlift"], **WEEK), "Did you mean 'skip'?"),
    (call("explain", subject="TL999"), "Did you mean"),
    (call("exercises", names=["x"] * 101), "at most 100"),
    (call("exercises", names=["x" * 201]), "at most 200"),
    (call("roster", **WEEK), "Ask for the weekly report"),
    (call("roster", most=0), "greater than or equal to 1"),
    (call("roster", most=101), "less than or equal to 100"),
    (call("delete_everything"), "Unknown tool"),
    (read("tl://rule/TL999"), "tl://rules"),
    (read("tl://report/robin/2026-46"), "week"),
    (read("tl://report/robin/../../x"), "no such resource"),
    (read("file:///etc/passwd"), "no such resource"),
    (prompt("weekly_check_in", week="never"), "week"),
    (prompt("zork"), "no such prompt"),
)


def test_what_is_wrong_and_what_helps(host: Host) -> None:
    questions = [question for question, _ in REFUSED]
    *answers, last = host.ask([ROBIN], *questions, call("athletes"))
    for (question, word), answer in zip(REFUSED, answers, strict=True):
        told = refusal_of(answer)
        assert word in told, question
        assert not any(sign in told for sign in ("Traceback", "pydantic", 'File "')), question
    assert values_of(last)["athletes"]


def test_hostile_names_are_refused_briefly(host: Host) -> None:
    questions = [
        question
        for name in HOSTILE
        for question in (
            call("weekly_report", athlete=name),
            call("explain", subject=name),
            read(f"tl://report/{name}/last"),
            prompt("weekly_check_in", athlete=name),
        )
    ]
    *answers, last = host.ask([ROBIN], *questions, call("athletes"))
    for question, answer in zip(questions, answers, strict=True):
        told = refusal_of(answer)
        assert len(told) < 1000, question
        assert "root:" not in told, question
    assert values_of(last)["athletes"]


def test_no_argument_is_a_path(host: Host) -> None:
    (tools,) = host.ask([ROBIN], ("tools", "", {}))
    taken: set[Any] = {name for tool in tools for name in tool["input_schema"]["properties"]}
    assert taken == {"athlete", "week", "as_of", "changes", "most", "subject", "names"}
