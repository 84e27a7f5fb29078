"""The record table by columns: each field of all records at once.

The values are those of fitdecode, as the operations are the same: a number is divided by its scale
as a 64-bit float, and of several fields of one name the first that holds a value counts.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from fitdecode import profile, types

from tl_fit.decoding import wanted
from tl_fit.decoding.compressed_time import has_time_in_header, times_in_headers
from tl_fit.decoding.layout import CACHED, Layout, Place, Unsupported, no_value
from tl_fit.decoding.messages import Messages
from tl_fit.decoding.strided import Strided
from tl_fit.message import FloatArray, IntArray, Records

_TEXT = "s"
_TIME = wanted.COLUMNS["timestamp"]
_BYTE = "B"
_NO_BYTE = 0xFF
_NO_RECORD = -1


class Source(NamedTuple):
    """A field that feeds a column.

    Attributes
    ----------
    at : int
        Bytes from the begin of a message.
    stored : str
        How a value is stored, as `struct` writes it.
    none : int or None
        The number that stands for none; None for types that have "not a number".
    bits : tuple of int or None
        How many bits to shift by, and which to keep; None for all of a value.
    scale, offset : float or None
        A value is divided by the one, then reduced by the other.
    """

    at: int
    stored: str
    none: int | None
    bits: tuple[int, int] | None
    scale: float | None
    offset: float | None


class Plan(NamedTuple):
    """What to take of records.

    Attributes
    ----------
    sources : tuple of tuple of Source
        Of each column, the fields that feed it: the first that holds a value counts.
    empty : tuple of int
        Bytes of fields that would feed a column in a way that is not covered, were they not empty.
    span : int
        Bytes of a message that are read.
    """

    sources: tuple[tuple[Source, ...], ...]
    empty: tuple[int, ...]
    span: int


class _Group(NamedTuple):
    """Records whose fields lie alike, and which rows of the table they are."""

    rows: IntArray | slice
    messages: Strided
    plan: Plan


def record_table(messages: Messages) -> Records:
    """The record table of one file.

    Raises
    ------
    Unsupported
        A record holds a field in a form that is not covered.
    """
    # Layouts that differ in fields that are not read are one group.
    alike: dict[Plan, list[int]] = {}
    for kind, layout in enumerate(messages.layouts):
        if layout.name == wanted.RECORD and messages.counts[kind]:
            alike.setdefault(_plan(layout), []).append(kind)
    if not alike:
        return wanted.records([np.empty(0)] * wanted.WIDTH)
    group_of = np.full(len(messages.layouts), _NO_RECORD, np.int16)
    for number, kinds in enumerate(alike.values()):
        group_of[kinds] = number
    grouped = group_of[messages.kinds]
    at = np.flatnonzero(grouped != _NO_RECORD)
    grouped = grouped[at]
    groups = []
    for number, (plan, kinds) in enumerate(alike.items()):
        rows = slice(None) if len(alike) == 1 else np.flatnonzero(grouped == number)
        groups.append(_group(messages, at, rows, kinds, plan))
    columns = [_column(groups, number, len(at)) for number in range(wanted.WIDTH)]
    if messages.compressed:
        within = has_time_in_header(messages)[at]
        columns[_TIME][within] = times_in_headers(messages)[at[within]]
    return wanted.records(columns)


def _group(
    messages: Messages, at: IntArray, rows: IntArray | slice, kinds: list[int], plan: Plan
) -> _Group:
    """Some of the records, of some layouts; whatever one holds that is not covered ends it."""
    smallest = min(messages.layouts[kind].size for kind in kinds)
    there = Strided(messages.data, messages.offsets[at[rows]], smallest, plan.span)
    if any((there.values(byte, _BYTE) != _NO_BYTE).any() for byte in plan.empty):
        raise Unsupported("records with compressed or unusual fields")
    return _Group(rows, there, plan)


def _column(groups: list[_Group], number: int, count: int) -> FloatArray:
    """A column of the table."""
    values = [_first_value(group.messages, group.plan.sources[number]) for group in groups]
    if len(groups) == 1:
        return values[0]
    column = np.empty(count)
    for group, there in zip(groups, values, strict=True):
        column[group.rows] = there
    return column


def _first_value(messages: Strided, sources: tuple[Source, ...]) -> FloatArray:
    """Of the fields that feed a column, the first that holds a value; NaN where none does."""
    if not sources:
        return np.full(len(messages), np.nan)
    values = _values(messages, sources[0])
    for source in sources[1:]:
        gaps = np.isnan(values)
        if not gaps.any():
            break
        values[gaps] = _values(messages, source)[gaps]
    return values


def _values(messages: Strided, source: Source) -> FloatArray:
    """The values of a field; NaN where it holds none."""
    at, form, none, bits, scale, offset = source
    stored = messages.values(at, form)
    missing = ~np.isfinite(stored) if none is None else stored == none
    if bits:
        shift, mask = bits
        stored = stored.astype(np.int64) >> shift & mask
    values = stored.astype(np.float64)
    if scale:
        values /= scale
    if offset:
        values -= offset
    if missing.any():
        values[missing] = np.nan
    return values


@lru_cache(maxsize=CACHED)
def _plan(layout: Layout) -> Plan:
    """What to take of the records of a layout."""
    columns: list[list[Source]] = [[] for _ in range(wanted.WIDTH)]
    empty: list[int] = []
    span = 1
    for place in layout.places:
        feeding = list(_feeding(layout, place))
        if not feeding or place.base.fmt == _TEXT:
            continue
        span = place.at + place.size
        several_bytes = place.length > 1 and place.base is types.BASE_TYPE_BYTE
        if several_bytes or any(accumulates for _, _, accumulates in feeding):
            empty += range(place.at, span)
            continue
        fed = set()
        for column, source, _ in feeding:
            # A part of a number is there whenever the number is.
            if column not in fed:
                fed.add(column)
                columns[column] += [
                    source._replace(at=at) for at in range(place.at, span, place.base.size)
                ]
    return Plan(tuple(map(tuple, columns)), tuple(empty), span)


def _feeding(layout: Layout, place: Place) -> Iterator[tuple[int, Source, bool]]:
    """The columns that a field feeds, how, and whether it counts on from record to record."""
    if place.field is None:
        return
    stored = layout.order + place.base.fmt
    whole = Source(place.at, stored, no_value(place.base), None, None, None)
    known = profile.MESSAGE_TYPES[layout.number].fields
    for part in place.field.components or ():
        column = wanted.COLUMNS.get(known[part.def_num].name)
        if column is not None:
            bits = (part.bit_offset, (1 << part.bits) - 1)
            source = whole._replace(bits=bits, scale=part.scale, offset=part.offset)
            yield column, source, bool(part.accumulate)
    column = wanted.COLUMNS.get(place.field.name)
    if column is not None:
        source = whole._replace(scale=place.field.scale, offset=place.field.offset)
        yield column, source, False
