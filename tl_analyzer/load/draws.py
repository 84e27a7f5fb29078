"""Draws of what the model does not know: the same for every athlete, so made once a set.

Every doubt has a stream of its own with the fixed seed of ``uncertainty.seed``, so that one more
doubt leaves the others as they were. All arrays are read-only, of shape (draws,).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from zlib import crc32

from numpy.random import Generator, default_rng

from tl_analyzer.load.set_table import Flags, Floats
from tl_analyzer.parameters import Parameter, Parameters


@lru_cache
def by_name(parameters: Parameters, prefix: str) -> Mapping[str, Floats]:
    """Draw every coefficient below a prefix between its bounds, by name."""
    named = parameters.under(prefix)
    return MappingProxyType(
        dict(zip(named, _between(parameters, prefix, list(named.values())), strict=True))
    )


@lru_cache
def drawn(parameters: Parameters, key: str) -> Floats:
    """Draw one coefficient between its bounds."""
    (values,) = _between(parameters, key, [parameters[key]])
    return values


@lru_cache
def around_one(parameters: Parameters, key: str) -> Floats:
    """Draw a factor by the relative error that a parameter states."""
    error = parameters.number(key)
    return _kept(_stream(parameters, key).uniform(1.0 - error, 1.0 + error, _draws(parameters)))


@lru_cache
def uniform(parameters: Parameters, doubt: str, most: float) -> Floats:
    """Draw evenly from zero to `most`."""
    return _kept(_stream(parameters, doubt).uniform(0.0, most, _draws(parameters)))


@lru_cache
def chances(parameters: Parameters, doubt: str, key: str) -> Flags:
    """Draw whether something is so that has the probability a parameter states."""
    found: Flags = _stream(parameters, doubt).random(_draws(parameters)) < parameters.number(key)
    return found


def _between(parameters: Parameters, doubt: str, asked: Sequence[Parameter]) -> list[Floats]:
    """Draw coefficients between their bounds."""
    centre = [parameters.number(p.key) for p in asked]
    low = [c if p.low is None else p.low for c, p in zip(centre, asked, strict=True)]
    high = [c if p.high is None else p.high for c, p in zip(centre, asked, strict=True)]
    shape = (_draws(parameters), len(asked))
    return list(_kept(_stream(parameters, doubt).uniform(low, high, size=shape).T.copy()))


def _draws(parameters: Parameters) -> int:
    return int(parameters.number("uncertainty.draws"))


def _stream(parameters: Parameters, doubt: str) -> Generator:
    return default_rng([int(parameters.number("uncertainty.seed")), crc32(doubt.encode())])


def _kept(values: Floats) -> Floats:
    values.flags.writeable = False
    return values
