"""The walk through a FIT file from header to header: where each message lies, and its layout.

Nothing is decoded on the way. Messages of one kind mostly follow each other, so a whole run is
stepped over at once: each begins where the one before ends, hence bytes that far apart are headers
as long as they are the same. So it is with two kinds in turn, as records and heart beats.
"""

from array import array

import numpy as np
from fitdecode import FitParseError

from tl_fit.decoding import mending
from tl_fit.decoding.chain import Extent
from tl_fit.decoding.developer import ANNOUNCING, DeveloperTypes
from tl_fit.decoding.layout import Layout, Unsupported, layout_of
from tl_fit.decoding.messages import Messages

_HEADERS = 256
_COMPRESSED = 0x80
_DEFINITION = 0x40
_DEVELOPED = 0x20
#: A compressed header holds the local number and the low bits of a time.
_COMPRESSED_LOCAL_AT = 5
_COMPRESSED_LOCALS = 4
_LOCAL = 0x0F
#: Bits of a header that mean nothing for a data message.
_IDLE = (0x00, 0x10, 0x20, 0x30)

_DEFINITION_BYTES = 6
_ENTRY_BYTES = 3

#: First guess at the length of a run, and how much farther to look while it lasts. [1]
_RUN = 32
_RUN_GROWTH = 4

#: Pairs of messages that are worth a closer look, and how many to step over until the next one,
#: where there were fewer. [1]
_PAIRS = 4
_PATIENCE = 32

#: Layouts of one file. [1] The busiest real one known has 366; each takes some kB.
_MOST_LAYOUTS = 1 << 12


def walk(data: bytes, file: Extent, most: int) -> Messages:
    """Walk through one FIT file.

    Parameters
    ----------
    data : bytes
        The bytes it lies in.
    file : Extent
        Where it lies.
    most : int
        Messages and definitions to walk through at most. [1]

    Raises
    ------
    Unsupported
        The file holds something that cannot be stepped over.
    """
    steps = _Walk(data, file)
    steps.run(most)
    return steps.messages(most)


class _Stopped(Exception):
    """The walk ends here; says why."""


