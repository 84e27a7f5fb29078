"""What to say when a device was set to another zone than the log."""

from collections.abc import Iterator

from tl_analyzer.log import Problem
from tl_fit.clock import Zone, offset_text
from tl_fit.context import Context


def zone_note(zone: Zone, context: Context) -> Iterator[Problem]:
    """Say that the device states another zone than home, where it does."""
    if zone.stated is None:
        return
    fixed = zone.name != context.reading.zone
    yield context.note(
        "zone-differs",
        found=f"the device was set to {offset_text(zone.stated)}",
        expected=f"the time of {context.reading.zone}",
        hint=f"It is kept in {zone.name}." if fixed else "It is kept in the zone of the log.",
    )
