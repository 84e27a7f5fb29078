"""What one week's report of one athlete follows from."""

from datetime import datetime
from typing import NamedTuple

from tl_analyzer.load.week import Week
from tl_analyzer.log import Log
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile


class Case(NamedTuple):
    """All that one week's report follows from.

    Attributes
    ----------
    log : Log
        Everything read for the athlete.
    profile : Profile
        The athlete's profile.
    week : Week
        The week under review.
    as_of : datetime
        The moment of the report.
    parameters : Parameters
        Coefficients and thresholds.
    recogniser : Recogniser
        How exercise names are understood.
    """

    log: Log
    profile: Profile
    week: Week
    as_of: datetime
    parameters: Parameters
    recogniser: Recogniser
