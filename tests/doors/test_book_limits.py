"""What a book may hold at most, and how it has to be written: looked at without any process."""

import pytest

from tl_analyzer.finding import Channel, Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import book_text
from tl_analyzer.plugins.advice_books import AdviceBook, advice_claims, sources_cited
from tl_analyzer.plugins.book_text import LONGEST_LINE, LONGEST_TEXT, MOST_TABLES, bounded, tables
from tl_analyzer.plugins.claims import checked
from tl_analyzer.plugins.group import RULES
from tl_analyzer.plugins.installed import OWN, Installed
from tl_analyzer.plugins.lexicons import (
    LONGEST_FORM,
    MOST_FORMS,
    ExerciseLexicon,
    forms_of,
    lexicon_claims,
)
from tl_analyzer.plugins.loading import RefusedError
from tl_analyzer.plugins.made_books import made_as, shipped_first
from tl_analyzer.plugins.rule_books import MOST_RULES, RuleBook, refuse_unsound, rule_claims
from tl_analyzer.rules.rule import Rule, Verdict

MARK = """
[rules.xy101.sets]
value = 3
low = 1
high = 5
unit = "sets"
reference = "grip_2031"
evidence = "published"
note = "Made up for a test."
"""


def check(
    picture: Picture, parameters: Parameters, raised: tuple[Flag, ...]
) -> Verdict | None:  # pragma: no cover
    """Fires never."""


SOUND = Rule("XY101", "many-sets", Channel.ROTATION, ("rules.xy101.sets",), check)


def test_a_text_may_be_as_long_as_it_says() -> None:
    assert bounded("x" * LONGEST_TEXT, "words")
    with pytest.raises(RefusedError, match="its words are longer"):
        bounded("x" * (LONGEST_TEXT + 1), "words")


def test_tables_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_TABLES <= 5000
    monkeypatch.setattr(book_text, "MOST_TABLES", 2)
    assert len(tables("[a]\n[b]\n", "exercises")) == 2
    with pytest.raises(RefusedError, match="more than 2 tables"):
        tables("[a]\n[b]\n[c]\n", "exercises")


@pytest.mark.parametrize(
    "text",
    [
        '["a\\u001b"]\n',
        '[a]\nb = "\\u001b"\n',
        '[a]\n"\\u001b" = 1\n',
        '[a]\nb = [["\\u202e"]]\n',
        '[a]\nb = [{ c = "\\u0007" }]\n',
        f'[a]\nb = "{"x" * (LONGEST_LINE + 1)}"\n',
    ],
    ids=["name", "value", "key", "list", "table in a list", "too long"],
)
def test_no_text_of_a_table_acts_upon_a_terminal(text: str) -> None:
    with pytest.raises(RefusedError, match="printable characters"):
        tables(text, "exercises")


def test_forms_are_counted() -> None:
    most = ",".join(["mave"] * MOST_FORMS)
    assert sum(1 for _ in forms_of(f"deadlift\t{most}")) == MOST_FORMS
    with pytest.raises(RefusedError, match=f"at most {MOST_FORMS} forms"):
        list(forms_of(f"deadlift\t{most},mave"))


def test_a_form_may_be_as_long_as_it_says() -> None:
    assert list(forms_of("deadlift\t" + "x" * LONGEST_FORM))
    with pytest.raises(RefusedError, match=f"1 to {LONGEST_FORM} characters"):
        list(forms_of("deadlift\t" + "x" * (LONGEST_FORM + 1)))


def test_words_say_the_same_in_whatever_order() -> None:
    one, other = (lexicon_claims(ExerciseLexicon(1, words=f"{c}\tmave")) for c in ("a b", "b a"))
    assert one == other == {"word 'mave'": ["a", "b"]}


def test_a_sound_rule_book_is_one() -> None:
    refuse_unsound(RuleBook(1, (SOUND,), MARK))


@pytest.mark.parametrize(
    ("book", "why"),
    [
        (RuleBook(1, (), MARK), "no tuple of 1 to"),
        (RuleBook(1, (SOUND,) * (MOST_RULES + 1), MARK), "no tuple of 1 to"),
        (RuleBook(1, (SOUND._replace(name="x" * 61),), MARK), "the name of its rule"),
        (RuleBook(1, (SOUND._replace(name="Many Sets"),), MARK), "the name of its rule"),
        (RuleBook(1, (SOUND._replace(parameters=()),), MARK), "names no parameter"),
        (RuleBook(1, (SOUND,), MARK.replace("low = 1", "low = -inf")), "no finite number"),
        (RuleBook(1, (SOUND,), MARK.replace("high = 5", "high = inf")), "no finite number"),
        (RuleBook(1, (SOUND,), MARK.replace("value = 3", "value = [3, nan]")), "no finite number"),
        (RuleBook(1, (SOUND,), MARK.replace("Made up for a test.", "")), "no note"),
        (RuleBook(1, (SOUND,), MARK.replace("xy101", "tl101")), "does not stand below"),
        (RuleBook(1, (SOUND,), MARK.replace("xy101", "xy1010")), "does not stand below"),
    ],
)
def test_rule_books_that_are_not_sound_are_refused(book: RuleBook, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        refuse_unsound(book)


def test_a_book_may_not_hold_a_rule_twice() -> None:
    with pytest.raises(RefusedError, match="rule code XY101 twice"):
        rule_claims(RuleBook(1, (SOUND, SOUND._replace(name="other")), MARK))
    with pytest.raises(RefusedError, match="rule name many-sets twice"):
        rule_claims(RuleBook(1, (SOUND, SOUND._replace(code="XY102")), MARK))


def test_an_answer_with_choices_alone_owns_nothing() -> None:
    book = AdviceBook(1, answers='[TL101]\nchoices = ["a"]\n[XY101]\nchoices = ["a"]\nbreaks = 1\n')
    assert set(advice_claims(book)) == {"answer to XY101"}


@pytest.mark.parametrize(
    ("book", "why"),
    [
        (AdviceBook(1, exercises="[Ab]\n"), "is not like dead_bug"),
        (AdviceBook(1, exercises='["dead bug"]\n'), "is not like dead_bug"),
        (AdviceBook(1, answers="[tl101]\n"), "no code of a rule"),
    ],
)
def test_advice_books_that_are_not_sound_are_refused(book: AdviceBook, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        advice_claims(book)


def test_every_source_of_an_exercise_is_looked_for() -> None:
    book = AdviceBook(1, exercises='[bug]\nreference = "a_2001"\nalso = ["b_2002"]\n')
    assert list(sources_cited(book)) == [("exercise bug", "a_2001"), ("exercise bug", "b_2002")]


def test_strangers_alone_are_looked_through() -> None:
    def refuse(_: object) -> None:
        raise RefusedError("is bad")

    books = tuple(Installed(RULES, "x", name, "1.0", object()) for name in (OWN, "grip-rules"))
    assert [each.error for each in checked(books, refuse)] == ["", "is bad"]


def test_what_is_shipped_counts_first() -> None:
    named = ("z-rules", OWN, "a-rules")
    books = [Installed(RULES, "x", name, "1.0", object()) for name in named]
    assert [each.distribution for each in shipped_first(books)] == [OWN, "a-rules", "z-rules"]


@pytest.mark.parametrize("held", [1, None, lambda: 1, AdviceBook(1)])
def test_what_is_no_book_of_the_kind_is_refused(held: object) -> None:
    book = RuleBook(1, (SOUND,))
    assert made_as(RuleBook)(lambda: book) is made_as(RuleBook)(book) is book
    with pytest.raises(RefusedError, match="is no RuleBook"):
        made_as(RuleBook)(held)
