"""Every quirk of FIT files by name, and files made of them."""

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from studies.fit_equality import definitions, developers, messages, records, times
from studies.fit_equality.body import EVENT, RECORD, Body
from studies.fit_equality.wrapping import WRAPPINGS
from tl_fit.limits import MAX_FRAMES, MAX_MESSAGES

Quirk = Callable[[Body], None]

_ALL: tuple[Quirk, ...] = (
    records.plain,
    records.big_endian,
    records.long_run,
    records.both_orders,
    records.doubled_names,
    records.nothing_packed,
    records.enhanced_only,
    records.accumulated,
    records.accumulated_by_two,
    records.accumulated_of_odd_size,
    records.nothing_known,
    records.balance,
    records.arrays,
    records.arrays_with_gaps,
    records.words,
    records.odd_types,
    records.not_numbers,
    records.heartbeats,
    times.compressed_times,
    times.compressed_times_of_nothing,
    times.compressed_and_full_times,
    times.power_on_times,
    times.wrong_times,
    times.array_of_times,
    times.odd_times,
    times.two_times,
    definitions.repeated,
    definitions.changed,
    definitions.many_layouts,
    definitions.sixteen_at_once,
    definitions.any_layout,
    definitions.no_size,
    definitions.no_fields,
    definitions.misaligned,
    definitions.misaligned_time,
    definitions.unknown_types,
    definitions.odd_heads,
    definitions.undefined,
    definitions.cut_definition,
    developers.declared,
    developers.twins,
    developers.redeclared,
    developers.undeclared,
    developers.unnamed,
    developers.numberless,
    developers.wrong_size,
    developers.too_small,
    developers.no_size,
    developers.of_time,
    developers.in_others,
    developers.of_unknown_type,
    developers.of_no_app,
    messages.file_id,
    messages.events,
    messages.odd_events,
    messages.laps,
    messages.ending,
    messages.sets,
    messages.exercises,
    messages.settings,
    messages.monitoring,
    messages.heart,
    messages.heart_of_no_time,
    messages.unknown,
    messages.devices,
    messages.packed_in_others,
)

#: What a body can hold, by module and name.
QUIRKS: dict[str, Quirk] = {
    f"{quirk.__module__.rpartition('.')[2]}.{quirk.__name__}": quirk for quirk in _ALL
}


class Segment(NamedTuple):
    """One of chained files: what its body holds, in this order, and how it begins and ends."""

    quirks: Sequence[str]
    wrapping: str = "sound"


def quirky_file(segments: Sequence[Segment], seed: int = 0) -> bytes:
    """Make a file, of several segments a chained one.

    Parameters
    ----------
    segments : sequence of Segment
        The chained files.
    seed : int
        Two files of the same segments and seed are equal.
    """
    dice = Random(seed)
    whole = b""
    for segment in segments:
        body = Body(dice)
        for name in segment.quirks:
            QUIRKS[name](body)
        whole += WRAPPINGS[segment.wrapping](body.to_bytes(), dice)
    return whole


def any_file(dice: Random) -> bytes:
    """Make a file of a few quirks; most are one sound file, some are not."""
    names, endings = list(QUIRKS), list(WRAPPINGS)
    segments = [
        Segment(
            dice.choices(names, k=dice.choice((1, 1, 2, 3))),
            dice.choice(endings) if dice.random() < 0.3 else "sound",
        )
        for _ in range(dice.choice((1, 1, 1, 2)))
    ]
    return quirky_file(segments, dice.randrange(2**32))


def exhausting_files() -> Iterator[tuple[str, bytes]]:
    """Files of more messages than are read: of the smallest ones, and of such as are kept."""
    for name, number, count in (("records", RECORD, MAX_FRAMES), ("events", EVENT, MAX_MESSAGES)):
        body = Body(Random(0))
        body.define(0, number, [])
        body.add_bytes(bytes(count + 1))
        yield f"{count:,} {name} and one", WRAPPINGS["sound"](body.to_bytes(), body.dice)
