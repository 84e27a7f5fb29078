"""``tl connect garmindb``: where the plugin goes, and what it leaves alone."""

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tl_analyzer.remedy import RemediableError
from tl_garmindb.command import command
from tl_garmindb.installing import PLUGIN, Outcome, install, remove
from tl_garmindb.plugin_folder import CONFIGURATION, plugin_folder
from tl_garmindb.settings import SETTINGS, profile_named


def configured(home: Path, **directories: object) -> Path:
    file = home / CONFIGURATION
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({"directories": directories}))
    return home


def test_the_folder_is_the_one_garmindb_looks_in(tmp_path: Path) -> None:
    assert plugin_folder(configured(tmp_path)) == tmp_path / "HealthData" / "Plugins"
    moved = configured(tmp_path, relative_to_home=True, base_dir="Documents/Garmin")
    assert plugin_folder(moved) == tmp_path / "Documents" / "Garmin" / "Plugins"
    elsewhere = configured(tmp_path, relative_to_home=False, base_dir=str(tmp_path / "data"))
    assert plugin_folder(elsewhere) == tmp_path / "data" / "Plugins"
    slashed = configured(tmp_path, base_dir="/data")
    assert plugin_folder(slashed) == tmp_path / "data" / "Plugins"


@pytest.mark.parametrize(
    "configuration",
    [
        "",
        "[]",
        '{"directories": {"base_dir": ""}}',
        '{"directories": []}',
        '{"directories": {"base_dir": 3}}',
        "[" * 100_000,
    ],
)
def test_a_broken_configuration_says_what_helps(tmp_path: Path, configuration: str) -> None:
    configured(tmp_path)
    (tmp_path / CONFIGURATION).write_text(configuration)
    with pytest.raises(RemediableError) as told:
        plugin_folder(tmp_path)
    assert "--plugins" in told.value.remedy


def test_without_garmindb_the_remedy_names_the_option(tmp_path: Path) -> None:
    with pytest.raises(RemediableError, match="not set up") as told:
        plugin_folder(tmp_path)
    assert "--plugins" in told.value.remedy


def test_a_folder_nobody_can_know_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(RemediableError, match="wherever GarminDB is started"):
        plugin_folder(configured(tmp_path, relative_to_home=False, base_dir="data"))


def test_what_cannot_be_written_leaves_nothing_unfinished(tmp_path: Path) -> None:
    folder = tmp_path / "Plugins"
    (folder / SETTINGS).mkdir(parents=True)
    with pytest.raises(RemediableError, match="cannot change the plugin folder"):
        install(folder, tmp_path / "profile.toml")
    assert [entry.name for entry in folder.iterdir()] == [SETTINGS]


def test_a_folder_that_is_made_is_its_owners_alone(tmp_path: Path) -> None:
    install(tmp_path / "Plugins", None)
    assert stat.S_IMODE((tmp_path / "Plugins").stat().st_mode) == 0o700


def test_installing_twice_changes_nothing_and_an_older_file_is_replaced(tmp_path: Path) -> None:
    assert install(tmp_path / "new" / "Plugins", None) is Outcome.INSTALLED
    assert install(tmp_path, None) is Outcome.INSTALLED
    assert install(tmp_path, None) is Outcome.UNCHANGED
    file = tmp_path / PLUGIN
    current = file.read_bytes()
    file.write_bytes(current.replace(b"class TlPosture", b"class Older"))
    assert install(tmp_path, None) is Outcome.UPDATED
    assert file.read_bytes() == current
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == [PLUGIN]


@pytest.mark.parametrize("base", ["a\0b", "\ud800"])
def test_a_folder_that_no_system_can_make_is_said(tmp_path: Path, base: str) -> None:
    folder = plugin_folder(configured(tmp_path, base_dir=base))
    assert remove(folder) is Outcome.ABSENT
    with pytest.raises(RemediableError, match="cannot change the plugin folder") as told:
        install(folder, None)
    assert told.value.message.isprintable()


def test_somebody_elses_file_of_that_name_stays(tmp_path: Path) -> None:
    theirs = tmp_path / PLUGIN
    theirs.write_text("class TlPosture: ...\n")
    changes: tuple[Callable[[], Outcome], ...]
    changes = (lambda: install(tmp_path, None), lambda: remove(tmp_path))
    for change in changes:
        with pytest.raises(RemediableError, match="not written by tl"):
            change()
    assert theirs.read_text() == "class TlPosture: ...\n"


def test_removing_takes_plugin_and_settings_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "Other_plugin.py").touch()
    install(tmp_path, tmp_path / "profile.toml")
    assert remove(tmp_path) is Outcome.REMOVED
    assert [entry.name for entry in tmp_path.iterdir()] == ["Other_plugin.py"]
    assert remove(tmp_path) is Outcome.ABSENT


@pytest.mark.parametrize(
    "name", ["profile.toml", 'a "quoted" \\ name.toml', "Größe\n2.toml", "😀\x7f.toml"]
)
def test_the_settings_lead_back_to_the_profile(tmp_path: Path, name: str) -> None:
    install(tmp_path, tmp_path / name)
    assert profile_named(tmp_path / SETTINGS) == (tmp_path / name).resolve()
    install(tmp_path, None)
    assert profile_named(tmp_path / SETTINGS) == (tmp_path / name).resolve()


@pytest.mark.parametrize("text", ["profile = 3", "profile", "\x00", "x = " + "[" * 20_000])
def test_broken_settings_are_written_anew(tmp_path: Path, text: str) -> None:
    (tmp_path / SETTINGS).write_text(text)
    with pytest.raises(RemediableError) as told:
        profile_named(tmp_path / SETTINGS)
    assert "tl connect garmindb" in told.value.remedy


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    profile = tmp_path / "anna.toml"
    profile.write_text('schema = 1\n[athlete]\nid = "anna"\ntimezone = "Europe/Berlin"\n')
    plugins = ["--plugins", str(tmp_path / "Plugins")]
    run = CliRunner().invoke
    without = run(command, plugins)
    assert "installed" in without.output and "--profile FILE" in without.output
    known = run(command, [*plugins, "--profile", str(profile)])
    assert "already there" in known.output and "anna.toml" in known.output
    gone = run(command, [*plugins, "--remove"])
    assert "removed" in gone.output and "tl_ride_posture" in gone.output
    assert {without.exit_code, known.exit_code, gone.exit_code} == {0}


def test_a_profile_that_is_gone_is_not_said_to_be_used(tmp_path: Path) -> None:
    profile = tmp_path / "anna.toml"
    install(tmp_path / "Plugins", profile)
    with pytest.raises(RemediableError, match=r"anna\.toml is gone") as told:
        CliRunner().invoke(
            command, ["--plugins", str(tmp_path / "Plugins")], catch_exceptions=False
        )
    assert "tl connect garmindb --profile FILE" in told.value.remedy


def test_a_profile_that_is_none_installs_nothing(tmp_path: Path) -> None:
    profile = tmp_path / "anna.toml"
    profile.write_text("no profile")
    plugins = tmp_path / "Plugins"
    with pytest.raises(RemediableError):
        CliRunner().invoke(
            command,
            ["--plugins", str(plugins), "--profile", str(profile)],
            catch_exceptions=False,
        )
    assert not plugins.exists()
