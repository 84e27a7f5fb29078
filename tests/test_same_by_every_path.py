"""One week, one answer: from files, the store, a dataset, and with rides decoded either way."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tl_analyzer.cli.start import run
from tl_analyzer.dataset.log_tables import LOGS, log_tables
from tl_analyzer.dataset.manifest import read_manifest
from tl_analyzer.dataset.reading import read_bucket
from tl_analyzer.fleet.analysing import report_of
from tl_analyzer.fleet.report_parts import report_parts
from tl_analyzer.fleet.result_rows import result_rows
from tl_analyzer.fleet.review import Review
from tl_analyzer.tables.to_log import columns_of
from tl_fit.decoding.layout import Unsupported

ROOT = Path(__file__).parent.parent
PARTS = ("channels", "flags", "plan", "referral")
#: What only readers of a page are shown; a fleet does without.
PICTURES = ("timeline", "calendar", "flexion_day")
WEEK, AS_OF = "2026-W46", "2026-11-16T08:00:00+01:00"

#: Says what ``tl`` with some arguments writes; it must end well.
Say = Callable[..., str]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Say:
    monkeypatch.setenv("TL_STORE", str(tmp_path / "log.sqlite"))

    def written(*arguments: str | Path) -> str:
        code = run([str(argument) for argument in arguments])
        ended = capsys.readouterr()
        assert code == 0, ended.err
        return ended.out

    return written


def parts(report: str, wanted: tuple[str, ...] = PARTS) -> str:
    tree = json.loads(report)
    return json.dumps({part: tree[part] for part in wanted})


def when(week: str, as_of: str) -> tuple[str, ...]:
    return ("--week", week, "--as-of", as_of, "--format", "json")


def by_fitdecode(monkeypatch: pytest.MonkeyPatch, report: Callable[[], str]) -> str:
    """What a report says when no ride is decoded by columns."""

    def refuses(data: bytes) -> None:
        raise Unsupported("a test")

    with monkeypatch.context() as patched:
        patched.setattr("tl_fit.decoding.decode.decode_by_columns", refuses)
        return parts(report())


def by_fleet(say: Say, out: Path, week: str, as_of: str) -> str:
    """What a fleet says of the one athlete of the store, by way of a dataset on the disk."""
    say("export", out)
    logs = read_manifest(out, LOGS)
    [athlete] = read_bucket(out, logs, logs.parts[0], log_tables())
    rows = result_rows(report_of(athlete, Review(week, as_of)))
    return json.dumps(report_parts({name: columns_of(held) for name, held in rows.items()}))


def compare(folder: Path, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The report, which is the same by every path."""

    def from_files() -> str:
        return say("report", folder, *when(WEEK, AS_OF))

    told = from_files()
    files = parts(told)
    say("import", folder)
    pictures = parts(say("report", *when(WEEK, AS_OF)), PICTURES)
    assert pictures == parts(told, PICTURES)
    said = {
        "fallback": by_fitdecode(monkeypatch, from_files),
        "store": parts(say("report", *when(WEEK, AS_OF))),
        "fleet": by_fleet(say, tmp_path / "dataset", WEEK, AS_OF),
    }
    say("import", folder)
    said["imported twice"] = parts(say("report", *when(WEEK, AS_OF)))
    for path, found in said.items():
        assert found == files, path
    return files


@pytest.mark.parametrize("name", ["desk_rider_lifter", "merged_day"])
def test_examples(name: str, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert json.loads(compare(ROOT / "examples" / name, say, tmp_path, monkeypatch))["flags"]


def test_plans_and_what_was_seen(say: Say, tmp_path: Path) -> None:
    """Files and the store say the same of the week to come and of what somebody has seen."""
    folder = tmp_path / "robin"
    shutil.copytree(ROOT / "examples" / "desk_rider_lifter", folder)
    goldens = ROOT / "tests" / "goldens"
    shutil.copy(goldens / "calendar-ics" / "training_plan.ics", folder / "inputs")
    seen_at = ("--week", WEEK, "--as-of", AS_OF)
    say("ack", "TL301", folder, *seen_at, "--note", "a stage race")

    def told(*paths: Path) -> str:
        tree = json.loads(say("report", *paths, *when(WEEK, AS_OF)))
        return json.dumps({part: tree[part] for part in (*PARTS, "preview", "acknowledged")})

    files = told(folder)
    assert "a stage race" in files
    assert len(json.loads(files)["preview"]["sessions"]) == 5
    say("import", folder)
    assert told() == files
    say("import", folder)
    assert told() == files
    assert by_fleet(say, tmp_path / "dataset", WEEK, AS_OF) == parts(files)


def test_scenarios(
    shared: Path,
    say: Say,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folders = sorted(path.parent for path in shared.glob("scenarios/*/profile.toml"))
    assert folders
    for folder in folders:
        own = tmp_path_factory.mktemp(folder.name)
        monkeypatch.setenv("TL_STORE", str(own / "log.sqlite"))
        compare(folder, say, own, monkeypatch)


@pytest.mark.parametrize("kind", ["strength", "desk", "bulk", "fit"])
def test_corpora(kind: str, corpus: Path, say: Say, tmp_path: Path) -> None:
    """Each corpus as if it were one athlete's log, in the last week it speaks of.

    That its rides are the same either way is tested file by file in `tests/fit`.
    """
    say("import", corpus / kind)
    latest = json.loads(say("log", "--limit", "1", "--format", "json"))
    day = str(latest[0]["start"])[:10] if latest else "2026-11-12"
    stored = parts(say("report", *when("this", day)))
    assert parts(say("report", corpus / kind, *when("this", day))) == stored
    assert by_fleet(say, tmp_path / "dataset", "this", day) == stored


def test_an_archive_is_its_folder(say: Say, tmp_path: Path) -> None:
    """Names of files differ, and nothing else."""
    folder = ROOT / "examples" / "desk_rider_lifter"
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted((folder / "inputs").iterdir()):
            packed.write(path, path.name)
    say("import", archive, "--profile", folder / "profile.toml")
    from_store = parts(say("report", *when(WEEK, AS_OF)))
    assert from_store == parts(say("report", folder, *when(WEEK, AS_OF)))
