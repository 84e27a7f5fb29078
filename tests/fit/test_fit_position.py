"""Seated and standing, from what head units report."""

from collections.abc import Callable

import pytest

from examples.fit_writer import FitFile
from tl_analyzer.log import Entry, PositionEvidence, Problem, RideSession, Tally

Read = Callable[..., list[Entry | Problem | Tally]]
MakeRide = Callable[..., FitFile]

SEATED, STANDING, TO_SEATED, TO_STANDING = range(4)


@pytest.fixture
def outline(read: Read, make_ride: MakeRide) -> Callable[..., list[tuple[str, int, int]]]:
    """Posture, first and last second of each bout of a ride made to order."""

    def outline_of(**ride: object) -> list[tuple[str, int, int]]:
        (session,) = [
            item for item in read(make_ride(**ride).to_bytes()) if isinstance(item, RideSession)
        ]
        assert session.position_evidence is PositionEvidence.EVENTS
        start = session.start.utc
        return [
            (
                bout.posture.value,
                round((bout.start - start).total_seconds()),
                round((bout.end - start).total_seconds()),
            )
            for bout in session.bouts
        ]

    return outline_of


Outline = Callable[..., list[tuple[str, int, int]]]


def test_a_position_lasts_until_the_next(outline: Outline) -> None:
    assert outline(positions=[(100, STANDING), (160, SEATED), (400, STANDING), (450, SEATED)]) == [
        ("seated", 0, 100),
        ("standing", 100, 160),
        ("seated", 160, 400),
        ("standing", 400, 450),
        ("seated", 450, 600),
    ]


def test_the_rider_sits_before_the_first_report(outline: Outline) -> None:
    assert outline(positions=[(30, SEATED), (100, STANDING)]) == [
        ("seated", 0, 100),
        ("standing", 100, 600),
    ]


def test_a_confirmed_transition_counts_from_its_own_instant(outline: Outline) -> None:
    assert outline(
        positions=[(100, TO_STANDING), (105, STANDING), (150, TO_SEATED), (156, SEATED)]
    ) == [("seated", 0, 100), ("standing", 100, 150), ("seated", 150, 600)]


def test_a_transition_taken_back_never_happened(outline: Outline) -> None:
    """Nine of ten transitions of an Edge 840 are false alarms of this kind."""
    assert outline(
        positions=[
            (100, TO_STANDING),
            (102, SEATED),
            (200, STANDING),
            (220, TO_SEATED),
            (222, STANDING),
            (260, SEATED),
        ]
    ) == [("seated", 0, 200), ("standing", 200, 260), ("seated", 260, 600)]


def test_a_device_that_reports_transitions_only_is_taken_at_its_word(outline: Outline) -> None:
    assert outline(positions=[(100, TO_STANDING), (160, TO_SEATED)]) == [
        ("seated", 0, 100),
        ("standing", 100, 160),
        ("seated", 160, 600),
    ]


def test_standing_beats_coasting_and_stopping_beats_both(outline: Outline) -> None:
    assert outline(
        fields={
            "speed": lambda s: 0.0 if s in range(300, 320) else 9.0,
            "cadence": lambda s: 0 if s in range(100, 340) else 80,
        },
        positions=[(150, STANDING), (330, SEATED)],
    ) == [
        ("seated", 0, 100),
        ("coasting", 100, 150),
        ("standing", 150, 300),
        ("stopped", 300, 320),
        ("standing", 320, 330),
        ("coasting", 330, 340),
        ("seated", 340, 600),
    ]


def test_standing_up_in_a_pause_is_not_standing_on_the_bike(outline: Outline) -> None:
    assert outline(
        missing=range(201, 300),
        timer=[(0, "start"), (200, "stop_all"), (300, "start")],
        positions=[(50, STANDING), (80, SEATED), (250, STANDING)],
    ) == [
        ("seated", 0, 50),
        ("standing", 50, 80),
        ("seated", 80, 200),
        ("stopped", 200, 300),
        ("seated", 300, 600),
    ]


def test_sitting_down_in_a_pause_ends_the_standing_before_it(outline: Outline) -> None:
    assert outline(
        missing=range(201, 300),
        timer=[(0, "start"), (200, "stop_all"), (300, "start")],
        positions=[(150, STANDING), (299, SEATED)],
    ) == [
        ("seated", 0, 150),
        ("standing", 150, 200),
        ("stopped", 200, 300),
        ("seated", 300, 600),
    ]


def test_reports_need_not_be_in_order(outline: Outline, read: Read, make_ride: MakeRide) -> None:
    in_order = outline(positions=[(100, STANDING), (160, SEATED)])
    fit = make_ride(positions=[(160, SEATED)])
    fit.add("event", timestamp=fit_second(100), event=44, event_type=3, data=STANDING)
    (ride,) = [item for item in read(fit.to_bytes()) if isinstance(item, RideSession)]
    assert len(ride.bouts) == len(in_order) == 3


def fit_second(second: int) -> int:
    """A second of the ride made to order, as FIT time [s]."""
    return 1_146_643_200 + second
