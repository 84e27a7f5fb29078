"""``frame.tl``: the analysis of a table of sets or sittings, as tables."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pandas as pd

from tl_analyzer.accessor.log_of_tables import log_of_tables
from tl_analyzer.accessor.table_columns import TIMES, kind_of
from tl_analyzer.accessor.table_error import TableError
from tl_analyzer.api.athlete import of_log
from tl_analyzer.api.moment import Moment
from tl_analyzer.api.path_names import PathName
from tl_analyzer.api.profiles import default_profile, read_profile
from tl_analyzer.api.week import weekly_report
from tl_analyzer.athletes.moment import as_of_instant, chosen_week
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log, WeightUnit
from tl_analyzer.profile import Profile
from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.report.wording import some

#: What else is known: one table or log, or several.
Beside = pd.DataFrame | Log | Sequence[pd.DataFrame | Log]

#: Id of an athlete of whom only a table is known.
TABLE_ATHLETE: Final = "table"
#: Zones that are named where the table has several. [1]
_NAMED = 5
_CHANNELS: Final = ("hinge", "overhead", "flexion", "rotation")
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@pd.api.extensions.register_dataframe_accessor("tl")
class TlAccessor:
    """Exposure and flags of a table of sets or sittings.

    Parameters
    ----------
    frame : DataFrame
        Sets: ``exercise``, ``reps``, ``start`` (or ``date``) and ``weight_kg`` (or ``weight_lb``,
        or ``weight`` with ``weight_unit``); or sittings: ``start`` and ``end`` (or ``minutes``).
        Further columns as in the nomenclature; others are not looked at.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        # Looked at when asked: notebooks touch every attribute of a table.
        self._frame = frame

    def exposure(
        self,
        week: str | None = None,
        *,
        profile: Profile | PathName | None = None,
        timezone: str | None = None,
        unit: str | None = None,
        beside: Beside = (),
        as_of: Moment = None,
    ) -> pd.DataFrame:
        """Exposure of one week by channel.

        Parameters
        ----------
        week : str, optional
            ISO week, ``2026-W46``; the week of the last row by default.
        profile : Profile or path, optional
            The athlete's profile; else one that knows nothing but the zone.
        timezone : str, optional
            IANA zone of clocks that state none, and in which days and weeks are cut; else that
            of the profile, of the column ``zone``, or of the column of times.
        unit : str, optional
            ``kg`` or ``lb``, for weights that state none; else that of the profile.
        beside : DataFrame, Log, or a sequence of them
            What else is known: sittings beside sets, or a log with rides.
        as_of : str, datetime, optional
            The moment of the analysis; the end of the week by default, so that it can be repeated.

        Returns
        -------
        DataFrame
            One row a channel (index): ``week``, ``this_week``, ``usual`` (missing where the log
            is too short), ``ratio`` [x usual], ``low``, ``high``, ``unit``, ``quality`` and the
            daily values ``mon`` to ``sun``.

        Raises
        ------
        TableError
            If a cell, a unit or a zone cannot be told.
        RemediableError
            If there is no such week, or the profile cannot be used.
        """
        report = self.report(
            week, profile=profile, timezone=timezone, unit=unit, beside=beside, as_of=as_of
        )
        return exposure_frame(report)

    def flags(
        self,
        week: str | None = None,
        *,
        profile: Profile | PathName | None = None,
        timezone: str | None = None,
        unit: str | None = None,
        beside: Beside = (),
        as_of: Moment = None,
    ) -> pd.DataFrame:
        """Flags of one week, most urgent first.

        Parameters
        ----------
        week, profile, timezone, unit, beside, as_of
            As for `exposure`.

        Returns
        -------
        DataFrame
            One row a flag: ``week``, ``code``, ``name``, ``severity``, ``confidence``,
            ``channel``, and of its first fact ``when``, ``measure``, ``value``, ``unit``,
            ``threshold``; ``clears_when``.

        Raises
        ------
        TableError, RemediableError
            As for `exposure`.
        """
        report = self.report(
            week, profile=profile, timezone=timezone, unit=unit, beside=beside, as_of=as_of
        )
        return flags_frame(report)

    def report(
        self,
        week: str | None = None,
        *,
        profile: Profile | PathName | None = None,
        timezone: str | None = None,
        unit: str | None = None,
        beside: Beside = (),
        as_of: Moment = None,
    ) -> WeeklyReport:
        """The whole report of one week.

        Parameters
        ----------
        week, profile, timezone, unit, beside, as_of
            As for `exposure`.

        Raises
        ------
        TableError, RemediableError
            As for `exposure`.
        """
        # What is wrong with the table is told before what the caller may have left out.
        kind_of(self._frame)
        who = self._profile(profile, timezone)
        zone = who.athlete.timezone
        further = beside if isinstance(beside, Sequence) else (beside,)
        log = log_of_tables((self._frame, *further), zone, _unit(unit) or who.athlete.units)
        athlete, reviewed = of_log(log, who), Week.of(_last_day(log, zone), zone)
        if as_of is not None:
            return weekly_report(athlete, reviewed.label if week is None else week, as_of=as_of)
        if week is not None:
            # Of a table no week lies in the future: what it does not hold is empty.
            far = datetime.fromtimestamp(reviewed.end, ZoneInfo(zone))
            reviewed = chosen_week(week, zone, max(far, as_of_instant(None, zone)))
        # The week's own end is what every later run has, too.
        end = datetime.fromtimestamp(reviewed.end, ZoneInfo(zone))
        return weekly_report(athlete, reviewed.label, as_of=end)

    def _profile(self, given: Profile | PathName | None, timezone: str | None) -> Profile:
        if given is None:
            return _profile_in(timezone or self._zone())
        profile = given if isinstance(given, Profile) else read_profile(given)
        if timezone is None or timezone == profile.athlete.timezone:
            return profile
        known = _profile_in(timezone).athlete.timezone
        athlete = profile.athlete.model_copy(update={"timezone": known})
        return profile.model_copy(update={"athlete": athlete})

    def _zone(self) -> str:
        """The one zone that the table speaks of."""
        frame = self._frame
        if "zone" in frame.columns:
            zones = frame["zone"].dropna().astype(str).unique()
            if len(zones) > 1:
                raise TableError(
                    f"the rows are of several time zones: {some(sorted(zones), _NAMED)}",
                    "Say in which the weeks are cut, as timezone='Europe/Berlin'.",
                )
            if len(zones) == 1:
                return str(zones[0])
        for column in TIMES:
            of_column = getattr(frame.get(column), "dt", None)
            zone = str(getattr(of_column, "tz", None) or "")
            if "/" in zone:
                return zone
        raise TableError(
            "the table does not say in which time zone its days are",
            "Say timezone='Europe/Berlin', or give a profile.",
        )


