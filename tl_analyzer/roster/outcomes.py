"""What check-ins of many athletes add up to: counts of what was logged, with intervals."""

from tl_analyzer.log.value import Value


class Incidence(Value):
    """New pain episodes around the junction by training time.

    Attributes
    ----------
    episodes : int
        New episodes. [1]
    hours : float
        Training of the athletes who keep a diary, while it is watched. [h]
    assumed_share : float
        Share of `hours` whose length no log states. [1]
    per_1000_h, low, high : float
        Episodes per 1,000 hours, and its 95 % interval. [1/1000 h]
    """

    episodes: int
    hours: float
    assumed_share: float
    per_1000_h: float
    low: float
    high: float


class WeekOfDiaries(Value):
    """One week of all diaries.

    Attributes
    ----------
    week : str
        ISO week.
    athletes : int
        Athletes whose log was read. [1]
    checked_in : int
        Those with an entry this week. [1]
    with_pain : int
        Those of them with any pain around the junction. [1]
    share, low, high : float or None
        `with_pain` over `checked_in` and its 95 % interval; None where that is too little to
        say. [1]
    """

    week: str
    athletes: int
    checked_in: int
    with_pain: int
    share: float | None
    low: float | None
    high: float | None


class PlaceOfPain(Value):
    """New episodes in one region, by side.

    Attributes
    ----------
    region : str
        Word of the vocabulary; empty where the diary does not say.
    junction : bool
        Whether pain from the junction is felt there; only such episodes are in the incidence.
    left, right, both, not_said : int
        Episodes by the side of the entry that began them. [1]
    """

    region: str
    junction: bool
    left: int = 0
    right: int = 0
    both: int = 0
    not_said: int = 0

    @property
    def episodes(self) -> int:
        """All sides. [1]."""
        return self.left + self.right + self.both + self.not_said


class Outcomes(Value):
    """What was logged over some weeks by the athletes of a roster.

    Attributes
    ----------
    first_week, last_week : str
        ISO weeks asked for.
    athletes : int
        Athletes whose log was read. [1]
    with_diary : int
        Those with an entry in these weeks. [1]
    response : float or None
        Weeks with an entry over all weeks of all athletes; None without athletes. [1]
    incidence : Incidence or None
        None where that is too little to say.
    weeks : tuple of WeekOfDiaries
        Each week, oldest first.
    places : tuple of PlaceOfPain
        Regions with new episodes, most of them first; empty where that is too little to say.
    already_there : int
        Episodes that stood before it could be told whether they are new. [1]
    too_little : tuple of str
        What is not said, and what it would take.
    notes : tuple of str
        How each number is counted, in plain words.
    """

    first_week: str
    last_week: str
    athletes: int
    with_diary: int
    response: float | None
    incidence: Incidence | None
    weeks: tuple[WeekOfDiaries, ...]
    places: tuple[PlaceOfPain, ...]
    already_there: int
    too_little: tuple[str, ...]
    notes: tuple[str, ...]
