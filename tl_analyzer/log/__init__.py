"""The normalised log: what every adapter yields and every analysis reads."""

from tl_analyzer.log.activity import ActivitySession
from tl_analyzer.log.body import BodyMass, CheckIn, DailyTotal, DayMeasure, Scale, Wellness
from tl_analyzer.log.entries import Entry, Log, SourceSummary
from tl_analyzer.log.instant import Clock, When
from tl_analyzer.log.planned import PlannedSession, PlannedSport
from tl_analyzer.log.posture import Observation, Posture, PostureInterval, Quality, SittingStyle
from tl_analyzer.log.posture_columns import PostureColumns
from tl_analyzer.log.postures import PosturePacker, PostureRow, Postures
from tl_analyzer.log.provenance import Problem, ProblemKind, Provenance, Tally
from tl_analyzer.log.ride import PositionEvidence, PostureBout, RidePosture, RideSession
from tl_analyzer.log.source_reading import SourceReading
from tl_analyzer.log.strength import (
    KG_PER_LB,
    LoadMeaning,
    SetType,
    StrengthSession,
    StrengthSet,
    UnitBasis,
    Weight,
    WeightUnit,
)

__all__ = [
    "KG_PER_LB",
    "ActivitySession",
    "BodyMass",
    "CheckIn",
    "Clock",
    "DailyTotal",
    "DayMeasure",
    "Entry",
    "LoadMeaning",
    "Log",
    "Observation",
    "PlannedSession",
    "PlannedSport",
    "PositionEvidence",
    "Posture",
    "PostureBout",
    "PostureColumns",
    "PostureInterval",
    "PosturePacker",
    "PostureRow",
    "Postures",
    "Problem",
    "ProblemKind",
    "Provenance",
    "Quality",
    "RidePosture",
    "RideSession",
    "Scale",
    "SetType",
    "SittingStyle",
    "SourceReading",
    "SourceSummary",
    "StrengthSession",
    "StrengthSet",
    "Tally",
    "UnitBasis",
    "Weight",
    "WeightUnit",
    "Wellness",
    "When",
]
