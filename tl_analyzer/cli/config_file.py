"""The user's config file: defaults for options, below the command line and the environment."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from tl_analyzer.cli.failure import NotOneOf, UsageFailure
from tl_analyzer.cli.options import OUTPUT
from tl_analyzer.nearest import did_you_mean

#: Environment variable that names another config file.
VARIABLE = "TL_CONFIG"

_APPLICATION = "tl-analyzer"
_FILE = "config.toml"

#: What is said once for all commands, and the environment variable that says it, too.
GENERAL = {
    "store": "TL_STORE",
    "profile": "TL_PROFILE",
    "athlete": "TL_ATHLETE",
    "jobs": "TL_JOBS",
}
_PATHS = ("store", "profile")
#: Options that belong to one run, as files to write do.
_OF_ONE_RUN = ("--as-of",)
#: Options that are said at the top of the file: a command weighs them against its files.
_AT_THE_TOP = ("profile", "athlete")


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it comes from."""

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Config:
    """What environment and config file say.

    Attributes
    ----------
    file : Path
        The config file, whether or not there is one.
    general : mapping of str to Setting
        What is said for all commands; keys of `GENERAL`.
    commands : mapping of str to mapping
        What the file says for single commands: by option, not checked yet.
    """

    file: Path
    general: Mapping[str, Setting] = field(default_factory=dict)
    commands: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    def path(self, key: str) -> Path | None:
        """A path of the general settings."""
        held = self.general.get(key)
        return Path(held.value) if held else None


def config_path(environment: Mapping[str, str]) -> Path:
    """Where the config file is looked for; never in the folder one works in."""
    if named := environment.get(VARIABLE, ""):
        return Path(named).expanduser()
    # Loaded only where no other place is named: it takes a while.
    import platformdirs

    return platformdirs.user_config_path(_APPLICATION, appauthor=False) / _FILE


def read_config(environment: Mapping[str, str], commands: Collection[str]) -> Config:
    """Read environment and config file.

    Parameters
    ----------
    environment : mapping of str to str
        Environment variables.
    commands : collection of str
        Names of the commands that may be configured.

    Raises
    ------
    UsageFailure
        If the file cannot be read or holds an unknown key.
    """
    file = config_path(environment)
    tree = _tree(file, environment)
    for key in tree:
        if key not in (*GENERAL, *commands):
            known = (*GENERAL, *commands)
            raise UsageFailure(
                f"{file}: unknown key {key!r}",
                did_you_mean(key, known, f"Known are {', '.join(GENERAL)} and names of commands."),
            )
    general = {}
    for key, variable in GENERAL.items():
        if key in tree:
            general[key] = Setting(_general(key, tree[key], str(file), file.parent), _FILE)
        if said := environment.get(variable, ""):
            general[key] = Setting(_general(key, said, variable, Path()), variable)
    tables = {name: tree[name] for name in tree if name not in GENERAL}
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise UsageFailure(
                f"{file}: {name} is no table", f"Options of `tl {name}` stand below [{name}]."
            )
    return Config(file, general, tables)


def defaults_of(config: Config, name: str, command: click.Command) -> dict[str, Any]:
    """Defaults of one command by its parameters' names, checked as if they had been typed.

    Raises
    ------
    UsageFailure
        If the file names an option the command has not, or a value it does not take.
    """
    found: dict[str, Any] = {
        key: config.general[key].value for key in ("store", "jobs") if key in config.general
    }
    options = _options(command)
    for key, value in config.commands.get(name, {}).items():
        where = f"{config.file}: {name}.{key}"
        option = options.get(key)
        if key in _AT_THE_TOP:
            raise UsageFailure(
                f"{where}: {key} is said once for all commands",
                f"Write {key} = ... at the top of the file, before the first [table].",
            )
        if option is None:
            raise UsageFailure(
                f"{where}: `tl {name}` has no such option to be set here",
                did_you_mean(key, options, f"It has {', '.join(options) or 'none'}."),
            )
        found[str(option.name)] = _checked(where, value, option, config.file.parent)
    return found


def misconfigured(error: click.BadParameter) -> UsageFailure | None:
    """Say where a value comes from that a command does not take; None where it was typed."""
    name = error.param.name if error.param else None
    context = error.ctx
    config = context.find_root().obj if context else None
    if context is None or name is None or not isinstance(config, Config):
        return None
    source = context.get_parameter_source(name)
    if source is not click.core.ParameterSource.DEFAULT_MAP or name not in config.general:
        return None
    origin = config.general[name].origin
    where = origin if origin == GENERAL[name] else f"{config.file}: {name}"
    return UsageFailure(
        f"{where}: {error.message}", f"Correct it there, or give another with --{name}."
    )


def config_in_use() -> Config:
    """What the running command was started with; nothing outside of a command."""
    context = click.get_current_context(silent=True)
    held = context.find_root().obj if context else None
    return held if isinstance(held, Config) else Config(Path(_FILE))


def _tree(file: Path, environment: Mapping[str, str]) -> dict[str, Any]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as why:
        if environment.get(VARIABLE):
            raise UsageFailure(
                f"there is no config file {file}", f"{VARIABLE} names it; unset or correct it."
            ) from why
        return {}
    except (OSError, UnicodeDecodeError) as why:
        raise UsageFailure(
            f"cannot read the config file {file}: {why.__class__.__name__}",
            f"Mend it, or name another one with {VARIABLE}.",
        ) from why
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as why:
        raise UsageFailure(f"{file}: {why}", "Write it as TOML: `tl config --help`.") from why


def _general(key: str, value: object, where: str, folder: Path) -> str:
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not text or (key == "jobs" and not (text.isascii() and text.isdecimal() and int(text))):
        wanted = "a whole number from 1" if key == "jobs" else "a text in quotes"
        raise UsageFailure(f"{where}: {key} = {str(value)[:80]!r}", f"Expected {wanted}.")
    return str(_absolute(text, folder)) if key in _PATHS else text


def _absolute(text: str, folder: Path) -> Path:
    """A path of the config file: from its own folder, wherever a command is run."""
    return folder / Path(text).expanduser()


def _options(command: click.Command) -> dict[str, click.Option]:
    """Options that may be set, by their long name without dashes."""
    return {
        name.removeprefix("--"): option
        for option in command.params
        if isinstance(option, click.Option) and not option.is_flag and not option.multiple
        if option.type is not OUTPUT
        for name in option.opts
        if name.startswith("--") and name not in _OF_ONE_RUN
        if name.removeprefix("--") not in _AT_THE_TOP
    }


def _checked(where: str, value: object, option: click.Option, folder: Path) -> object:
    if isinstance(value, bool | dict | list):
        raise UsageFailure(f"{where}: {str(value)[:80]!r}", "Expected one text or number.")
    if isinstance(option.type, click.Path):
        value = str(_absolute(str(value), folder))
    try:
        return option.type.convert(value, option, None)
    except click.BadParameter as why:
        guess = did_you_mean(why.typed, why.known) if isinstance(why, NotOneOf) else ""
        told = f"{guess} Correct the config file.".lstrip()
        raise UsageFailure(f"{where}: {why.message}", told) from why