class _Walk:
    """The state of a walk."""

    def __init__(self, data: bytes, file: Extent) -> None:
        self._data = data
        self._start, self._end = file.start, file.end
        self._stopped = ""
        self._compressed = False
        self._developer = DeveloperTypes()
        self._layouts: list[Layout] = []
        self._numbers: dict[Layout, int] = {}
        self._kind_of_local: dict[int, int] = {}
        #: By header: bytes of a message, 0 where it takes a closer look; number of its layout.
        self._size_of = [0] * _HEADERS
        self._kind_of = [0] * _HEADERS
        self._kinds = array("H")
        #: Of each definition: messages before it, and its bytes.
        self._defined_at: list[int] = []
        self._defined_bytes: list[int] = []
        #: Which of them is the first with fields without bytes.
        self._first_empty: int | None = None

    def run(self, most: int) -> None:
        """Step through the file."""
        try:
            self._run(most)
        except _Stopped as stopped:
            self._stopped = str(stopped)

    def _run(self, most: int) -> None:
        data, end = self._data, self._end
        size_of, kind_of, kinds = self._size_of, self._kind_of, self._kinds
        append = kinds.append
        at, before, earlier, patience = self._start, -1, -1, self._start
        while at < end and (left := most - len(kinds) - len(self._defined_at)) > 0:
            # A message has one byte at least: no more than are left fit in between.
            until = min(end, at + left)
            while at < until:
                header = data[at]
                size = size_of[header]
                if not size:
                    at = self._look(header, at)
                    before = earlier = -1
                elif header == before:
                    count = _alike(data, header, size, at, until)
                    kinds.extend(array("H", (kind_of[header],)) * count)
                    at += size * count
                    before = earlier = -1
                elif header == earlier and at >= patience:
                    both = size + size_of[before]
                    count = min(
                        _alike(data, header, both, at, until),
                        _alike(data, before, both, at + size, until),
                    )
                    kinds.extend(array("H", (kind_of[header], kind_of[before])) * count)
                    at += both * count
                    if count < _PAIRS:
                        patience = at + _PATIENCE * both
                else:
                    append(kind_of[header])
                    at += size
                    earlier, before = before, header
        if at > end:
            kinds.pop()
            self._require(at)

    def _look(self, header: int, at: int) -> int:
        """Take what is not simply stepped over; returns the byte to go on from."""
        if header & _COMPRESSED:
            self._open(header, at)
            return at
        if header & _DEFINITION:
            return self._define(header, at)
        kind = self._kind(header & _LOCAL, at)
        layout = self._layouts[kind]
        self._require(at + layout.size)
        self._developer.announce(layout, self._data, at)
        self._kinds.append(kind)
        return at + layout.size

    def _open(self, header: int, at: int) -> None:
        """Step over messages of a compressed header from now on, until they are redefined."""
        kind = self._kind(header >> _COMPRESSED_LOCAL_AT & _COMPRESSED_LOCALS - 1, at)
        layout = self._layouts[kind]
        if layout.number in ANNOUNCING:
            raise Unsupported("a developer field that is announced with a time")
        self._compressed = True
        self._size_of[header], self._kind_of[header] = layout.size, kind

    def _kind(self, local: int, at: int) -> int:
        """The layout of a message, by its local number."""
        kind = self._kind_of_local.get(local)
        if kind is None:
            error = FitParseError(at, f"local message {local} not defined")
            raise _Stopped(mending.undecodable(at + 1, error))
        return kind

    def _define(self, header: int, at: int) -> int:
        """Take a definition."""
        data = self._data
        self._require(at + _DEFINITION_BYTES)
        fields_end = end = at + _DEFINITION_BYTES + _ENTRY_BYTES * data[at + _DEFINITION_BYTES - 1]
        developed, empty = 0, False
        if header & _DEVELOPED:
            self._require(fields_end + 1)
            end = fields_end + 1 + _ENTRY_BYTES * data[fields_end]
            self._require(end)
            for entry in range(fields_end + 1, end, _ENTRY_BYTES):
                number, size, index = data[entry : entry + _ENTRY_BYTES]
                developed += self._developer.size(number, size, index)
                empty |= size == 0
        self._require(end)
        layout = layout_of(data[at + 1 : fields_end], developed)
        if (empty or layout.empty_fields) and self._first_empty is None:
            self._first_empty = len(self._defined_at)
        self._defined_at.append(len(self._kinds))
        self._defined_bytes.append(end - at)
        self._assign(header & _LOCAL, layout)
        return end

    def _assign(self, local: int, layout: Layout) -> None:
        """Lay messages of a local number out by a definition from now on."""
        kind = self._numbers.setdefault(layout, len(self._layouts))
        if kind == len(self._layouts):
            if kind == _MOST_LAYOUTS:
                raise Unsupported(f"more than {_MOST_LAYOUTS} layouts")
            self._layouts.append(layout)
        self._kind_of_local[local] = kind
        size = 0 if layout.number in ANNOUNCING else layout.size
        for idle in _IDLE:
            self._size_of[local | idle] = size
            self._kind_of[local | idle] = kind
        if self._compressed and local < _COMPRESSED_LOCALS:
            first = _COMPRESSED | local << _COMPRESSED_LOCAL_AT
            times = 1 << _COMPRESSED_LOCAL_AT
            self._size_of[first : first + times] = [0] * times

    def _require(self, end: int) -> None:
        """Require that a message lies within the file and the bytes."""
        if end > len(self._data):
            raise _Stopped(mending.ends_at(len(self._data)))
        if end > self._end:
            raise Unsupported("a message across the end of the file")

    def messages(self, most: int) -> Messages:
        """What was stepped over."""
        kinds = np.frombuffer(self._kinds, np.uint16)
        sizes = np.array([layout.size for layout in self._layouts], np.int64)
        steps = np.empty(len(kinds) + 1, np.int64)
        steps[0] = self._start
        steps[1:] = sizes[kinds] if len(kinds) else ()
        np.add.at(steps, self._defined_at, self._defined_bytes)
        offsets = np.cumsum(steps)[:-1]
        frames = len(kinds) + len(self._defined_at)
        if frames > most:
            earlier = np.arange(len(kinds))
            earlier += np.searchsorted(self._defined_at, earlier, side="right")
            within = int(np.count_nonzero(earlier < most))
            kinds, offsets, frames = kinds[:within], offsets[:within], most
        empty_after = None
        if self._first_empty is not None:
            before = self._defined_at[self._first_empty]
            empty_after = before if before + self._first_empty < most else None
        return Messages(
            self._data,
            tuple(self._layouts),
            kinds,
            offsets,
            self._compressed,
            frames,
            self._stopped,
            empty_after,
        )


def _alike(data: bytes, header: int, step: int, at: int, until: int) -> int:
    """How many bytes so far apart are one header, from one that is on, before another."""
    same = bytes((header,))
    count, window = 0, _RUN
    while True:
        first = at + count * step
        headers = data[first : min(until, first + window * step) : step]
        alike = len(headers) - len(headers.lstrip(same))
        count += alike
        if alike < window:
            return count
        window *= _RUN_GROWTH
