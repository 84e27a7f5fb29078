"""Where the tests of adapters hang: the folder of samples, and each sample in it."""

from collections.abc import Iterable, Iterator
from functools import cached_property, partial

import pytest

from tl_analyzer.adapter import Adapter, SourceFile
from tl_analyzer.intake.identify import known_before_guessed
from tl_analyzer.promises import Broken
from tl_analyzer.promises.heads import claims, stumbles
from tl_analyzer.promises.kept import remembers
from tl_analyzer.promises.of_a_sample import SAMPLE_PROMISES
from tl_analyzer.promises.outcome import answer, read
from tl_analyzer.testing.folder import held
from tl_analyzer.testing.foreign import foreign_files
from tl_analyzer.testing.golden import SUFFIX, difference, golden_log, golden_text
from tl_analyzer.testing.kit import KIT, Kit
from tl_analyzer.testing.loaded import Loaded
from tl_analyzer.testing.promise_item import PromiseItem
from tl_analyzer.testing.samples import source

_GOLDEN = "golden"


class SamplesFolder(pytest.Directory):
    """The folder of samples: what an adapter promises beside any one of them."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Tests of each adapter, then the samples."""
        kit = self.config.stash[KIT]
        names = [each.adapter.name for each in kit.own if each.adapter is not None]
        foreign = foreign_files(names)
        for own in kit.own:
            yield self._test("contract", own, partial(_contract, own))
            if own.adapter is not None:
                yield self._test("has-a-sample", own, partial(_has_a_sample, kit, own.adapter))
                yield self._test("hostile-heads", own, partial(stumbles, own.adapter))
                yield self._test("foreign-heads", own, partial(claims, own.adapter, foreign))
                yield self._test("any-order", own, partial(_any_order, kit, own.adapter))
        yield from held(self)

    def _test(self, promise: str, own: Loaded, check: "partial[Iterator[Broken]]") -> PromiseItem:
        return PromiseItem.from_parent(self, name=f"{promise}[{own.entry}]", check=check)


def _contract(own: Loaded) -> Iterator[Broken]:
    if own.error:
        yield Broken("is an adapter of this contract", own.entry, own.error)


def _has_a_sample(kit: Kit, adapter: Adapter) -> Iterator[Broken]:
    if not kit.samples_of(adapter):
        yield Broken("has a sample", adapter.name, f"it recognises no file in {kit.samples}")


def _any_order(kit: Kit, adapter: Adapter) -> Iterator[Broken]:
    yield from remembers(adapter, kit.samples_of(adapter), kit.reading)


class SampleFile(pytest.File):
    """A sample: one test a promise, and one of its golden log."""

    def collect(self) -> Iterable[pytest.Item]:
        """One test for each promise."""
        for name in SAMPLE_PROMISES:
            yield PromiseItem.from_parent(self, name=name, check=partial(self._kept, name))
        yield PromiseItem.from_parent(self, name=_GOLDEN, check=self._golden)

    @cached_property
    def _source(self) -> SourceFile:
        return source(self.path)

    @cached_property
    def _claimants(self) -> list[tuple[str, Adapter]]:
        """Everybody who wants this file, with where they come from."""
        kit, file = self.config.stash[KIT], self._source
        own = [(kit.distribution, each.adapter) for each in kit.own if each.adapter is not None]
        claims = [
            (by, adapter) for by, adapter in (*own, *kit.others) if answer(adapter, file) is True
        ]
        known = known_before_guessed([adapter for _, adapter in claims])
        return [(by, adapter) for by, adapter in claims if adapter in known]

    def _owner(self) -> Adapter:
        kit = self.config.stash[KIT]
        for origin, adapter in self._claimants:
            if origin == kit.distribution:
                return adapter
        pytest.skip(f"no adapter of {kit.distribution} recognises it")

    def _kept(self, name: str) -> Iterator[Broken]:
        kit = self.config.stash[KIT]
        if name == "recognise":
            nobody = list(self._claimed_once(kit))
            yield from nobody
            if nobody:
                return
        yield from SAMPLE_PROMISES[name](self._owner(), self._source, kit.reading)

    def _claimed_once(self, kit: Kit) -> Iterator[Broken]:
        names = [f"{adapter.name} ({origin})" for origin, adapter in self._claimants]
        if not any(origin == kit.distribution for origin, _ in self._claimants):
            broken = "".join(f"; {own.entry}: {own.error}" for own in kit.own if own.error)
            how = f"no adapter of {kit.distribution} recognises it{broken}"
            yield Broken("recognises its sample", self.path.name, how)
        if len(names) > 1:
            how = f"claimed by {' and '.join(names)}: a user's file would go to neither"
            yield Broken("is the only one to claim it", self.path.name, how)

    def _golden(self) -> Iterator[Broken]:
        kit, golden = self.config.stash[KIT], self.path.with_name(self.path.name + SUFFIX)
        adapter, file = self._owner(), self._source
        if faults := list(read(adapter, file, kit.reading).faults(adapter, file)):
            yield from (Broken("accounts for every row", file.name, how) for how in faults)
            return
        found = golden_text(golden_log(adapter, file, kit.reading))
        before = golden.read_text(encoding="utf-8") if golden.is_file() else None
        if kit.rewrite:
            if found != before:
                golden.write_text(found, encoding="utf-8", newline="\n")
                kit.rewritten.append(golden.name)
        elif before is None:
            how = f"there is no {golden.name}; write it with `pytest --tl-rewrite` and read it"
            yield Broken("means its golden log", self.path.name, how)
        elif changed := difference(before, found):
            how = f"read otherwise (if that is meant: `pytest --tl-rewrite`)\n{changed}"
            yield Broken("means its golden log", self.path.name, how)
