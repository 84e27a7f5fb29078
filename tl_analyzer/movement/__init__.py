"""Exercise names -> movement patterns and what they load."""

from tl_analyzer.movement.mapping import Correction, parse_mapping, read_mapping
from tl_analyzer.movement.movement import Movement, Pattern
from tl_analyzer.movement.recogniser import Recogniser, recognise

__all__ = [
    "Correction",
    "Movement",
    "Pattern",
    "Recogniser",
    "parse_mapping",
    "read_mapping",
    "recognise",
]
