"""Too few weeks of log before this one to say what is usual.

Fires, as information, for each kind of log (strength, rides) with records in this week whose four
weeks before are covered by fewer than three. A covered week without sessions is a week of zero; a
gap in the log is left out. Nothing relative to usual is claimed for that kind of log until then:
TL101, TL105, TL201, TL202, TL303, TL501 and TL502 stay silent.

Why it may matter: silence of those rules must not be read as a clean bill. A first week on record
is always infinitely more than the week before it.

How weak this is: three weeks are a choice. They smooth one unusual week; they do not make a
season's habit.

What would change the verdict: more weeks in the log, or an export that reaches further back.
"""

from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.weekly import Kind
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    least = int(parameters.number("history.least_weeks"))
    span = int(parameters.number("history.usual_weeks"))
    in_week = {
        Kind.STRENGTH: bool(picture.this_week().any()),
        Kind.RIDES: bool(picture.rides_this_week()),
    }
    covered = {
        kind: picture.history[kind].covered[:span] for kind, present in in_week.items() if present
    }
    short = {kind: weeks for kind, weeks in covered.items() if sum(weeks) < least}
    if not short:
        return None
    wait = max(_weeks_to_wait(weeks, least, span) for weeks in short.values())
    return Verdict(
        severity=Severity.INFO,
        because=tuple(
            Evidence(
                when=picture.week.label,
                measure=f"covered weeks before this one in the log of {kind}",
                value=sum(weeks),
                unit="weeks",
                threshold=least,
            )
            for kind, weeks in short.items()
        ),
        clears_when=(
            f"From {picture.week.back(-wait).label} on, if you keep logging "
            f"({evidence.count(wait, 'week')} more), or at once with an export that reaches "
            "further back."
        ),
        quality=DataQuality.MEASURED,
    )


def _weeks_to_wait(covered: tuple[bool, ...], least: int, span: int) -> int:
    """Count the weeks until enough of the last `span` are covered, this and later ones being so."""
    return next(
        wait for wait in range(1, span + 1) if sum(((True,) * wait + covered)[:span]) >= least
    )


RULE = Rule(
    code="TL803",
    name="history-too-short",
    channel=Channel.DATA,
    parameters=("history.least_weeks", "history.usual_weeks"),
    check=_check,
)
