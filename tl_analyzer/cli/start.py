"""The entry point ``tl``: the list of commands, and how every run ends.

Only click and the standard library may be imported here and by what is imported here:
``tl --help`` has to be quick.
"""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import Any, NoReturn

import click

from tl_analyzer import __version__
from tl_analyzer.cli.color import color_choice
from tl_analyzer.cli.failure import Exit, NoInputFailure, UsageFailure, describe_usage, say
from tl_analyzer.cli.lazy_group import LazyCommand, LazyGroup
from tl_analyzer.remedy import NothingReadableError, RemediableError

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
    "ack": LazyCommand(
        "tl_analyzer.cli.ack", "ack", "Say that a flag was seen, and put it aside for a time."
    ),
    "plan": LazyCommand(
        "tl_analyzer.cli.plan", "plan", "Place the week's work around sessions and desk."
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
    "plugins": LazyCommand(
        "tl_analyzer.cli.plugins", "plugins", "List installed plugins of every kind."
    ),
    "new": LazyCommand("tl_analyzer.cli.new", "new", "Write a new plugin package to begin with."),
    "connect": LazyCommand(
        "tl_analyzer.cli.connect", "connect", "Use it inside other programs: MCP, datasette, ..."
    ),
    "mcp": LazyCommand(
        "tl_analyzer.cli.mcp", "mcp", "Serve reports to an assistant (MCP over stdio)."
    ),
    "profile": LazyCommand(
        "tl_analyzer.cli.profile", "profile", "Write or check an athlete's profile."
    ),
    "screen": LazyCommand(
        "tl_analyzer.cli.screen", "screen", "Screen your own back in two minutes."
    ),
    "config": LazyCommand(
        "tl_analyzer.cli.config", "config", "Show the configuration and where it comes from."
    ),
    "doctor": LazyCommand(
        "tl_analyzer.cli.doctor", "doctor", "Say what is installed, where data lies, what is wrong."
    ),
    "completion": LazyCommand(
        "tl_analyzer.cli.completion", "completion", "Print the completion script of a shell."
    ),
    "help": LazyCommand(
        "tl_analyzer.cli.help_topic", "help_topic", "Explain a topic or a command."
    ),
    "fleet": LazyCommand("tl_analyzer.cli.fleet", "fleet", "Analyse a dataset of many athletes."),
}

#: A group of commands without one, in versions of click that tell it from other errors.
_NOTHING_TYPED: tuple[type[click.UsageError], ...] = tuple(
    kind for kind in (getattr(click.exceptions, "NoArgsIsHelpError", None),) if kind is not None
)

#: Commands that look at the configuration themselves, or need none.
_UNCONFIGURED = ("config", "doctor", "completion", "help")
_HELP = {"-h", "--help"}
#: It holds for the whole run, and may stand behind the command as well.
_NO_PLUGINS = "--no-plugins"


class Commands(LazyGroup):
    """The commands of ``tl``."""

    lazy = COMMANDS

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Find the command, and what environment and config file say for it."""
        args = _restricted(ctx, args)
        # Parsing empties the list.
        name, *following = args or [""]
        rest = super().parse_args(ctx, args)
        looking = ctx.resilient_parsing or not _HELP.isdisjoint(following)
        if name in COMMANDS and name not in _UNCONFIGURED and not looking:
            # Only a command that runs needs it: help and completion have to be quick and to work.
            from tl_analyzer.cli.config_file import defaults_of, read_config

            ctx.obj = read_config(os.environ, COMMANDS)
            ctx.default_map = {name: defaults_of(ctx.obj, name, COMMANDS[name].load())}
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; of a value that nobody typed it is said where it comes from."""
        try:
            return super().invoke(ctx)
        except click.BadParameter as error:
            from tl_analyzer.cli.config_file import misconfigured

            if failure := misconfigured(error):
                raise failure from error
            raise
        except NothingReadableError as why:
            raise NoInputFailure(why.message, why.remedy) from why
        except RemediableError as why:
            raise UsageFailure(why.message, why.remedy) from why


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done; 1 a flag at or above --fail-on; 2 usage or configuration error;"
    " 3 no readable input; `tl help exit-codes` tells the rest. New here: `tl profile init`, then"
    " `tl check PATH`, `tl report PATH`; `tl doctor` says what is missing.",
)
@click.option(
    _NO_PLUGINS, is_flag=True, expose_value=False, help="Load nothing but what is shipped."
)
@click.version_option(__version__, prog_name="tl", message="%(prog)s %(version)s")
def tl() -> None:
    """Exposure at the thoracolumbar junction, from logs you already keep.

    Reads strength logs, rides and desk time and prints a weekly report: exposure relative to the
    athlete's own history, why it was flagged, what would clear it, and what to do.
    """


def _restricted(ctx: click.Context, args: list[str]) -> list[str]:
    """Take ``--no-plugins`` out of the arguments; processes that are started inherit it."""
    end = args.index("--") if "--" in args else len(args)
    if _NO_PLUGINS not in args[:end]:
        return args
    from tl_analyzer.plugins.choice import ONLY

    before = os.environ.get(ONLY)
    os.environ[ONLY] = ""

    def restore() -> None:
        if before is None:
            os.environ.pop(ONLY, None)
        else:
            os.environ[ONLY] = before

    ctx.call_on_close(restore)
    return [each for each in args[:end] if each != _NO_PLUGINS] + args[end:]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run ``tl`` and end the process with the exit code the documentation promises."""
    gc.set_threshold(_OBJECTS)
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupted)
    code = run(arguments)
    _close_output()
    # What is left goes with the process: nobody has to look through all of it for garbage.
    gc.freeze()
    sys.exit(code)


def _interrupted(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Ctrl-C ends the command in order; pressed again while it ends, it changes nothing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


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
        if isinstance(error, _NOTHING_TYPED) and error.ctx:
            click.echo(error.ctx.get_help(), err=True)
            return Exit.USAGE
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


def _close_output() -> None:
    """Let nothing that a plugin left behind print below the report."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stdout.flush()
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reader_gone() -> int:
    # What is left in the buffer must not raise again when the interpreter closes the stream.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.BROKEN_PIPE
