"""The entry point ``tl``: the list of commands, and how every run ends.

Only click and the standard library may be imported here and by what is imported here:
``tl --help`` has to be quick.
"""

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from tl_analyzer import __version__
from tl_analyzer.cli.color import color_choice
from tl_analyzer.cli.failure import Exit, describe_usage, say
from tl_analyzer.cli.lazy_group import LazyCommand, LazyGroup

#: Environment variable: show tracebacks of unexpected errors.
DEBUG = "TL_DEBUG"

#: Objects made between two searches for garbage. Most of what a command makes lives to its end, and
#: to look through it as often as Python does by default takes a tenth of a report's time. [1]
_OBJECTS = 500_000

#: What libraries do when they are loaded, and no command needs: threads for large matrices (there
#: are none), and a search of every installed package for plugins of pydantic.
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "PYDANTIC_DISABLE_PLUGINS": "__all__"}

COMMANDS = {
    "report": LazyCommand("tl_analyzer.cli.report", "report", "Write the weekly risk report."),
    "import": LazyCommand(
        "tl_analyzer.cli.import_log", "import_log", "Read sources into the log store."
    ),
    "log": LazyCommand(
        "tl_analyzer.cli.log", "log", "List and search the sessions of the log store."
    ),
    "roster": LazyCommand(
        "tl_analyzer.cli.roster", "roster", "Show many athletes' weeks, most urgent first."
    ),
    "check": LazyCommand(
        "tl_analyzer.cli.check", "check", "Show what files are and how they were read."
    ),
    "day": LazyCommand("tl_analyzer.cli.day", "day", "Show how one day was understood."),
    "exercises": LazyCommand(
        "tl_analyzer.cli.exercises", "exercises", "Show how exercise names are understood."
    ),
    "explain": LazyCommand(
        "tl_analyzer.cli.explain", "explain", "Explain a flag or an exercise, with sources."
    ),
    "export": LazyCommand(
        "tl_analyzer.cli.export", "export", "Write everything in the log store to files."
    ),
    "forget": LazyCommand(
        "tl_analyzer.cli.forget", "forget", "Remove an athlete or a source from the log store."
    ),
    "adapters": LazyCommand("tl_analyzer.cli.adapters", "adapters", "List installed adapters."),
    "profile": LazyCommand(
        "tl_analyzer.cli.profile", "profile", "Write or check an athlete's profile."
    ),
    "fleet": LazyCommand("tl_analyzer.cli.fleet", "fleet", "Analyse a dataset of many athletes."),
}


class Commands(LazyGroup):
    """The commands of ``tl``."""

    lazy = COMMANDS


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done; 1 a flag at or above --fail-on; 2 usage or configuration error;"
    " 3 no readable input.",
)
@click.version_option(__version__, prog_name="tl", message="%(prog)s %(version)s")
def tl() -> None:
    """Exposure at the thoracolumbar junction, from logs you already keep.

    Reads strength logs, rides and desk time and prints a weekly report: exposure relative to the
    athlete's own history, why it was flagged, what would clear it, and what to do.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run ``tl`` and end the process with the exit code the documentation promises."""
    gc.set_threshold(_OBJECTS)
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    code = run(arguments)
    # What is left goes with the process: nobody has to look through all of it for garbage.
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run ``tl`` and return its exit code.

    Parameters
    ----------
    arguments : sequence of str, optional
        Command line without the program's name; that of the process by default.
    """
    try:
        code = tl.main(
            args=None if arguments is None else list(arguments),
            prog_name="tl",
            standalone_mode=False,
            color=color_choice(os.environ),
        )
        sys.stdout.flush()
    except click.UsageError as error:
        say(*describe_usage(error))
        return Exit.USAGE
    except click.ClickException as failure:
        failure.show()
        return failure.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return _reader_gone()
    except SystemExit as end:
        # click turns a broken pipe into exit code 1, which here means something else.
        return _reader_gone() if end.code == 1 else _code(end.code)
    except Exception as fault:
        if os.environ.get(DEBUG):
            raise
        say(
            f"internal error: {type(fault).__name__}: {' '.join(str(fault).split())[:300]}",
            f"This is a fault of tl. Run again with {DEBUG}=1 for details and report them.",
        )
        return Exit.INTERNAL
    return _code(code)


def _code(code: object) -> int:
    return code if isinstance(code, int) else Exit.DONE


def _reader_gone() -> int:
    # What is left in the buffer must not raise again when the interpreter closes the stream.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.BROKEN_PIPE
