"""Codes and words of the sources, read from ``vocabulary.toml``."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import tomli
from pydantic import BaseModel, ConfigDict

from tl_analyzer.log import Posture


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Sensor(_Table):
    """Codes of a posture sensor."""

    posture: Mapping[str, Posture]
    not_worn: frozenset[str]


class WakaTime(_Table):
    """Categories of heartbeats."""

    no_typing: frozenset[str]


class Windows(_Table):
    """Ids of events."""

    locked: frozenset[str]
    unlocked: frozenset[str]
    screen_saver_on: frozenset[str]
    screen_saver_off: frozenset[str]
    asleep: frozenset[str]
    awake: frozenset[str]


class HeightUnit(_Table):
    """A unit of height: its name, the heights a desk can have in it, centimetres in one."""

    name: str
    least: float
    most: float
    cm: float


class DeskHeight(_Table):
    """Names of sensors, states without a height, units."""

    entity: tuple[tuple[str, ...], ...]
    absent: frozenset[str]
    unit: tuple[HeightUnit, ...]


class Vocabulary(_Table):
    """All codes and words of this package."""

    activpal: Sensor
    acti_motus: Sensor
    wakatime: WakaTime
    windows: Windows
    desk_height: DeskHeight


@cache
def vocabulary() -> Vocabulary:
    """The codes and words as shipped."""
    text = files("tl_worktime").joinpath("vocabulary.toml").read_text("utf-8")
    return Vocabulary.model_validate(tomli.loads(text))
