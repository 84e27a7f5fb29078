"""Apple Health: the export of the Health app, streamed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar
from xml.etree.ElementTree import Element

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import (
    ActivitySession,
    Entry,
    Problem,
    ProblemKind,
    RideSession,
    Tally,
)
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.xml_stream import BadXml, local_name
from tl_apple.document import is_excerpt, is_export, rows
from tl_apple.evidence import Evidence, Limits, shipped_evidence
from tl_apple.outcome import SAME_AGAIN, Aside, Kept, Refused
from tl_apple.postures import Postures
from tl_apple.records import Records
from tl_apple.sleep import nights
from tl_apple.workouts import read_workout

_IN_BED = "SleepAnalysis, in bed in a night with sleep recorded"


@dataclass(frozen=True)
class AppleHealthAdapter:
    """Reads stand time, steps, sleep, body mass and workouts out of an export of any size.

    Parameters
    ----------
    evidence : Evidence
        The numbers to use; the shipped ones unless a test says otherwise.
    """

    name: ClassVar[str] = "apple-health"
    recognised: ClassVar[str] = "Apple Health export: XML with the root HealthData, or rows of one"
    contract: ClassVar[int] = 1

    evidence: Evidence = field(default_factory=shipped_evidence)

    def recognises(self, file: SourceFile) -> bool:
        """Whether the root is that of an export: its name differs from language to language."""
        return is_export(file.head) or is_excerpt(file.head)

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield workouts, weights and days as they come, then stretches of posture."""
        ledger = Ledger(file, self.name, "element")
        limit = self.evidence.limit
        most = limit.file_bytes if is_export(file.head) else limit.fragment_bytes
        if file.size > most:
            yield ledger.too_large(file.size, most)
        else:
            yield from _Import(file, reading, self, ledger).run()
        yield ledger.tally()


class _Import:
    """One reading of one file."""

    def __init__(
        self, file: SourceFile, reading: Reading, adapter: AppleHealthAdapter, ledger: Ledger
    ) -> None:
        self._file, self._zone, self._ledger = file, reading.zone, ledger
        self._evidence = adapter.evidence
        self._limit: Limits = adapter.evidence.limit
        self._origin = provenance(adapter, file)
        self._records = Records(reading.zone, self._origin, self._limit)
        self._workouts: set[tuple[str | None, ...]] = set()
        self._refused = 0
        self._without_sets = 0

    def run(self) -> Iterator[Entry | Problem]:
        """Read the file to its end, or as far as it goes."""
        try:
            for number, element in enumerate(rows(self._file), start=1):
                yield from self._element(element, number)
        except BadXml as why:
            yield self._broken(why)
        records, ledger = self._records, self._ledger
        ledger.set_aside(SAME_AGAIN.label, records.steps.sort() + records.nights.sort())
        lying, needless = nights(records.nights)
        ledger.set_aside(_IN_BED, needless)
        ledger.take(len(records.steps) + len(records.nights) - needless)
        yield from Postures(self._zone, self._origin, self._evidence).all(records, lying)
        yield from self._remarks()

    def _element(self, element: Element, number: int) -> Iterator[Entry | Problem]:
        match local_name(element):
            case "Record":
                found: Entry | Kept | Aside | Refused = self._records.take(element)
            case "Workout":
                found = self._workout(element)
            case "ActivitySummary":
                found = self._records.take_summary(element)
            case "ExportDate" | "Me" | "Correlation" | "ClinicalRecord" | "Audiogram" as name:
                found = Aside(name)
            case _:
                found = Aside("elements of other kinds")
        match found:
            case Aside(label):
                self._ledger.set_aside(label)
            case Refused():
                yield from self._refuse(found, number)
            case Kept.MARKED:
                self._ledger.take()
            case Kept.WAITING:
                pass
            case _:
                self._ledger.take()
                origin = self._origin.model_copy(update={"row": number})
                yield found.model_copy(update={"provenance": origin})

    def _workout(self, workout: Element) -> Entry | Aside | Refused:
        names = ("workoutActivityType", "startDate", "endDate", "sourceName")
        key = tuple(workout.get(name) for name in names)
        if key in self._workouts:
            return SAME_AGAIN
        if len(self._workouts) >= self._limit.workouts:
            return Refused("too-many-rows", "more workouts than are kept", "those of a lifetime")
        self._workouts.add(key)
        found = read_workout(workout, self._zone, self._origin, self._limit)
        if isinstance(found, RideSession | ActivitySession):
            start, end = found.start.utc.timestamp(), found.end.timestamp()
            self._records.timeline.mark_elsewhere(int(start), int(end))
            if isinstance(found, ActivitySession) and found.sport == "strength_training":
                self._without_sets += 1
        return found

    def _refuse(self, why: Refused, number: int) -> Iterator[Problem]:
        """Refuse an element; after many, silently until the end sums them up."""
        problem = self._ledger.refuse(
            why.code,
            why.found,
            why.expected,
            f"Element {number} of the export was left out; the others were read.",
            number,
        )
        self._refused += 1
        if self._refused <= self._limit.problems:
            yield problem

    def _broken(self, why: BadXml) -> Problem:
        return self._ledger.problem(
            ProblemKind.REFUSED,
            "xml-broken-off",
            why.why,
            "a whole export",
            "What stands before was read. Export again from the Health app.",
            why.line,
        )

    def _remarks(self) -> Iterator[Problem]:
        if (more := self._refused - self._limit.problems) > 0:
            yield self._ledger.problem(
                ProblemKind.NOTE,
                "more-refused",
                f"further elements that were left out: {more}",
                "readable ones",
                "They are counted, and not listed one by one.",
            )
        if self._without_sets:
            yield self._ledger.problem(
                ProblemKind.NOTE,
                "no-sets",
                f"strength workouts: {self._without_sets}, duration only",
                "sets, repetitions and loads",
                "Apple Health holds none of these: add the log of your training app.",
            )
