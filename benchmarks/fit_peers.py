"""Readers of FIT files to compare with, each as its users call it.

Every peer hands back all messages as dictionaries of values, which is the least work with which it
gives what the log needs; that columns would still have to be made of them is not counted.
"""

import warnings
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from typing import Any, NamedTuple

Decoding = Callable[[bytes], object]

Message = dict[str, Any]


class Peer(NamedTuple):
    """A reader, by the name and version of its distribution; `decode` is None where absent."""

    name: str
    decode: Decoding | None

    @property
    def title(self) -> str:
        """Name and version."""
        return f"{self.name} {version(self.name)}" if self.decode else self.name


def peers() -> list[Peer]:
    """All readers compared with, also those that are not installed."""
    return [
        _peer("fitdecode", "fitdecode", _fitdecode),
        _peer("garmin-fit-sdk", "garmin_fit_sdk", _garmin),
        _peer("pyfitparsernative", "pyfitparsernative", _native),
        _peer("fitparse", "fitparse", _fitparse),
    ]


def _peer(name: str, module: str, decode: Decoding) -> Peer:
    try:
        import_module(module)
    except ImportError:
        return Peer(name, None)
    return Peer(name, decode)


def _fitdecode(data: bytes) -> object:
    import fitdecode

    messages: dict[str, list[Message]] = defaultdict(list)
    with warnings.catch_warnings(), fitdecode.FitReader(data) as reader:
        warnings.simplefilter("ignore")
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                messages[frame.name].append({field.name: field.value for field in frame.fields})
    return messages


def _garmin(data: bytes) -> object:
    import garmin_fit_sdk

    decoder = garmin_fit_sdk.Decoder(garmin_fit_sdk.Stream.from_byte_array(bytearray(data)))
    messages, errors = decoder.read()
    if errors:
        raise ValueError(errors[0])
    return messages


def _native(data: bytes) -> object:
    import pyfitparsernative

    return pyfitparsernative.parse_fit_bytes(data)


def _fitparse(data: bytes) -> object:
    import fitparse

    messages: dict[str, list[Message]] = defaultdict(list)
    for message in fitparse.FitFile(data).get_messages():
        messages[message.name].append(message.get_values())
    return messages
