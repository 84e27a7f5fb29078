"""Where nobody added anything: what is shipped comes in by the doors, and nothing is looked for."""

import subprocess
import sys

import pytest

from tl_analyzer.plugin_faults import every_plugin, faults
from tl_analyzer.plugins.group import ADVICE, FORMATS, LEXICONS, RULES, Group


@pytest.mark.parametrize("group", [RULES, LEXICONS, ADVICE, FORMATS], ids=lambda g: g.kind)
def test_what_is_shipped_comes_in_by_the_door(group: Group) -> None:
    shipped = [plugin for plugin in every_plugin(group) if plugin.shipped]
    assert shipped
    assert [plugin.error for plugin in shipped] == [""] * len(shipped)


def test_nothing_is_wrong() -> None:
    assert faults() == ()


def test_a_command_that_needs_no_rules_loads_none() -> None:
    probe = (
        "import sys\n"
        "from tl_analyzer.plugins import parameter_set\n"
        "parameter_set()\n"
        "print('tl_analyzer.rules' in sys.modules, 'numpy' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True)
    assert done.stdout == "False False\n", done.stderr
