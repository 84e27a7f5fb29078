"""Activities out of the bulk exports of training platforms."""

from tl_bulk.garmin import GarminTakeoutAdapter
from tl_bulk.intervals import IntervalsActivitiesAdapter
from tl_bulk.strava import StravaCsvAdapter
from tl_bulk.trainingpeaks import TrainingPeaksCsvAdapter

__all__ = [
    "GarminTakeoutAdapter",
    "IntervalsActivitiesAdapter",
    "StravaCsvAdapter",
    "TrainingPeaksCsvAdapter",
]