def exposure_frame(report: WeeklyReport) -> pd.DataFrame:
    """The channels of a report as a table; see `TlAccessor.exposure`."""
    rows = []
    for name in _CHANNELS:
        channel = getattr(report.channels, name)
        usual = channel.usual
        rows.append(
            {
                "channel": name,
                "week": report.week,
                "this_week": channel.this_week,
                "usual": usual,
                "ratio": channel.this_week / usual if usual else None,
                "low": channel.range[0],
                "high": channel.range[1],
                "unit": channel.unit,
                "quality": channel.quality,
                **dict(zip(_DAYS, channel.daily, strict=True)),
            }
        )
    table = pd.DataFrame(rows).set_index("channel")
    numbers = ["this_week", "usual", "ratio", "low", "high", *_DAYS]
    return table.astype(dict.fromkeys(numbers, "float64"))


def flags_frame(report: WeeklyReport) -> pd.DataFrame:
    """The flags of a report as a table; see `TlAccessor.flags`."""
    columns = ("week", "code", "name", "severity", "confidence", "channel")
    facts = ("when", "measure", "value", "unit", "threshold")
    rows = [
        (
            report.week,
            *(str(getattr(flag, name)) for name in columns[1:]),
            *(getattr(flag.because[0], name) for name in facts),
            flag.clears_when,
        )
        for flag in report.flags
    ]
    table = pd.DataFrame(rows, columns=[*columns, *facts, "clears_when"])
    return table.astype({"value": "float64", "threshold": "float64"})


def _profile_in(zone: str) -> Profile:
    try:
        return default_profile(TABLE_ATHLETE, zone)
    except RemediableError as why:
        raise TableError(f"no time zone {zone!r}", "Say one such as 'Europe/Berlin'.") from why


def _unit(said: str | None) -> WeightUnit | None:
    if said is None:
        return None
    try:
        return WeightUnit(said)
    except ValueError as why:
        raise TableError(f"unit {said!r} is no unit of weights", "Say 'kg' or 'lb'.") from why


def _last_day(log: Log, zone: str) -> date:
    lasts = [session.start.day_in(zone) for session in log.strength]
    # An interval that ends at midnight belongs to the day before.
    ends = [row.end - timedelta(microseconds=1) for row in log.postures]
    if ends:
        lasts.append(max(ends).astimezone(ZoneInfo(zone)).date())
    if not lasts:
        raise TableError("the table has no rows", "Look at how it was read or filtered.")
    return max(lasts)
