"""Who owns what, between plugins."""

from collections.abc import Mapping

from tl_analyzer.plugins.claims import settled
from tl_analyzer.plugins.group import RULES
from tl_analyzer.plugins.installed import OWN, Installed
from tl_analyzer.plugins.loading import RefusedError

Book = Mapping[str, object]


def book(distribution: str, **claims: object) -> Installed[Book]:
    return Installed(RULES, distribution, distribution, "1.0", claims)


def refused(*books: Installed[Book]) -> dict[str, str]:
    found = settled(books, lambda claims: claims)
    assert all((one.value is None) == bool(one.error) for one in found)
    return {one.distribution: one.error for one in found if one.error}


def test_what_nobody_shares_is_used() -> None:
    assert refused(book("a", x=1), book("b", y=1), book(OWN, z=1)) == {}


def test_the_same_content_may_have_several_owners() -> None:
    assert refused(book("a", x=1), book("b", x=1)) == {}


def test_of_strangers_nobody_is_used_and_all_are_named() -> None:
    found = refused(book("a", x=1), book("b", x=2), book("c", x=1), book("d", y=1))
    assert set(found) == {"a", "b", "c"}
    assert found["a"] == "x is also in b 1.0 and c 1.0"


def test_what_is_shipped_stands() -> None:
    assert refused(book("a", x=1), book(OWN, x=2)) == {"a": f"x is also in {OWN} 1.0"}


def test_one_that_is_not_sound_claims_nothing() -> None:
    def claims(one: Book) -> Book:
        if "bad" in one:
            raise RefusedError("is bad")
        return one

    found = settled((book("a", x=1, bad=1), book("b", x=2)), claims)
    assert [one.error for one in found] == ["is bad", ""]


def test_whatever_a_stranger_raises_is_an_error_of_theirs() -> None:
    def claims(one: Book) -> Book:
        raise SystemError("no")

    found = settled((book("a"), book("b")), claims)
    assert {one.error for one in found} == {"SystemError: no"}
