"""Logs of athletes, and the weeks of each that are looked at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tl_analyzer.adapter import Reading
from tl_analyzer.intake.gather import gather
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log
from tl_analyzer.profile import Profile, default_profile, load_profile

PROFILE_FILE = "profile.toml"

#: Zone of exports that come without a profile.
ZONE = "UTC"


@dataclass(frozen=True)
class AthleteLog:
    """Everything logged by one athlete.

    Attributes
    ----------
    profile : Profile
        The athlete's own, or one that knows nothing.
    stated : bool
        Whether it is the athlete's own.
    log : Log
        What was read.
    weeks : tuple of Week
        Weeks with any entry, oldest first.
    """

    profile: Profile
    stated: bool
    log: Log
    weeks: tuple[Week, ...]

    def sampled(self, count: int, seed: int) -> tuple[Week, ...]:
        """Return the last week, the one a report is about, and others by draw, oldest first."""
        if len(self.weeks) <= count:
            return self.weeks
        chance = Random(f"{seed} {len(self.weeks)} {self.weeks[0].label}")
        drawn = [*chance.sample(self.weeks[:-1], count - 1), self.weeks[-1]]
        return tuple(sorted(drawn, key=lambda week: week.monday))


def athlete_logs(paths: Iterable[Path]) -> Iterator[AthleteLog]:
    """Read logs one by one.

    Parameters
    ----------
    paths : iterable of Path
        A folder with a ``profile.toml`` is one athlete; of any other folder each file, and each
        folder in it by the same rule. Files that hold no log are passed over.
    """
    for path in paths:
        if path.is_dir() and not (path / PROFILE_FILE).is_file():
            yield from athlete_logs(sorted(path.iterdir()))
        else:
            athlete = _athlete_log(path)
            if athlete.weeks:
                yield athlete


def _athlete_log(path: Path) -> AthleteLog:
    profile = load_profile(path / PROFILE_FILE) if path.is_dir() else default_profile("any", ZONE)
    athlete = profile.athlete
    zone = athlete.timezone
    reading = Reading(zone=zone, weight_unit=athlete.units, body_mass_kg=athlete.body_mass_kg)
    log = gather([path], reading)
    starts = [
        *(session.start for session in log.strength),
        *(ride.start for ride in log.rides),
        *(stretch.start for stretch in log.postures),
        *(check_in.start for check_in in log.check_ins),
    ]
    mondays = {Week.of(start.day_in(zone), zone).monday for start in starts}
    weeks = tuple(Week(monday, zone) for monday in sorted(mondays))
    return AthleteLog(profile, path.is_dir(), log, weeks)
