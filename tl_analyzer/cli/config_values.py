"""Every value of the configuration with its origin, all of it checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tl_analyzer.cli.config_file import Setting, defaults_of, read_config
from tl_analyzer.cli.start import COMMANDS
from tl_analyzer.store.location import default_store

_DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class CheckedConfig:
    """The configuration in use.

    Attributes
    ----------
    file : Path
        The config file.
    exists : bool
        Whether there is one.
    settings : mapping of str to Setting
        Values by name; options of a command as ``report.format``.
    """

    file: Path
    exists: bool
    settings: Mapping[str, Setting]

    @property
    def store(self) -> Path:
        """The file of the log store."""
        return Path(self.settings["store"].value)


def checked_config(environment: Mapping[str, str]) -> CheckedConfig:
    """Read and check everything, also for commands that do not run now.

    Raises
    ------
    UsageFailure
        If something in it cannot be used.
    """
    config = read_config(environment, COMMANDS)
    settings = {
        "store": Setting(str(default_store()), _DEFAULT),
        "profile": Setting("", _DEFAULT),
        "athlete": Setting("", _DEFAULT),
        "jobs": Setting("", _DEFAULT),
        **config.general,
    }
    for name, table in config.commands.items():
        defaults_of(config, name, COMMANDS[name].load())
        for key, value in table.items():
            settings[f"{name}.{key}"] = Setting(str(value), config.file.name)
    return CheckedConfig(config.file, config.file.is_file(), settings)
