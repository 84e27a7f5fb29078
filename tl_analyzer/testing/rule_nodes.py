"""Where the tests of rules hang: the folder of cases, and the file of each rule in it."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tl_analyzer.promises import Broken
from tl_analyzer.remedy import RemediableError
from tl_analyzer.testing.books import Book
from tl_analyzer.testing.cases.case_file import Case, cases_in
from tl_analyzer.testing.folder import held
from tl_analyzer.testing.kit import KIT, Kit
from tl_analyzer.testing.promise_item import PromiseItem
from tl_analyzer.testing.rule_promises import explained, has_cases, holds, sourced

#: What ends the name of a file of cases.
SUFFIX = ".toml"


class CasesFolder(pytest.Directory):
    """The folder of cases: what books and rules promise beside any one case."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Tests of each book and rule, then the files of cases."""
        kit = self.config.stash[KIT]
        if not kit.books:
            yield self._test("contract", kit.distribution, partial(_no_book, kit))
        for book in kit.books:
            yield self._test("contract", book.entry, partial(_contract, book))
            for rule in book.rules:
                yield self._test("explained", rule.code, partial(explained, rule))
                yield self._test("sourced", rule.code, partial(sourced, rule, book))
                yield self._test("has-cases", rule.code, partial(has_cases, rule, self.path))
        yield from held(self)

    def _test(
        self, promise: str, subject: str, check: Callable[[], Iterator[Broken]]
    ) -> PromiseItem:
        return PromiseItem.from_parent(self, name=f"{promise}[{subject}]", check=check)


def _no_book(kit: Kit) -> Iterator[Broken]:
    how = f"{kit.distribution} offers no rule book under the entry points tl_analyzer.rules"
    yield Broken("is a rule book of this contract", kit.distribution, how)


def _contract(book: Book) -> Iterator[Broken]:
    if book.error:
        yield Broken("is a rule book of this contract", book.entry, book.error)


class CaseFile(pytest.File):
    """The cases of a rule: one test a sentence."""

    def collect(self) -> Iterable[pytest.Item]:
        """One test for each case."""
        try:
            cases = cases_in(self.path)
        except RemediableError as why:
            raise self.CollectError(f"{why.message}\n{why.remedy}") from why
        for case in cases:
            name = f"{'fires' if 'fires' in case else 'silent'}: {case['says']}"
            yield PromiseItem.from_parent(self, name=name, check=partial(self._holds, case))

    def _holds(self, case: Case) -> Iterator[Broken]:
        kit = self.config.stash[KIT]
        for book in kit.books:
            for rule in book.rules:
                if rule.code.lower() == self.path.stem.lower():
                    yield from holds(case, rule, book.parameters)
                    return
        how = f"no rule of {kit.distribution} has the code {self.path.stem.upper()}"
        errors = "".join(f"; {book.entry}: {book.error}" for book in kit.books if book.error)
        yield Broken(case["says"], self.path.name, how + errors)


def is_case_file(path: Path) -> bool:
    """Whether a file in the folder of cases holds some."""
    return path.suffix == SUFFIX and not path.name.startswith(".")
