"""A library of GoldenCheetah as its 3.5 expects one, and sessions to write into it."""

from pathlib import Path

from click.testing import CliRunner, Result

from tl_goldencheetah.command import command

EXAMPLE = Path("examples/desk_rider_lifter")
#: Every folder of an athlete; without them GoldenCheetah asks, and waits.
FOLDERS = (
    "activities", "bak", "cache", "calendar", "config", "downloads", "imports", "logs", "media",
    "planned", "quarantine", "records", "recovery", "snippets", "temp", "tempActivities",
    "workouts",
)  # fmt: skip
#: Without these lines it shows a dialog about upgrading, and waits.
SETTINGS = "[General]\nversionused=3990\nsafeexit=true\n\n[upgradesuccess]\nfolder=true\n"

HEADER = (
    "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;"
    "Distance (meters);Seconds;Notes;Workout Notes"
)


def make_library(root: Path, *athletes: str) -> Path:
    for athlete in athletes or ("Robin",):
        for folder in FOLDERS:
            (root / athlete / folder).mkdir(parents=True, exist_ok=True)
        (root / athlete / "config" / "athlete-general.ini").write_text(SETTINGS)
    return root


def activities(library: Path, athlete: str = "Robin") -> list[Path]:
    return sorted((library / athlete / "activities").iterdir())


def rated_workout(folder: Path, title: str = "Kreuzheben", rpe: str = "8", reps: int = 5) -> Path:
    """One workout of an hour: two rated working sets after a warm-up; returns its folder."""
    folder.mkdir(exist_ok=True)
    profile = (EXAMPLE / "profile.toml").read_text(encoding="utf-8")
    (folder / "profile.toml").write_text(profile, encoding="utf-8")
    row = f'1;2026-11-10 18:30:00;"{title}";3600;"Deadlift (Barbell)"'
    rows = [
        f"{row};WARM_UP;60;5;;;0.0;;",
        f"{row};1;140;{reps};{rpe};;0.0;;",
        f"{row};2;140;{reps};6;;0.0;;",
    ]
    (folder / "strong.csv").write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return folder


def write(library: Path, *arguments: str | Path) -> Result:
    given = [str(each) for each in arguments]
    return CliRunner().invoke(command, ["write", str(library), *given], catch_exceptions=True)
