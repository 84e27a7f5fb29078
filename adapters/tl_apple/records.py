"""Rows of an export: what each type is good for."""

import math
import re
from xml.etree.ElementTree import Element

from tl_analyzer.log import (
    BodyMass,
    DailyTotal,
    DayMeasure,
    Provenance,
    UnitBasis,
    Weight,
    When,
)
from tl_analyzer.parsing.bounds import echo
from tl_apple.clock import BadTime, day_of, instant, utc
from tl_apple.evidence import Limits
from tl_apple.outcome import SAME_AGAIN, Aside, Kept, Refused
from tl_apple.packed import Packed, Row
from tl_apple.sleep import Stage
from tl_apple.sports import shipped_sports
from tl_apple.timeline import Timeline

_TYPE = re.compile(r"HK(?:QuantityType|CategoryType|DataType|CorrelationType)(?:Identifier)?")
_WORD = re.compile(r"[A-Za-z0-9]{1,60}")
_OTHER = "rows of other types"
_SLEEP = "HKCategoryValueSleepAnalysis"
_SOURCE = "Apple Health"
_DAY_H = 24
#: Apple's word for an Apple Watch in the description of a device.
_WATCH = "Watch"

Found = BodyMass | DailyTotal | Kept | Aside | Refused


class Records:
    """Takes rows one by one and keeps what they are good for.

    Parameters
    ----------
    zone : str
        IANA zone of the athlete.
    origin : Provenance
        Where the rows come from.
    limit : Limits
        What is believed.

    Attributes
    ----------
    timeline : Timeline
        What the watch saw, five minutes by five minutes.
    steps, nights : Packed
        Step rows, and sleep rows by `Stage`.
    """

    def __init__(self, zone: str, origin: Provenance, limit: Limits) -> None:
        self._zone, self._origin, self._limit = zone, origin, limit
        self.timeline = Timeline(limit)
        self.steps = Packed(length_bits=12, value_bits=13, most=limit.rows)
        self.nights = Packed(length_bits=17, value_bits=1, most=limit.rows)
        self._sources: dict[str, int] = {}
        self._masses: set[tuple[int, str, str, int]] = set()
        self._labels: dict[str, Aside] = {}
        self._readers = {
            "HKQuantityTypeIdentifierHeartRate": self._heart_rate,
            "HKQuantityTypeIdentifierStepCount": self._step_count,
            "HKQuantityTypeIdentifierAppleStandTime": self._stand_time,
            "HKCategoryTypeIdentifierAppleStandHour": self._stand_hour,
            "HKCategoryTypeIdentifierSleepAnalysis": self._sleep,
            "HKQuantityTypeIdentifierBodyMass": self._body_mass,
        }

    def take(self, record: Element) -> Found:
        """Take a ``Record``."""
        kind = record.get("type", "")
        reader = self._readers.get(kind)
        if reader is None:
            return self._labels.get(kind) or self._aside(kind)
        try:
            return reader(record)
        except BadTime as why:
            return Refused("date-unreadable", echo(why), "a date such as 2025-07-14 16:39:21 +0100")
        except ValueError:
            return Refused(
                "value-unreadable",
                echo(record.get("value", "nothing")),
                f"a value of {_bare(kind)}",
            )

    def take_summary(self, summary: Element) -> Found:
        """Take an ``ActivitySummary``: the stand hours of a day."""
        text = summary.get("appleStandHours", "0")
        try:
            day, hours = day_of(summary.get("dateComponents", ""), self._limit), _count(text)
        except BadTime:
            # Exports hold summaries of 1969-12-30.
            return Aside("ActivitySummary of no day")
        except ValueError:
            return Refused("value-unreadable", echo(text), "a number of stand hours")
        if not hours:
            return Aside("ActivitySummary without stand hours")
        if hours > _DAY_H:
            return Refused("value-unreadable", echo(text), f"at most {_DAY_H} stand hours")
        return DailyTotal(
            start=When.from_date(day, self._zone),
            measure=DayMeasure.STAND_HOURS,
            value=hours,
            source=_SOURCE,
            provenance=self._origin,
        )

    def _heart_rate(self, record: Element) -> Found:
        device = record.get("device", _WATCH)
        if _WATCH not in device:
            return Aside("HeartRate, not of a watch")
        self.timeline.mark_worn(self._instant(record, "startDate"))
        return Kept.MARKED

    def _step_count(self, record: Element) -> Found:
        start, length = self._when(record)
        steps = math.ceil(_count(record.get("value", "")))
        if length > self._limit.steps_s:
            return Aside("StepCount over a long time")
        if steps > self._limit.steps_in_row:
            return Refused("value-implausible", f"{steps} steps", "what a person can walk")
        return self._keep(self.steps, Row(start, length, steps, self._source(record)))

    def _stand_time(self, record: Element) -> Found:
        start, length = self._when(record)
        minutes = math.ceil(_count(record.get("value", "")))
        if length > self._limit.bin_s:
            return Aside("AppleStandTime over a long time")
        if not minutes:
            return Aside("AppleStandTime of zero")
        most = self._limit.bin_s // 60
        fresh = self.timeline.mark_stood(start + length // 2, min(minutes, most))
        return Kept.MARKED if fresh else SAME_AGAIN

    def _stand_hour(self, record: Element) -> Found:
        value = record.get("value", "").removeprefix("HKCategoryValueAppleStandHour")
        if value not in ("Stood", "Idle"):
            raise ValueError(value)
        start = self._instant(record, "startDate")
        return Kept.MARKED if self.timeline.mark_hour(start, stood=value == "Stood") else SAME_AGAIN

    def _sleep(self, record: Element) -> Found:
        value = record.get("value", "").removeprefix(_SLEEP)
        if value == "Awake":
            return Aside("SleepAnalysis, awake")
        if value != "InBed" and not value.startswith("Asleep"):
            raise ValueError(value)
        start, length = self._when(record)
        if length > self._limit.sleep_s:
            return Refused("value-implausible", f"{length // 3600} h of sleep", "a night")
        if not length:
            return Aside("SleepAnalysis without length")
        stage = Stage.IN_BED if value == "InBed" else Stage.ASLEEP
        return self._keep(self.nights, Row(start, length, stage, self._source(record)))

    def _body_mass(self, record: Element) -> Found:
        start = self._instant(record, "startDate")
        unit, text = record.get("unit", ""), record.get("value", "")
        mass = shipped_sports().mass.get(unit)
        if mass is None:
            return Refused("unit-unknown", f"unit {echo(unit)}", "kg or lb")
        value = _count(text) * mass.factor
        if not self._limit.least_mass_kg <= mass.kg(value) <= self._limit.most_mass_kg:
            return Refused("value-implausible", f"{echo(text)} {unit}", "a body mass")
        key = (start, text, unit, self._source(record))
        if key in self._masses:
            return SAME_AGAIN
        if len(self._masses) >= self._limit.workouts:
            return _too_many()
        self._masses.add(key)
        return BodyMass(
            start=When(utc=utc(start), zone=self._zone),
            mass=Weight(value=value, unit=mass.unit, basis=UnitBasis.STATED),
            provenance=self._origin,
        )

    def _keep(self, packed: Packed, row: Row) -> Found:
        if packed.full:
            return _too_many()
        packed.add(row)
        return Kept.WAITING

    def _when(self, record: Element) -> tuple[int, int]:
        start, end = self._instant(record, "startDate"), self._instant(record, "endDate")
        if end < start:
            raise BadTime(f"{record.get('startDate')} to {record.get('endDate')}")
        return start, end - start

    def _instant(self, record: Element, name: str) -> int:
        return instant(record.get(name, ""), self._limit)

    def _source(self, record: Element) -> int:
        """Number of the source; its name, which may be a person's, goes no further."""
        name = record.get("sourceName", "")
        if name not in self._sources and len(self._sources) < Packed.SOURCES - 1:
            self._sources[name] = len(self._sources)
        return self._sources.get(name, Packed.SOURCES - 1)

    def _aside(self, kind: str) -> Aside:
        """Name a type of rows that are not for the log; of many, only so many get a name."""
        name = _bare(kind)
        if not _WORD.fullmatch(name) or len(self._labels) >= self._limit.type_names:
            return Aside(_OTHER)
        return self._labels.setdefault(kind, Aside(name))


def _bare(kind: str) -> str:
    return _TYPE.sub("", kind, count=1)


def _too_many() -> Refused:
    return Refused("too-many-rows", "more rows than are kept", "an export of a lifetime at most")


def _count(text: str) -> float:
    """Read a number of zero or more."""
    value = float(text)
    if not (math.isfinite(value) and value >= 0):
        raise ValueError(text)
    return value
