"""CPU time of the analysis of one athlete-week, by stage, beside plain pandas.

Run as ``python benchmarks/analysis.py [--repeats N]``: makes three synthetic athletes in memory
and analyses the last week of each, warm. The stages are those of `tl_analyzer.analysis`; pictures
are no part of the whole, because only a report that is looked at has them. The peer
is a part of the same model as one would write it with pandas objects for one athlete (`merge`,
`groupby`, `resample`, `ewm`): hinge and flexion dose by day and week, usual, averages; no ranges,
no merge of sources, no rules, no plan. Ratios are of one run, interleaved.

The athletes: ``light`` lifts twice a week (4 sets) and rides once, over 6 weeks; ``typical`` lifts
three times (15 sets), rides twice and has usual desk hours in the profile, over 17 weeks;
``measured`` is the same with a computer that is watched, 10 stretches of use a day.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from statistics import median

from tl_analyzer.advice.prescribe import prescribe
from tl_analyzer.analysis import weekly_report
from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.week import Week
from tl_analyzer.log import (
    Log,
    Observation,
    PositionEvidence,
    Posture,
    PostureBout,
    PostureInterval,
    Postures,
    Provenance,
    Quality,
    RidePosture,
    RideSession,
    StrengthSession,
    StrengthSet,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Profile, parse_profile
from tl_analyzer.report.compose import compose
from tl_analyzer.report.illustrated import illustrated
from tl_analyzer.rules.catalogue import judge

ZONE = "Europe/Berlin"
MONDAY = date(2026, 11, 9)
_LIFTS = (
    ("Deadlift", 140.0, 5),
    ("Back Squat", 110.0, 5),
    ("Overhead Press", 47.5, 6),
    ("Romanian Deadlift", 90.0, 8),
    ("Kettlebell Swing", 24.0, 15),
)
_MADE_UP = Provenance(adapter="synthetic", file="synthetic.csv", digest="0" * 64)
_PROFILE = 'schema = 1\n[athlete]\nid = "a"\ntimezone = "Europe/Berlin"\nbody_mass_kg = 75\n'
_DESK = "[[desk]]\nstart = 08:30:00\nend = 17:00:00\n"


@dataclass(frozen=True)
class Habit:
    """What an athlete does in a week. Numbers [1] a week, but for `weeks`."""

    name: str
    weeks: int
    workouts: int
    sets: int
    rides: int
    desk: bool = False
    stretches_a_day: int = 0

    @property
    def profile(self) -> Profile:
        """The athlete's profile."""
        return parse_profile(_PROFILE + (_DESK if self.desk else ""))

    def log(self) -> Log:
        """Everything logged up to the end of the week under review."""
        days = [MONDAY + timedelta(days=n - 7 * (self.weeks - 1)) for n in range(7 * self.weeks)]
        return Log(
            strength=tuple(self._workout(d) for d in days if 0 < d.weekday() <= self.workouts),
            rides=tuple(_ride(d) for d in days if d.weekday() > 6 - self.rides),
            postures=Postures(
                interval
                for d in days
                if d.weekday() < 5
                for interval in _computer(d, self.stretches_a_day)
            ),
        )

    def _workout(self, day: date) -> StrengthSession:
        per_lift = max(self.sets // len(_LIFTS), 1)
        heavier = 2.5 * (day.toordinal() // 7 % 4)
        return StrengthSession(
            start=_at(day, 18.0),
            duration_s=3600.0,
            title="Evening",
            sets=tuple(
                StrengthSet(exercise=name, row=n, weight=_kg(kg + heavier), reps=reps)
                for n, (name, kg, reps) in enumerate(_LIFTS[: self.sets])
                for _ in range(per_lift)
            ),
            provenance=_MADE_UP,
        )


HABITS = (
    Habit("light", weeks=6, workouts=2, sets=4, rides=1),
    Habit("typical", weeks=17, workouts=3, sets=15, rides=2, desk=True),
    Habit("measured", weeks=17, workouts=3, sets=15, rides=2, desk=True, stretches_a_day=10),
)


def _at(day: date, hour: float) -> When:
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return When(utc=midnight + timedelta(hours=hour - 1.0), zone=ZONE)


def _kg(value: float) -> Weight:
    return Weight(value=value, unit=WeightUnit.KG, basis=UnitBasis.STATED)


def _ride(day: date) -> RideSession:
    start = _at(day, 9.0)
    minutes = [0, 25, 26, 70, 75, 130]
    kinds = [RidePosture.SEATED, RidePosture.STANDING, RidePosture.SEATED, RidePosture.STOPPED]
    edges = [start.utc + timedelta(minutes=m) for m in minutes]
    bouts = zip(edges[:-1], edges[1:], [*kinds, RidePosture.SEATED], strict=True)
    return RideSession(
        start=start,
        end=edges[-1],
        elapsed_s=7800.0,
        moving_s=7500.0,
        distance_m=55_000.0,
        position_evidence=PositionEvidence.EVENTS,
        bouts=tuple(PostureBout(start=a, end=b, posture=kind) for a, b, kind in bouts),
        provenance=_MADE_UP,
    )


def _computer(day: date, stretches: int) -> Iterator[PostureInterval]:
    for n in range(stretches):
        start = _at(day, 8.5 + 0.8 * n)
        used = start.utc + timedelta(minutes=42 - n % 3)
        back = start.utc + timedelta(minutes=48)
        for begin, end, what in (
            (start, used, Observation.COMPUTER_ACTIVE),
            (When(utc=used, zone=ZONE), back, Observation.COMPUTER_IDLE),
        ):
            active = what is Observation.COMPUTER_ACTIVE
            yield PostureInterval(
                start=begin,
                end=end,
                posture=Posture.SITTING if active else Posture.UNKNOWN,
                probability=0.9 if active else 1.0,
                quality=Quality.B,
                observation=what,
                source="computer",
                provenance=_MADE_UP,
            )


def main() -> None:
    """Measure every athlete and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=40)
    repeats = parser.parse_args().repeats
    parameters, recogniser = parameter_set(), Recogniser()
    print("median CPU ms per athlete-week, warm")
    print(f"{'athlete':10}{'sets':>6}{'rides':>6}{'whole':>8}{'picture':>9}{'judge':>7}", end="")
    print(f"{'prescribe':>11}{'compose':>9}{'+pictures':>11}{'pandas, part of it':>20}{'ratio':>7}")
    for habit in HABITS:
        _measure(habit, parameters, recogniser, repeats)


def _measure(habit: Habit, parameters: Parameters, recogniser: Recogniser, repeats: int) -> None:
    log, profile, week = habit.log(), habit.profile, Week(MONDAY, ZONE)
    as_of = datetime(2026, 11, 16, 7, tzinfo=UTC)
    case = (log, profile, week, as_of, parameters, recogniser)
    picture = picture_of(*case)
    flags = judge(picture, parameters)
    plan = prescribe(flags, picture, parameters)
    report = compose(picture, flags, plan, parameters)
    with_pandas = _pandas(log, parameters)
    stages: dict[str, Callable[[], object]] = {
        "whole": lambda: weekly_report(*case),
        "picture": lambda: picture_of(*case),
        "judge": lambda: judge(picture, parameters),
        "prescribe": lambda: prescribe(flags, picture, parameters),
        "compose": lambda: compose(picture, flags, plan, parameters),
        "pictures": lambda: illustrated(report, picture, parameters),
        **({"pandas": with_pandas} if with_pandas else {}),
    }
    taken: dict[str, list[float]] = {name: [] for name in stages}
    for _ in range(repeats + 1):
        for name, stage in stages.items():
            began = time.process_time_ns()
            stage()
            taken[name].append((time.process_time_ns() - began) / 1e6)
    ms = {name: median(values[1:]) for name, values in taken.items()}
    sets = sum(len(s.sets) for s in log.strength)
    print(
        f"{habit.name:10}{sets:6}{len(log.rides):6}{ms['whole']:8.2f}{ms['picture']:9.2f}", end=""
    )
    print(f"{ms['judge']:7.2f}{ms['prescribe']:11.2f}{ms['compose']:9.2f}", end="")
    print(f"{ms['pictures']:11.2f}", end="")
    peer, ratio = ms.get("pandas"), ""
    if peer is not None:
        ratio = f"{peer / ms['whole']:.1f} x"
    print(f"{'not installed' if peer is None else f'{peer:.2f}':>20}{ratio:>7}")


def _pandas(log: Log, parameters: Parameters) -> Callable[[], object] | None:
    """A part of the model with pandas objects; None where pandas is not installed."""
    try:
        import numpy as np
        import pandas as pd
    except ImportError:
        return None
    number = parameters.number
    sets = pd.DataFrame(
        [(w.start.utc, s.exercise, s.weight.kg, s.reps) for w in log.strength for s in w.sets
         if s.weight],
        columns=["start", "exercise", "kg", "reps"],
    )  # fmt: skip
    bouts = pd.DataFrame(
        [(b.start, b.end, b.posture.value) for r in log.rides for b in r.bouts],
        columns=["start", "end", "posture"],
    )
    demand = pd.DataFrame(
        {"exercise": [n for n, _, _ in _LIFTS], "coefficient": [1.0, 0.65, np.nan, 0.9, 0.5]}
    )
    level = pd.Series({"seated": number("flexion.u.bike_hoods"), "standing": 0.0, "stopped": 0.0})

    def averages(daily: "pd.Series[float]") -> "pd.DataFrame":
        daily = daily.resample("D").sum()
        weekly = daily.resample("W-SUN").sum()
        return pd.DataFrame(
            {
                "week": weekly,
                "usual": weekly.shift(1).rolling(4, min_periods=3).mean(),
                "ewma_7": daily.ewm(span=7, adjust=False).mean().resample("W-SUN").last(),
                "ewma_28": daily.ewm(span=28, adjust=False).mean().resample("W-SUN").last(),
                "sd": daily.resample("W-SUN").std(),
            }
        )

    def analyse() -> object:
        lifted = sets.merge(demand, on="exercise", how="left")
        lifted["one_rm"] = lifted["kg"] * (1 + lifted["reps"] / number("hinge.epley_reps"))
        maximum = lifted[lifted["exercise"] == "Deadlift"]["one_rm"].max()
        lifted["d"] = lifted["coefficient"] * lifted["kg"] / maximum
        strength = np.minimum(100.0, number("hinge.strength_at_max") * lifted["d"])
        lifted["dose"] = lifted["reps"] * np.exp(number("hinge.sn_slope") * strength)
        lifted["day"] = lifted["start"].dt.tz_convert(ZONE).dt.floor("D")
        ridden = bouts.assign(u=bouts["posture"].map(level))
        ridden["dose"] = (ridden["end"] - ridden["start"]).dt.total_seconds() / 60 * ridden["u"]
        ridden["day"] = ridden["start"].dt.tz_convert(ZONE).dt.floor("D")
        return [averages(table.groupby("day")["dose"].sum()) for table in (lifted, ridden)]

    return analyse


if __name__ == "__main__":
    main()
