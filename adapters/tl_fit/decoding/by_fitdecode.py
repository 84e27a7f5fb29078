"""The walk through a FIT file with fitdecode, one object a field: slow, and never at a loss.

It reads what columns do not cover, and it is their reference: what `decode` makes of a file by
columns equals what this makes of it.
"""

import math
import struct
import warnings
from array import array
from collections import Counter
from enum import Enum
from io import BytesIO

import fitdecode
import numpy as np

from tl_fit.decoding import mending, wanted
from tl_fit.limits import MAX_FRAMES, MAX_MESSAGES
from tl_fit.message import Decoded, Message, Part, Scalar


class Tolerance(Enum):
    """How strict the walk is, by name.

    Head units write wrong and missing checksums on sound rides, and undeclared developer
    fields. Whoever has ridden wants the ride, so what can be decoded is taken.
    """

    #: Checksums are not computed.
    CRC = fitdecode.CrcCheck.DISABLED
    #: Malformed definitions are read as bytes instead of ending the walk.
    ERRORS = fitdecode.ErrorHandling.IGNORE


#: What fitdecode raises on damaged input, beside its own errors.
_RAISED = (
    fitdecode.FitError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    struct.error,
)


def decode_by_fitdecode(data: bytes) -> Decoded:
    """Decode all complete messages of a FIT file, field by field.

    Parameters
    ----------
    data : bytes
        The file, from its header on.

    Returns
    -------
    Decoded
        Everything up to the first byte that cannot be decoded. Never raises for its content.
    """
    data, stated = mending.with_data_stated(data)
    stream = BytesIO(data)
    walk = _Walk()
    stopped = ""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = fitdecode.FitReader(
            stream,
            processor=None,
            check_crc=Tolerance.CRC.value,
            error_handling=Tolerance.ERRORS.value,
        )
        try:
            for frame in reader:
                if not walk.take(frame):
                    stopped = mending.TOO_MANY
                    break
        except fitdecode.FitEOFError:
            stopped = mending.ends_at(len(data))
        except fitdecode.FitHeaderError:
            stopped = mending.no_file_at(stream.tell())
        except _RAISED as error:
            stopped = mending.undecodable(stream.tell(), error)
        finally:
            reader.close()
    return Decoded(walk.parts(), stopped, mending.said(stated, walk.empty_fields))


class _Walk:
    """Sorts frames into parts as they come."""

    def __init__(self) -> None:
        self.empty_fields = False
        self._parts: list[Part] = []
        self._begin()
        self._frames = 0
        self._kept = 0
        self._row = 0

    def _begin(self) -> None:
        self._counts: Counter[str] = Counter()
        self._messages: list[Message] = []
        self._cells = array("d")

    def take(self, frame: object) -> bool:
        """Take one frame; False when the file holds more than is read."""
        self._frames += 1
        if isinstance(frame, fitdecode.FitHeader):
            self._end()
        elif isinstance(frame, fitdecode.FitDefinitionMessage):
            self.empty_fields |= _drop_empty_fields(frame)
        elif isinstance(frame, fitdecode.FitDataMessage):
            self._row += 1
            name = str(frame.name)
            self._counts[name] += 1
            if name == wanted.RECORD:
                self._cells.extend(_record(frame))
            elif name in wanted.KEPT:
                self._kept += 1
                self._messages.append(Message(name, self._row, _fields(frame), _codes(frame)))
        return self._frames < MAX_FRAMES and self._kept < MAX_MESSAGES

    def _end(self) -> None:
        if self._counts:
            table = np.frombuffer(self._cells, dtype=np.float64).reshape(-1, wanted.WIDTH)
            records = wanted.records(list(table.T.copy()))
            self._parts.append(Part(self._counts, tuple(self._messages), records))
        self._begin()

    def parts(self) -> tuple[Part, ...]:
        """Everything taken."""
        self._end()
        return tuple(self._parts)


def _record(frame: fitdecode.FitDataMessage) -> list[float]:
    """One row of the record table."""
    row = [math.nan] * wanted.WIDTH
    for field in frame.fields:
        column = wanted.COLUMNS.get(field.name)
        if column is None or not math.isnan(row[column]) or not _is_public(field):
            continue
        value = wanted.scalar(field.value)
        if value is not None and not isinstance(value, str):
            row[column] = value
    return row


def _fields(frame: fitdecode.FitDataMessage) -> dict[str, Scalar]:
    """The fields of a message that hold a value, the first of equal names."""
    fields: dict[str, Scalar] = {}
    for field in frame.fields:
        if field.name in fields or not _is_public(field):
            continue
        value = wanted.scalar(field.value)
        if value is not None:
            fields[str(field.name)] = value
    return fields


def _codes(frame: fitdecode.FitDataMessage) -> dict[str, tuple[int | None, ...]]:
    """The numbers of fields that may hold several."""
    codes: dict[str, tuple[int | None, ...]] = {}
    for field in frame.fields:
        if field.name in wanted.CODED and field.name not in codes and _is_public(field):
            codes[str(field.name)] = wanted.codes(field.raw_value)
    return codes


def _drop_empty_fields(definition: fitdecode.FitDefinitionMessage) -> bool:
    """Forget fields of no size, at which fitdecode would stop; False where there are none."""
    dropped = False
    for fields in (definition.field_defs, definition.dev_field_defs):
        sized = [field for field in fields if field.size > 0]
        dropped |= len(sized) < len(fields)
        fields[:] = sized
    return dropped


def _is_public(field: fitdecode.types.FieldData) -> bool:
    """Whether the public profile names the field.

    What an app on the device defined has a name and a unit of its own, and what the profile does
    not name means nothing here.
    """
    return field.field is not None and field.field.field_type != "devfield"
