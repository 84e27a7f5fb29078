"""The FIT adapter: activities and whole days, as head units and watches write them."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Entry, Problem, Tally
from tl_fit import mistaken
from tl_fit.context import Context
from tl_fit.decoding.decode import decode
from tl_fit.limits import MAX_BYTES
from tl_fit.message import Decoded
from tl_fit.part import read_part

_SUFFIXES = (".fit", ".fit.gz")
#: Bytes that no text begins with, and how many are looked at.
_CONTROL = bytes(code for code in (*range(32), *range(128, 192)) if code not in (9, 10, 12, 13))
_BEGIN = 4
#: The public FIT profile has no name for these; their content is the maker's own.
_UNNAMED = "unknown_"


class FitAdapter:
    """Reads FIT files: rides, strength workouts, other activities, all-day monitoring, weighings.

    The account counts messages that could be decoded completely. *Read* are, in a file that gives
    an entry, the messages that feed it:

    - of an activity ``file_id``, ``activity``, ``session``, ``sport``, ``lap``, ``event`` and
      ``record``; where it is strength work, also ``exercise_title`` and the active ones of ``set``;
    - of monitoring ``file_id``, ``monitoring_info``, and of ``monitoring`` the rows that report
      what the wrist did and the sums of a day's steps;
    - of either, ``user_profile``, where it states body mass or sleeping hours;
    - of a scale ``file_id`` and ``weight_scale``.

    *Refused* are those of them that did not enter the log; a problem says why. All others are
    *set aside* under their name: a pause between two sets as ``rest``, a monitoring row by what it
    holds (``heart rate``, ``monitoring counter``), messages without a name in the public profile
    as ``unknown``. What those hold, positions among it, is never looked at.
    """

    name: ClassVar[str] = "fit"
    recognised: ClassVar[str] = "FIT files of head units, watches, scales and trainer programs"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """By content; also binary files named ``.fit``, to say what such a file really is."""
        named = file.base.lower().endswith(_SUFFIXES)
        return mistaken.is_fit(file.head) or (named and not _begins_as_text(file.head))

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield what the file records, what was wrong with it, and the account."""
        context = Context(self.name, file, reading)
        problem = _turned_away(context)
        if problem is not None:
            yield problem
            yield self._tally(file, Counter(), 0, Counter())
            return
        decoded = decode(file.read())
        context = Context(self.name, file, reading, decoded.stopped)
        counts: Counter[str] = Counter()
        aside: Counter[str] = Counter()
        said: set[Problem] = set()
        refused = entries = 0
        for part in decoded.parts:
            outcome = read_part(part, context)
            yield from outcome.entries
            yield from (p for p in outcome.problems if p not in said)
            said.update(outcome.problems)
            counts += part.counts
            aside += outcome.aside
            refused += outcome.refused
            entries += len(outcome.entries)
        yield from _remarks(decoded, counts, entries, context)
        yield self._tally(file, counts, refused, aside)

    def _tally(
        self, file: SourceFile, counts: Counter[str], refused: int, aside: Counter[str]
    ) -> Tally:
        labels: Counter[str] = Counter()
        for name, count in aside.items():
            labels["unknown" if name.startswith(_UNNAMED) else name] += count
        total = counts.total()
        return Tally(
            file=file.name,
            adapter=self.name,
            unit="message",
            total=total,
            read=total - refused - labels.total(),
            refused=refused,
            set_aside=tuple(sorted(labels.items())),
        )


def _begins_as_text(head: bytes) -> bool:
    """Whether a head begins as text does, which is for others to read, whatever its name."""
    return bool(head) and not any(byte in _CONTROL for byte in head[:_BEGIN])


def _turned_away(context: Context) -> Problem | None:
    """Why a file is not decoded at all; None when it is."""
    file = context.file
    if not mistaken.is_fit(file.head):
        return context.refused(
            "not-fit",
            found=f"this is not a FIT file: found {mistaken.description(file.head)}",
            expected="a FIT file",
            hint="Export it again, or give it the name of what it is.",
        )
    if file.size > MAX_BYTES:
        return context.refused(
            "too-large",
            found=f"{file.size / 1e6:.0f} MB",
            expected=f"a FIT file of at most {MAX_BYTES / 1e6:.0f} MB",
            hint="A day of recording takes some 10 MB: this file is damaged or something else.",
        )
    return None


def _remarks(
    decoded: Decoded, counts: Counter[str], entries: int, context: Context
) -> Iterator[Problem]:
    """What to say about the file as a whole."""
    if not counts:
        yield context.refused(
            "no-messages",
            found=decoded.stopped or "a FIT header and nothing after it",
            expected="messages",
            hint="Copy it again from the device: the file holds nothing that can be read.",
        )
        return
    slowly = decoded.uncovered and f"it was read field by field, as it holds {decoded.uncovered}"
    if entries and (decoded.mended or decoded.stopped):
        ending = decoded.stopped and f"the file ends early: {decoded.stopped}"
        yield context.repaired(
            "ends-early" if ending else "mended",
            found="; ".join(filter(None, (decoded.mended, ending, slowly))),
            expected="a complete file",
            hint=f"What could be read is kept: {counts['record']} records.",
        )
    elif slowly:
        yield context.note(
            "read-slowly",
            found=slowly,
            expected="what can be read by columns",
            hint="Nothing to do: that takes longer, and nothing is lost.",
        )
    if decoded.checksums_hold is False and not decoded.stopped:
        yield context.note(
            "checksum-wrong",
            found="a checksum that does not fit the file",
            expected="the checksum of its bytes",
            hint="It was read all the same, as some devices write wrong ones; "
            "if something is missing, copy it again.",
        )
