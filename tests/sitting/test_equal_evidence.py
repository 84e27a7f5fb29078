"""Equal evidence gets an equal verdict: thinking once for all of it changes nothing."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.log import Posture, Quality, SittingStyle
from tl_analyzer.log.posture_columns import Codes
from tl_analyzer.plugins import parameter_set
from tl_analyzer.sitting.evidence import Evidence, Kind
from tl_analyzer.sitting.evidence_columns import EvidenceColumns
from tl_analyzer.sitting.sweep import slices, sweep
from tl_analyzer.sitting.verdict import Verdict
from tl_analyzer.sitting.verdicts import Slice, decide

pieces = st.builds(
    lambda start, length, *said: Evidence(start, start + length, *said),
    st.integers(0, 40).map(float),
    st.integers(0, 15).map(float),
    st.sampled_from(Kind),
    st.sampled_from(Posture),
    st.sampled_from([0.3, 0.8, 0.9]),
    st.sampled_from(Quality),
    st.sampled_from(["one", "two"]),
    st.sampled_from([None, *SittingStyle]),
    st.sampled_from(["", "a.csv", "b.csv"]),
)


@given(st.lists(pieces, max_size=25), st.sampled_from(SittingStyle))
def test_every_slice_has_the_verdict_it_would_have_alone(
    evidence: list[Evidence], style: SittingStyle
) -> None:
    parameters = parameter_set()
    columns = EvidenceColumns.of(evidence, Codes())
    assert columns.unpacked(np.arange(len(columns))) == tuple(evidence)
    line = sweep(columns, style, parameters)
    cut = slices(columns)
    for number, (start, end) in enumerate(zip(cut.start, cut.end, strict=True)):
        covering = columns.unpacked(cut.rows(number))
        assert covering == tuple(e for e in evidence if e.start <= start and end <= e.end)
        alone = decide(Slice(covering, style, parameters))
        holding = [s for s in line if s.start <= start and end <= s.end]
        assert [_said(s.verdict) for s in holding] == ([_said(alone)] if alone else [])
        if alone:
            assert set(alone.evidence) <= set(holding[0].verdict.evidence)


def _said(verdict: Verdict) -> tuple[object, ...]:
    sources = {(e.kind, e.source, e.style) for e in verdict.evidence}
    return *verdict[:4], verdict.conflict, frozenset(sources)
