"""Files or rows that could not be read.

Fires, as information, when anything of the input was refused: a file that could not be opened or
understood, or a row, message or value in one. Repairs and remarks are not counted; every problem
stands in the diagnostics with its file, line, column and value.

Why it may matter: what was refused is missing from every number of the report, and nobody can
tell from the number. A truncated ride is a shorter ride, half a row is a set that was not done.

How weak this is: it is a fact about the input. Much of what is refused is harmless, an empty file
or a note in the wrong column.

What would change the verdict: repairing or leaving out the files named; ``tl check`` shows each
problem and what to do about it without making a report.
"""

from collections import Counter

from tl_analyzer.file_names import short_names
from tl_analyzer.finding import Channel, DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.log import ProblemKind
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules import evidence
from tl_analyzer.rules.rule import Rule, Verdict


def _check(picture: Picture, parameters: Parameters, _: tuple[Flag, ...]) -> Verdict | None:
    refused = Counter(p.file for p in picture.problems if p.kind is ProblemKind.REFUSED)
    if not refused:
        return None
    named = short_names(refused)
    worst = [named[file] for file, _ in refused.most_common(2)]
    return Verdict(
        severity=Severity.INFO,
        because=(
            Evidence(
                when=picture.week.label,
                measure=f"problems with the input, in {evidence.count(len(refused), 'file')}",
                value=refused.total(),
                unit=evidence.plural(refused.total(), "problem"),
                sessions=tuple(sorted(named.values())),
            ),
        ),
        clears_when=(
            f"Repair or leave out {evidence.listed(worst)}"
            f"{' first' if len(refused) > len(worst) else ''}; `tl check` says for each problem "
            "what to do."
        ),
        quality=DataQuality.MEASURED,
    )


RULE = Rule(
    code="TL806",
    name="input-incomplete",
    channel=Channel.DATA,
    parameters=(),
    check=_check,
)
