"""Reads the season CSV of the Concept2 logbook for tl-analyzer."""

from tl_concept2.adapter import Concept2Adapter

__all__ = ["Concept2Adapter"]
