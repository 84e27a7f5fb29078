"""Wellness records and pain diaries: intervals.icu, HRV4Training, TrainingPeaks, own tables."""

from tl_wellness.diary_table import DiaryTableAdapter
from tl_wellness.hrv4training import Hrv4TrainingAdapter
from tl_wellness.intervals import IntervalsWellnessAdapter
from tl_wellness.trainingpeaks import TrainingPeaksMetricsAdapter

__all__ = [
    "DiaryTableAdapter",
    "Hrv4TrainingAdapter",
    "IntervalsWellnessAdapter",
    "TrainingPeaksMetricsAdapter",
]
