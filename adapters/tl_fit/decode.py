"""The walk through a FIT file: bytes in, columns and messages out.

The only module that walks with fitdecode: a faster decoder replaces this file and nothing else.
(`exercises` looks up names in the tables of its profile.)
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

from tl_fit.limits import LATEST_FIT_S, MAX_FRAMES, MAX_MESSAGES
from tl_fit.message import Decoded, FloatArray, Message, Part, Records, Scalar


class Tolerance(Enum):
    """How strict the walk is, by name.

    Head units write wrong and missing checksums on sound rides, and undeclared developer
    fields. Whoever has ridden wants the ride, so what can be decoded is taken.
    """

    #: Checksums are not computed.
    CRC = fitdecode.CrcCheck.DISABLED
    #: Malformed definitions are read as bytes instead of ending the walk.
    ERRORS = fitdecode.ErrorHandling.IGNORE


#: Columns of the record table, and the fields that feed each: the first value wins, because
#: some programs write a field twice, once without a value.
_COLUMNS = {
    "timestamp": 0,
    "speed": 1,
    "enhanced_speed": 1,
    "cadence": 2,
    "power": 3,
    "distance": 4,
    "position_lat": 5,
}
_WIDTH = 1 + max(_COLUMNS.values())

#: Messages kept with their fields; all others are counted by name.
_KEPT = frozenset(
    {
        "activity",
        "event",
        "exercise_title",
        "file_id",
        "lap",
        "monitoring",
        "monitoring_info",
        "session",
        "set",
        "sport",
        "user_profile",
        "weight_scale",
        "workout_step",
    }
)

#: Fields that may hold several numbers at once: a watch guesses exercises by the list.
_CODED = frozenset({"category", "category_subtype", "exercise_category", "exercise_name"})

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

_HEADER_BYTES = 12
_BODY_SIZE = struct.Struct("<I")
_BODY_SIZE_AT = 4


def decode(data: bytes) -> Decoded:
    """Decode all complete messages of a FIT file.

    Parameters
    ----------
    data : bytes
        The file, from its header on.

    Returns
    -------
    Decoded
        Everything up to the first byte that cannot be decoded. Never raises for its content.
    """
    data, mended = _with_body_size(data)
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
                    stopped = "more messages than any activity holds"
                    break
        except fitdecode.FitEOFError:
            stopped = f"the bytes end before the file does, at byte {len(data)}"
        except fitdecode.FitHeaderError:
            stopped = f"no FIT file follows at byte {stream.tell()}"
        except _RAISED as error:
            stopped = f"a message before byte {stream.tell()} cannot be decoded ({error})"
        finally:
            reader.close()
    return Decoded(walk.parts(), stopped, mended)


def _with_body_size(data: bytes) -> tuple[bytes, str]:
    """State the size that a crashed device left at zero in the header."""
    if len(data) < _HEADER_BYTES:
        return data, ""
    header = data[0]
    (size,) = _BODY_SIZE.unpack_from(data, _BODY_SIZE_AT)
    body = len(data) - header
    if size or body <= 2:
        return data, ""
    stated = data[:_BODY_SIZE_AT] + _BODY_SIZE.pack(body) + data[_BODY_SIZE_AT + _BODY_SIZE.size :]
    return stated, "the header states no data, as after a crash of the device"


class _Walk:
    """Sorts frames into parts as they come."""

    def __init__(self) -> None:
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
            _drop_empty_fields(frame)
        elif isinstance(frame, fitdecode.FitDataMessage):
            self._row += 1
            name = str(frame.name)
            self._counts[name] += 1
            if name == "record":
                self._cells.extend(_record(frame))
            elif name in _KEPT:
                self._kept += 1
                self._messages.append(Message(name, self._row, _fields(frame), _codes(frame)))
        return self._frames < MAX_FRAMES and self._kept < MAX_MESSAGES

    def _end(self) -> None:
        if self._counts:
            table = np.frombuffer(self._cells, dtype=np.float64).reshape(-1, _WIDTH)
            self._parts.append(Part(self._counts, tuple(self._messages), _records(table)))
        self._begin()

    def parts(self) -> tuple[Part, ...]:
        """Everything taken."""
        self._end()
        return tuple(self._parts)


def _record(frame: fitdecode.FitDataMessage) -> list[float]:
    """One row of the record table."""
    row = [math.nan] * _WIDTH
    for field in frame.fields:
        column = _COLUMNS.get(field.name)
        if column is None or not math.isnan(row[column]) or _of_developer(field):
            continue
        value = _scalar(field.value)
        if value is not None and not isinstance(value, str):
            row[column] = value
    return row


def _records(table: FloatArray) -> Records:
    time = table[:, 0]
    with np.errstate(invalid="ignore"):
        known = (time >= 0) & (time <= LATEST_FIT_S)
    return Records(np.where(known, time, -1.0).astype(np.int64), *table[:, 1:].T.copy())


def _fields(frame: fitdecode.FitDataMessage) -> dict[str, Scalar]:
    """The fields of a message that hold a value, the first of equal names."""
    fields: dict[str, Scalar] = {}
    for field in frame.fields:
        if field.name in fields or _of_developer(field):
            continue
        value = _scalar(field.value)
        if value is not None:
            fields[str(field.name)] = value
    return fields


def _codes(frame: fitdecode.FitDataMessage) -> dict[str, tuple[int | None, ...]]:
    """The numbers of fields that may hold several."""
    codes: dict[str, tuple[int | None, ...]] = {}
    for field in frame.fields:
        if field.name in _CODED and field.name not in codes and not _of_developer(field):
            raw = field.raw_value if isinstance(field.raw_value, tuple) else (field.raw_value,)
            codes[str(field.name)] = tuple(n if isinstance(n, int) else None for n in raw)
    return codes


def _drop_empty_fields(definition: fitdecode.FitDefinitionMessage) -> None:
    """Forget fields of no size, which some programs declare; fitdecode would stop at them."""
    for fields in (definition.field_defs, definition.dev_field_defs):
        fields[:] = [field for field in fields if field.size > 0]


def _of_developer(field: fitdecode.types.FieldData) -> bool:
    """Whether an app on the device defined the field: its name and unit are its own."""
    return field.field_def is not None and bool(field.field_def.is_dev)


def _scalar(value: object) -> Scalar | None:
    """A single value; of an array the first that is there."""
    if isinstance(value, tuple):
        value = next((item for item in value if item is not None), None)
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and math.isfinite(value):
        return value
    return None
