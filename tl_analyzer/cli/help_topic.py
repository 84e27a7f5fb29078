"""``tl help``: topics that belong to no single command."""

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure

TOPICS = {
    "exit-codes": """\
Exit codes a script may rely on:

    0    done
    1    `--fail-on LEVEL` was given, and a flag of that level or above exists;
         `tl adapters --verify`: a promise is broken
    2    usage or configuration error: a wrong option, a profile or config file
         that cannot be used, no store yet; `tl doctor`: something needs mending
    3    no readable input
    70   a fault of tl; run again with TL_DEBUG=1 and report it
    130  interrupted
    141  the reader of standard output went away

Results are on standard output; errors, hints, questions and progress are on
standard error: `error:` says what is wrong and where, `hint:` what to do.
""",
    "environment": """\
Environment variables:

    TL_STORE         file of the log store
    TL_PROFILE       profile of files that bring none
    TL_ATHLETE       athlete of the store, where it holds several
    TL_JOBS          processes that may work at the same time
    TL_CONFIG        config file to use instead of your own
    TL_LOAD_PLUGINS  plugins or distributions to load, separated by commas; of
                     others nothing is loaded, and of adapters only those named;
                     empty, as with --no-plugins: only what is shipped
    TL_PLUGIN_PATIENCE
                     factor on the time limits of plugins, on a slow
                     computer
    TL_ACTIVITYWATCH_KEY
                     key of an ActivityWatch server that asks for one
    TL_LLM_ATHLETES  athletes that the tools of llm may be asked about,
                     separated by commas
    TL_DEBUG         1 shows tracebacks
    NO_COLOR         no colour;  FORCE_COLOR=1: colour also into a pipe
    COLUMNS          width of the page

The command line wins over the environment, the environment over the config
file (`tl config`), the config file over the defaults.
""",
}


@click.command(
    name="help",
    short_help="Explain a topic or a command.",
    epilog=examples("tl help exit-codes", "tl help environment", "tl help report"),
)
@click.argument("topic", metavar="[TOPIC|COMMAND]...", nargs=-1)
@click.pass_context
def help_topic(ctx: click.Context, topic: tuple[str, ...]) -> None:
    """Explain a topic - exit-codes, environment - or show the help of a command."""
    from tl_analyzer.nearest import did_you_mean

    name = "-".join(topic).casefold()
    if name in TOPICS:
        click.echo(TOPICS[name], nl=False)
        return
    at = ctx.find_root()
    for word in topic:
        group = at.command
        found = group.get_command(at, word) if isinstance(group, click.Group) else None
        if found is None:
            known = [*TOPICS, *(group.list_commands(at) if isinstance(group, click.Group) else ())]
            raise UsageFailure(
                f"there is no help on {' '.join(topic)!r}",
                did_you_mean(word, known, "`tl --help` lists the commands."),
            )
        at = click.Context(found, info_name=word, parent=at)
    click.echo(at.get_help())
