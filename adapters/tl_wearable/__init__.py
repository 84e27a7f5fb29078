"""Takeouts of wearables: Google Health (Fitbit), Google Fit, Health Connect, Oura, Garmin days."""

from tl_wearable.evidence import Evidence, Grades, Limits, evidence
from tl_wearable.garmin_daily import GarminDailyAdapter
from tl_wearable.google_fit import GoogleFitAdapter
from tl_wearable.health_connect import HealthConnectAdapter
from tl_wearable.oura import OuraAdapter
from tl_wearable.takeout import GoogleHealthAdapter

__all__ = [
    "Evidence",
    "GarminDailyAdapter",
    "GoogleFitAdapter",
    "GoogleHealthAdapter",
    "Grades",
    "HealthConnectAdapter",
    "Limits",
    "OuraAdapter",
    "evidence",
]
