"""Activities in the form in which GoldenCheetah saves them: byte-order mark, tabs, a blank behind
every text, six digits, the strings of XDATA unescaped."""

from collections.abc import Mapping, Sequence

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import ActivitySession, Entry, Problem, RideSession, Tally
from tl_goldencheetah.reading import GoldenCheetahAdapter

START = "2026/11/10 16:25:00 UTC"
Sample = Mapping[str, float]


def ride_json(
    samples: Sequence[Sample] = (),
    tags: Mapping[str, str] | None = None,
    overrides: Mapping[str, float] | None = None,
    positions: Sequence[tuple[float, int]] = (),
    start: str = START,
    device: str = "Garmin Edge 840",
    more_series: str = "",
) -> bytes:
    parts = [
        f'\t\t"STARTTIME":"{_text(start)}"',
        '\t\t"RECINTSECS":1',
        f'\t\t"DEVICETYPE":"{_text(device)}"',
        '\t\t"IDENTIFIER":" "',
    ]
    if overrides:
        rows = [f'\t\t\t{{ "{k}":{{ "value":"{v:g}" }}}}' for k, v in overrides.items()]
        parts.append('\t\t"OVERRIDES":[\n' + ",\n".join(rows) + "\n\t\t]")
    told = {"Sport": "Bike"} if tags is None else tags
    if told:
        rows = [f'\t\t\t"{k}":"{_text(v)}"' for k, v in told.items()]
        parts.append('\t\t"TAGS":{\n' + ",\n".join(rows) + "\n\t\t}")
    if samples:
        rows = [
            "\t\t\t{ " + ", ".join(f'"{k}":{v:g}' for k, v in s.items()) + " }" for s in samples
        ]
        parts.append('\t\t"SAMPLES":[\n' + ",\n".join(rows) + "\n\t\t]")
    if positions or more_series:
        points = [f'\t\t\t\t{{ "SECS":{s:g}, "KM":0, "VALUE":{v} }}' for s, v in positions]
        series = (
            '\t\t{\n\t\t\t"NAME" : "POSITION",\n\t\t\t"VALUE" : "POSITION",\n'
            '\t\t\t"UNIT" : "position",\n\t\t\t"SAMPLES" : [\n'
            + ",\n".join(points)
            + "\n\t\t\t]\n\t\t}"
        )
        every = [each for each in (more_series, series if positions else "") if each]
        parts.append('\t\t"XDATA":[\n' + ",\n".join(every) + "\n\t\t]")
    return ('{\n\t"RIDE":{\n' + ",\n".join(parts) + "\n\t}\n}\n").encode("utf-8-sig")


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return escaped.replace("/", "\\/") + " "


def riding(seconds: range, kph: float = 28.8, cad: float = 85, watts: float = 200) -> list[Sample]:
    return [
        {"SECS": s, "KM": s * kph / 3600, "WATTS": watts, "CAD": cad, "KPH": kph} for s in seconds
    ]


class Read:
    """What the adapter made of a file."""

    def __init__(self, data: bytes, name: str = "activities/2026_11_10_17_25_00.json") -> None:
        file = SourceFile.of_bytes(name, data)
        adapter = GoldenCheetahAdapter()
        assert adapter.recognises(file)
        *found, tally = adapter.read(file, Reading(zone="Europe/Berlin"))
        assert isinstance(tally, Tally)
        self.tally = tally
        self.problems = [item for item in found if isinstance(item, Problem)]
        self.entries: list[Entry] = [
            item for item in found if not isinstance(item, Problem | Tally)
        ]

    @property
    def ride(self) -> RideSession:
        (entry,) = self.entries
        assert isinstance(entry, RideSession)
        return entry

    @property
    def activity(self) -> ActivitySession:
        (entry,) = self.entries
        assert isinstance(entry, ActivitySession)
        return entry

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]
