"""How a format may use its page: the only choice a caller makes besides the format itself."""

from dataclasses import dataclass

from tl_analyzer.report.audience import Audience


@dataclass(frozen=True, slots=True)
class Layout:
    """The page a report is laid out for.

    Attributes
    ----------
    width : int
        Columns to fill. [characters]
    color : bool
        Whether terminal colours may be used; nothing is ever said by colour alone.
    ascii : bool
        Whether the page can show ASCII only.
    audience : Audience
        Who reads it.
    details : bool
        Whether a format with little room - the terminal - says everything, or what decides.
    """

    width: int = 80
    color: bool = False
    ascii: bool = False
    audience: Audience = Audience.ATHLETE
    details: bool = False
