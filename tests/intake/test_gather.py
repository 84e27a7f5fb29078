"""Many sources -> one log: each session once, every file accounted for, order without effect."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tl_analyzer.intake.gather as gathering
from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.intake.merge import merged
from tl_analyzer.log import (
    Entry,
    PositionEvidence,
    PostureBout,
    Problem,
    Provenance,
    RidePosture,
    RideSession,
    StrengthSession,
    StrengthSet,
    Tally,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)
from tl_analyzer.plugins import InstalledAdapter, parameter_set
from tl_analyzer.plugins.group import ADAPTERS

START = datetime(2026, 11, 12, 17, 45, tzinfo=UTC)


def workout(
    digest: str, kg: tuple[float, ...] = (100.0,), start: datetime = START
) -> StrengthSession:
    sets = tuple(
        StrengthSet(
            exercise="Deadlift",
            row=n + 2,
            weight=Weight(value=w, unit=WeightUnit.KG, basis=UnitBasis.STATED),
            reps=5,
        )
        for n, w in enumerate(kg)
    )
    source = Provenance(adapter="test", file=f"{digest}.csv", digest=digest, row=2)
    return StrengthSession(
        start=When(utc=start, zone="Europe/Berlin"), title="B", sets=sets, provenance=source
    )


def ride(
    digest: str, start: datetime = START, minutes: int = 60, events: bool = False
) -> RideSession:
    end = start + timedelta(minutes=minutes)
    return RideSession(
        start=When(utc=start, zone="Europe/Berlin"),
        end=end,
        elapsed_s=minutes * 60,
        moving_s=minutes * 60,
        position_evidence=PositionEvidence.EVENTS if events else PositionEvidence.NONE,
        bouts=(PostureBout(start=start, end=end, posture=RidePosture.UNKNOWN),),
        provenance=Provenance(adapter="test", file=f"{digest}.fit", digest=digest),
    )


def keep(*entries: Entry) -> tuple[list[str], list[str]]:
    log = merged(entries, (), (), parameter_set())
    kept = [w.provenance.digest for w in log.strength]
    kept += [r.provenance.digest for r in log.rides]
    return kept, [p.code for p in log.problems]


def test_the_same_workout_in_two_exports_counts_once() -> None:
    assert keep(workout("a"), workout("b")) == (["b"], ["counted-once"])


def test_a_later_export_with_one_set_more_replaces_the_earlier() -> None:
    kept, _ = keep(workout("new", (100, 105)), workout("old", (100,)))
    assert kept == ["new"]


def test_a_corrected_weight_does_not_count_twice() -> None:
    kept, _ = keep(workout("a", (100, 105)), workout("b", (100, 110)))
    assert len(kept) == 1


def test_apps_that_write_seconds_and_minutes_mean_the_same_workout() -> None:
    assert len(keep(workout("a"), workout("b", start=START.replace(second=25)))[0]) == 1


def test_a_bare_date_and_a_clock_mean_the_same_workout_and_the_clock_is_kept() -> None:
    dated = workout("dated").model_copy(
        update={"start": When.from_date(START.date(), "Europe/Berlin")}
    )
    assert keep(dated, workout("timed"))[0] == ["timed"]


def test_the_same_workout_an_hour_later_is_another() -> None:
    later = workout("b", start=START + timedelta(hours=1))
    assert len(keep(workout("a"), later)[0]) == 2


def test_two_workouts_of_one_minute_in_one_file_are_two() -> None:
    assert keep(workout("a"), workout("a"))[0] == ["a", "a"]


def test_different_workouts_at_the_same_time_are_both_kept() -> None:
    other = workout("b", (40,)).model_copy(update={"title": "Other"})
    assert len(keep(workout("a", (100,)), other)[0]) == 2


def test_a_ride_on_two_devices_counts_once_and_the_richer_recording_wins() -> None:
    phone = ride("phone", START + timedelta(seconds=90), 58)
    assert keep(ride("unit", events=True), phone) == (["unit"], ["counted-once"])


def test_two_rides_of_one_evening_are_two() -> None:
    assert len(keep(ride("a"), ride("b", START + timedelta(minutes=61)))[0]) == 2


@given(st.permutations([workout("a"), workout("b"), ride("c"), ride("d"), ride("e", minutes=90)]))
def test_the_order_of_files_has_no_effect(entries: list[Entry]) -> None:
    assert keep(*entries)[0] == ["b", "e"]


class Reader:
    """An adapter for lines of text; ``!`` makes it raise half way."""

    name: ClassVar[str] = "reader"
    recognised: ClassVar[str] = "files that begin with READ"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        return file.head.startswith(b"READ")

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        yield workout("x").model_copy(update={"provenance": provenance(self, file, 1)})
        if b"!" in file.head:
            raise RuntimeError("half way")
        yield Tally(file=file.name, adapter=self.name, unit="row", total=1, read=1, refused=0)


class Rude(Reader):
    """An adapter that cannot even look at a head."""

    def recognises(self, file: SourceFile) -> bool:
        raise ValueError("rude")


def install(monkeypatch: pytest.MonkeyPatch, **adapters: Reader) -> None:
    found = tuple(InstalledAdapter(ADAPTERS, n, f"dist-{n}", "1", a) for n, a in adapters.items())
    monkeypatch.setattr(gathering, "adapters", lambda: found)


def test_every_file_is_accounted_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, reader=Reader())
    for name, text in {"a.csv": "READ", "b.csv": "READ", "empty": "", "other": "?"}.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "profile.toml").write_text("")
    log = gathering.gather([tmp_path, tmp_path / "nowhere"], Reading())
    by_name = {Path(s.file).name: s for s in log.sources}
    assert set(by_name) == {"a.csv", "b.csv", "empty", "other", "nowhere"}
    assert by_name["a.csv"].tally is not None
    assert by_name["b.csv"].same_as == by_name["a.csv"].file
    assert by_name["other"].adapter == ""
    assert {p.code for p in log.problems} == {"empty", "unopened"}


def test_two_claimants_are_an_error_that_names_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Rival(Reader):
        name = "rival"

    install(monkeypatch, one=Reader(), two=Rival())
    (tmp_path / "a.csv").write_text("READ")
    log = gathering.gather([tmp_path], Reading())
    assert not log.strength
    assert "reader (dist-one 1) and rival (dist-two 1)" in log.problems[0].found


def test_a_failing_adapter_costs_its_file_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, reader=Reader(), rude=Rude())
    (tmp_path / "a.csv").write_text("READ !")
    (tmp_path / "b.csv").write_text("READ")
    log = gathering.gather([tmp_path], Reading())
    said = " ".join(p.found for p in log.problems)
    assert "half way" in said and "dist-rude" in said
    assert log.sources[1].tally is not None
