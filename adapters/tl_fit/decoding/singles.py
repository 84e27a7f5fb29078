"""Single messages: summaries, laps, events, sets."""

from typing import Any

import numpy as np
from fitdecode import types

from tl_fit.decoding import wanted
from tl_fit.decoding.compressed_time import NO_TIME, times_in_headers
from tl_fit.decoding.messages import Messages
from tl_fit.decoding.single_plan import OtherField, Plan, Stored, plan_of
from tl_fit.message import BoolArray, Message, Scalar

_Codes = tuple[int | None, ...]


def single_messages(messages: Messages, rows: int) -> tuple[Message, ...]:
    """The messages of one file that are kept with their fields, in file order.

    Parameters
    ----------
    messages : Messages
        All messages of the file.
    rows : int
        Messages before them. [1]

    Raises
    ------
    Unsupported
        A field counts on from message to message.
    """
    at = np.flatnonzero(are_kept(messages))
    header_s = np.full(len(at), NO_TIME)
    if messages.compressed:
        header_s = times_in_headers(messages)[at]
    kinds = messages.kinds[at].tolist()
    plans = {kind: plan_of(messages.layouts[kind]) for kind in set(kinds)}
    found = []
    for row, kind, offset, time_s in zip(
        (at + rows + 1).tolist(),
        kinds,
        messages.offsets[at].tolist(),
        header_s.tolist(),
        strict=True,
    ):
        plan = plans[kind]
        fields, codes = _decoded(plan, plan.unpack(messages.data, offset))
        if time_s != NO_TIME:
            fields.setdefault("timestamp", time_s)
        found.append(Message(plan.name, row, fields, codes))
    return tuple(found)


def are_kept(messages: Messages) -> BoolArray:
    """Which messages of a file are kept with their fields."""
    kept = np.array([layout.name in wanted.KEPT for layout in messages.layouts], bool)
    return kept[messages.kinds]


def _decoded(plan: Plan, stored: Stored) -> tuple[dict[str, Scalar], dict[str, _Codes]]:
    """The fields of a message that hold a value, the first of equal names; numbers of some."""
    fields: dict[str, Scalar] = {}
    codes: dict[str, _Codes] = {}
    for at, none, name, names, scale, offset, other in plan.fields:
        if other is not None:
            _put_together(other, stored, fields, codes)
            continue
        value = stored[at]
        if value == none or name in fields:
            continue
        if value in names:
            fields[name] = names[value]
            continue
        if scale:
            value /= scale
        if offset:
            value -= offset
        fields[name] = value
    return fields, codes


def _put_together(
    other: OtherField, stored: Stored, fields: dict[str, Scalar], codes: dict[str, _Codes]
) -> None:
    """Add a field that is more than one whole number: first its parts, then itself."""
    raw = other.read(stored)
    field = other.meaning.of(stored)
    if field.name in wanted.CODED:
        codes.setdefault(field.name, wanted.codes(raw))
    if raw is None:
        return
    for part in field.components or ():
        try:
            piece = _scaled(part, part.render(raw))
        except ValueError:
            # More parts than the field has bytes.
            continue
        meant = other.parts[part.def_num].of(stored)
        _add(fields, meant.name, meant.render(piece))
    # Several values have no names, and the first that is there counts.
    value = wanted.scalar(raw) if isinstance(raw, tuple) else field.render(raw)
    _add(fields, field.name, _scaled(field, value))


def _add(fields: dict[str, Scalar], name: str, value: object) -> None:
    single = wanted.scalar(value)
    if single is not None and name not in fields:
        fields[name] = single


def _scaled(by: types.Field | types.SubField | types.ComponentField, value: Any) -> Any:
    """A number divided by a scale and reduced by an offset; a name as it is."""
    if isinstance(value, int | float):
        if by.scale:
            value = float(value) / by.scale
        if by.offset:
            value -= by.offset
    return value
