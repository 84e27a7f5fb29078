"""An export is recognised by its root, whatever the file is called."""

import pytest

from tl_analyzer.adapter import SourceFile
from tl_apple import AppleHealthAdapter

RECORD = b'<Record type="HKQuantityTypeIdentifierBodyMass" sourceName="x" value="1"/>'


def recognised(head: bytes, name: str = "export.xml") -> bool:
    return AppleHealthAdapter().recognises(SourceFile.of_bytes(name, head))


@pytest.mark.parametrize(
    "head",
    [
        b'<HealthData locale="de">',
        b'\xef\xbb\xbf<?xml version="1.0"?>\n<HealthData>',
        b'<?xml version="1.0"?><!DOCTYPE HealthData [<!ELEMENT Me EMPTY> > ]><HealthData>',
        RECORD,
        b'  <Workout workoutActivityType="HKWorkoutActivityTypeYoga" duration="1">',
    ],
)
def test_root_or_rows_are_recognised_under_any_name(head: bytes) -> None:
    assert recognised(head, "导出.xml")
    assert recognised(head, "notes.txt")


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"HealthData",
        b"<ClinicalDocument><HealthData/></ClinicalDocument>",
        b"<gpx><Record/></gpx>",
        b'<Record type="other"/>',
        b"<Record " + b"a" * 60_000,
        b'{"HealthData": 1}',
    ],
)
def test_other_files_are_not_even_if_they_are_called_export(head: bytes) -> None:
    assert not recognised(head)
