"""Exposure at the thoracolumbar junction from strength logs, rides and desk time."""

__version__ = "0.2.0"
