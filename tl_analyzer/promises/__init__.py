"""What every adapter promises, as checks that run over any adapter and its samples.

For the authors of adapters: ``tl adapters --verify SAMPLE...``, the pytest plugin
`tl_analyzer.testing`, or in a test of their own::

    assert not list(broken_promises(MyAdapter(), [SourceFile.of_bytes("a.csv", data)]))
"""

from tl_analyzer.promises.broken import Broken
from tl_analyzer.promises.heads import HOSTILE_HEADS
from tl_analyzer.promises.kept import broken_promises
from tl_analyzer.promises.of_a_sample import SAMPLE_PROMISES

__all__ = ["HOSTILE_HEADS", "SAMPLE_PROMISES", "Broken", "broken_promises"]
