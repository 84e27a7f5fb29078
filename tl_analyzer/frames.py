"""The log as pandas tables, for those who want to compute on it themselves.

Columns, units and types come from ``nomenclature.toml`` alone.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pandas as pd

from tl_analyzer.log import Log, Provenance

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its name, unit (empty for words and times), type and meaning."""

    name: str
    unit: str
    dtype: str
    meaning: str


@cache
def nomenclature() -> dict[str, tuple[Column, ...]]:
    """Columns of every table, in order."""
    text = files("tl_analyzer").joinpath("nomenclature.toml").read_text(encoding="utf-8")
    return {
        table: tuple(Column(name, **entry) for name, entry in columns.items())
        for table, columns in tomllib.loads(text).items()
    }


def frame(log: Log, table: str) -> pd.DataFrame:
    """One table of the log.

    Parameters
    ----------
    log : Log
        The log.
    table : str
        ``sets``, ``rides``, ``posture_bouts``, ``postures``, ``activities``, ``body_mass``,
        ``check_ins``, ``wellness`` or ``daily_totals``.

    Returns
    -------
    DataFrame
        Columns, order and types as `nomenclature` has them; one row a value, in time order.

    Raises
    ------
    KeyError
        If there is no such table.
    """
    columns = nomenclature()[table]
    rows = list(ROWS[table](log))
    built = pd.DataFrame(rows, columns=[c.name for c in columns])
    return built.astype({c.name: c.dtype for c in columns})


def _sets(log: Log) -> Iterator[Row]:
    for session in log.strength:
        for s in session.sets:
            start = s.start or session.start
            yield (
                start.utc,
                start.zone,
                start.clock.value,
                session.title,
                s.exercise,
                s.set_type.value,
                s.weight.kg if s.weight else None,
                s.weight.basis.value if s.weight else None,
                s.meaning.value,
                s.reps,
                s.rpe,
                s.rir,
                s.duration_s,
                s.distance_m,
                session.provenance.file,
                s.row,
            )


def _rides(log: Log) -> Iterator[Row]:
    for r in log.rides:
        yield (
            r.start.utc,
            r.end,
            r.start.zone,
            r.elapsed_s,
            r.moving_s,
            r.distance_m,
            r.sub_sport,
            r.indoor,
            r.position_evidence.value,
            r.time_standing_s,
            r.average_power_w,
            r.device,
            r.provenance.file,
            _also_in(r.folded),
        )


def _posture_bouts(log: Log) -> Iterator[Row]:
    for number, ride in enumerate(log.rides):
        for bout in ride.bouts:
            yield (number, bout.start, bout.end, bout.posture.value)


def _postures(log: Log) -> Iterator[Row]:
    for p in log.postures:
        yield (
            p.start.utc,
            p.end,
            p.start.zone,
            p.posture.value,
            p.probability,
            p.quality.value,
            p.observation.value,
            p.style.value if p.style else None,
            p.source,
            p.provenance.file,
        )


def _activities(log: Log) -> Iterator[Row]:
    for a in log.activities:
        yield (
            a.start.utc,
            a.end,
            a.start.zone,
            a.sport,
            a.moving_s,
            a.distance_m,
            a.provenance.file,
            _also_in(a.folded),
        )


def _body_mass(log: Log) -> Iterator[Row]:
    for m in log.masses:
        yield m.start.utc, m.start.zone, m.mass.kg, m.mass.basis.value, m.provenance.file


def _check_ins(log: Log) -> Iterator[Row]:
    for c in log.check_ins:
        yield (
            c.start.utc,
            c.start.zone,
            c.region,
            c.side,
            c.score,
            ";".join(c.signs),
            c.note,
            c.provenance.file,
        )


def _wellness(log: Log) -> Iterator[Row]:
    for w in log.wellness:
        yield (
            w.start.utc,
            w.start.zone,
            w.measure,
            w.value,
            w.unit,
            w.scale.least if w.scale else None,
            w.scale.most if w.scale else None,
            w.scale.best if w.scale else None,
            w.source,
            w.provenance.file,
        )


def _daily_totals(log: Log) -> Iterator[Row]:
    for d in log.daily_totals:
        yield (
            d.start.utc,
            d.start.zone,
            d.measure.value,
            d.value,
            d.source,
            d.provenance.file,
        )


def _also_in(folded: tuple[Provenance, ...]) -> str:
    return ";".join(dict.fromkeys(p.file for p in folded))


ROWS: dict[str, Callable[[Log], Iterator[Row]]] = {
    "sets": _sets,
    "rides": _rides,
    "posture_bouts": _posture_bouts,
    "postures": _postures,
    "activities": _activities,
    "body_mass": _body_mass,
    "check_ins": _check_ins,
    "wellness": _wellness,
    "daily_totals": _daily_totals,
}
