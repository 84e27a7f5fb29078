"""``tl completion``: the script that makes a shell complete commands, options and names."""

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.kinds import Choice

#: Where each shell reads the script.
_INSTALL = {
    "bash": 'Put into ~/.bashrc:  eval "$(tl completion bash)"',
    "zsh": 'Put into ~/.zshrc:  eval "$(tl completion zsh)"',
    "fish": "Run once:  tl completion fish > ~/.config/fish/completions/tl.fish",
    "powershell": "Put into $PROFILE:  tl completion powershell | Out-String | Invoke-Expression",
}
#: What the script sets when it asks for completions; click's name for a program called ``tl``.
_VARIABLE = "_TL_COMPLETE"


@click.command(
    short_help="Print the completion script of a shell.",
    epilog=examples(
        "tl completion bash > ~/.local/share/bash-completion/completions/tl",
        'eval "$(tl completion zsh)"',
        "tl completion fish > ~/.config/fish/completions/tl.fish",
    ),
)
@click.argument("shell", metavar="bash|zsh|fish|powershell", type=Choice(tuple(_INSTALL)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that makes a shell complete commands, options, athletes and weeks."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise UsageFailure(
            f"the installed click cannot complete for {shell}", "Update it: pip install -U click"
        )
    root = ctx.find_root()
    click.echo(found(root.command, {}, "tl", _VARIABLE).source())
    click.echo(_INSTALL[shell], err=True)
