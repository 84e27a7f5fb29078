"""From judged weeks to counts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from studies.sensitivity.moves import Bound, JudgedWeek, Move


@dataclass(frozen=True)
class FlagTally:
    """One flag over all weeks.

    Attributes
    ----------
    raised : int
        Weeks in which it is raised at the default parameters.
    kept : int
        Of these, weeks in which it stays raised after every single move.
    firm : int
        Of these, weeks in which no single move changes even its severity.
    latent : int
        Weeks in which it is not raised, and some single move raises it.
    """

    raised: int
    kept: int
    firm: int
    latent: int


@dataclass(frozen=True)
class Tally:
    """What moved what.

    Attributes
    ----------
    weeks : int
        Weeks judged.
    changed : Counter of (Move, str)
        Weeks in which a move raises, drops or re-grades a flag, by its code.
    flags : dict of str to FlagTally
        By code, for every flag raised at the defaults or by a move.
    """

    weeks: int
    changed: Counter[tuple[Move, str]]
    flags: dict[str, FlagTally]

    @property
    def keys(self) -> list[str]:
        """Parameters that change anything, those that change most first."""
        sums: Counter[str] = Counter()
        for (move, _), weeks in self.changed.items():
            sums[move.key] += weeks
        return sorted(sums, key=lambda key: (-sums[key], key))

    @property
    def codes(self) -> list[str]:
        """Flags that anything changes."""
        return sorted({code for _, code in self.changed})

    def weeks_changed(self, key: str, bound: Bound, code: str) -> int:
        """Weeks in which one move changes one flag."""
        return self.changed[Move(key, bound), code]

    def sum_of(self, key: str) -> int:
        """Verdicts a parameter changes, over all flags and both ends."""
        return sum(weeks for (move, _), weeks in self.changed.items() if move.key == key)

    def decisive(self, code: str) -> str | None:
        """Return the parameter that changes a flag in most weeks; None if nothing does."""
        sums: Counter[str] = Counter()
        for (move, flag), weeks in sorted(self.changed.items()):
            if flag == code:
                sums[move.key] += weeks
        return max(sums, key=lambda key: sums[key]) if sums else None


def tally(judged: Sequence[JudgedWeek]) -> Tally:
    """Count over all weeks."""
    changed: Counter[tuple[Move, str]] = Counter()
    raised: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    firm: Counter[str] = Counter()
    latent: Counter[str] = Counter()
    for week in judged:
        touched = set()
        for move, verdicts in week.moved.items():
            for code in {*week.default, *verdicts}:
                if week.default.get(code) != verdicts.get(code):
                    changed[move, code] += 1
                    touched.add(code)
        raised.update(week.default.keys())
        kept.update(set(week.default).intersection(*week.moved.values()))
        firm.update(week.default.keys() - touched)
        latent.update(touched - week.default.keys())
    codes = sorted({*raised, *latent})
    flags = {code: FlagTally(raised[code], kept[code], firm[code], latent[code]) for code in codes}
    return Tally(len(judged), changed, flags)
