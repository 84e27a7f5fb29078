"""The athletes as files: profiles, logs in the formats of several apps, and a roster.toml."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from examples.desk_exports import Stretch, activpal, lock_events, toggl
from examples.make_example import ride_fit
from examples.ride_exports import tcx
from examples.strength_exports import WRITERS
from studies.fifty_athletes.cast import Athlete
from studies.fifty_athletes.training import DEADLIFT_KG, desk_days, mondays, rides, workouts

#: Apps that a log may come from; which, is drawn for each athlete.
_STRENGTH = ("fitbod", "hevy-json", "coach-table", "realm")
_DESK: dict[str, Callable[[Sequence[Stretch]], str]] = {
    "computer": lock_events,
    "timer": toggl,
    "thigh-sensor": activpal,
}
#: Between two records of a ride, so that fifty athletes are read within seconds. [s]
_RECORD_EVERY_S = 60
#: One athlete in so many rides with a device that knows no positions.
_WITHOUT_POSITIONS = 6


def write_athletes(folder: Path, athletes: Sequence[Athlete]) -> None:
    """Write a folder for each athlete, and the roster's own file beside them."""
    for athlete in athletes:
        for name, content in _files(athlete):
            path = folder / athlete.id / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    (folder / "roster.toml").write_text(_roster(athletes), encoding="utf-8")


def _files(athlete: Athlete) -> Iterator[tuple[str, bytes]]:
    kind = athlete.kind
    yield "profile.toml", _profile(athlete).encode()
    if not kind.weeks:
        return
    chance = athlete.chance("apps")
    if "lift" in kind.does:
        app = chance.choice(_STRENGTH)
        ending = "json" if app.endswith("json") else "csv"
        yield f"strength-{app}.{ending}", WRITERS[app]([*workouts(athlete)]).encode()
    if "ride" in kind.does:
        plain = chance.randrange(_WITHOUT_POSITIONS) == 0
        for start, minutes, stands in rides(athlete):
            name = f"rides/{start:%Y-%m-%d}"
            if plain:
                yield f"{name}.tcx", tcx(start, minutes)
            else:
                yield f"{name}.fit", ride_fit(start, minutes, stands, _RECORD_EVERY_S)
    if "desk" in kind.does:
        keeper = chance.choice(sorted(_DESK))
        yield f"{keeper}.csv", _DESK[keeper]([*desk_days(athlete)]).encode()
    yield "diary.csv", _diary(athlete).encode()
    if kind.fault == "file":
        yield "rides/half-a-ride.fit", b"\x0e\x20\x00\x00\xff\xff\xff\x00.FIT and then nothing"


def _profile(athlete: Athlete) -> str:
    if athlete.kind.fault == "toml":
        return "schema = 1\n[athlete\nid = "
    zone = "timezon" if athlete.kind.fault == "profile" else "timezone"
    named = f"name = {_quoted(athlete.name)}\n" if athlete.name else ""
    return (
        f"schema = 1\n[athlete]\nid = {_quoted(athlete.id_in_profile)}\n{named}"
        f'{zone} = "{athlete.zone}"\nbody_mass_kg = 75.0\nunits = "kg"\n'
        f"[strength.one_rep_max_kg]\ndeadlift = {DEADLIFT_KG * athlete.strength:.1f}\n"
        '[[desk]]\ndays = ["mon", "tue", "wed", "thu", "fri"]\nstart = 08:30:00\n'
        'end = 17:00:00\nseated_fraction = 0.8\nposture = "slumped"\n[bike]\nposition = "hoods"\n'
        '[plan]\nminutes_per_day = 15\nequipment = ["foam_roller", "band"]\n'
    )


def _diary(athlete: Athlete) -> str:
    """One check-in on every Sunday; the last one says the signs."""
    kind, chance = athlete.kind, athlete.chance("diary")
    sundays = [monday + timedelta(days=6) for monday, _ in mondays(athlete)]
    usual = [chance.choice((0, 0, 0, 0, 0, 1)) for _ in sundays]
    scores = [*usual, *kind.pain][len(kind.pain) :] if kind.pain else usual
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("date", "region", "side", "score", "signs", "note"))
    for day, score in zip(sundays, scores, strict=True):
        signs = ";".join(kind.signs) if day == sundays[-1] else ""
        rows.writerow((day, kind.region, kind.side, score, signs, ""))
    return text.getvalue()


def _roster(athletes: Sequence[Athlete]) -> str:
    """Groups and notes, by the id of the profile."""
    lines = ["schema = 1"]
    for athlete in athletes:
        told = {"group": athlete.group, "note": athlete.note}
        if any(told.values()):
            lines += ["", "[[athlete]]", f"id = {_quoted(athlete.id_in_profile)}"]
            lines += [f"{key} = {_quoted(value)}" for key, value in told.items() if value]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML string; those of JSON are such as long as nothing is escaped as a surrogate."""
    return json.dumps(text, ensure_ascii=False)
