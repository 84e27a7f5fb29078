"""Whether a workbook may be opened at all: its container is looked at before anything parses it."""

import re
import zipfile
from io import BytesIO

from tl_table.limits import limits

_XML = (".xml", ".rels", ".vml")
#: Parts that the reader holds in memory whole.
_HELD = ("xl/sharedstrings.xml", "xl/styles.xml", "xl/theme/", "xl/workbook.xml")
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
#: A formula without a stored value: `</f></c>`, `</f><v/></c>`, `<f/></c>`.
_VALUELESS = re.compile(rb"(?:</f>|<f[^<>]*/>)\s*(?:(?:<v\s*/>|<v>\s*</v>)\s*)?</c>")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_CHUNK = 1 << 20
#: What may lie across the seam of two chunks. [B]
_SEAM = 64


class Unsafe(ValueError):
    """A container that is not opened.

    Parameters
    ----------
    found, expected, hint : str
        As in `Problem`.
    """

    def __init__(self, found: str, expected: str, hint: str) -> None:
        super().__init__(found)
        self.found, self.expected, self.hint = found, expected, hint


def formulas_without_values(data: bytes) -> int:
    """Check the container of a workbook, part by part.

    Returns
    -------
    int
        Cells that hold a formula and no value of it.

    Raises
    ------
    Unsafe
        If it is damaged, larger than what is read, packed like a bomb, or declares entities.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > limits().members:
                raise _too_much(f"{len(parts)} parts", f"at most {limits().members}")
            xml = [part for part in parts if part.filename.lower().endswith(_XML)]
            _check_sizes(xml)
            return sum(_scan(archive, part) for part in xml)
    except Unsafe:
        raise
    except Exception as why:
        # Damage shows as BadZipFile, zlib.error, NotImplementedError, struct.error and others.
        raise _damaged(why) from why


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    known = limits()
    for part in parts:
        held = part.filename.lower().startswith(_HELD)
        most = known.strings_bytes if held else known.part_bytes
        if part.file_size > most:
            raise _too_much(f"a part of {part.file_size / 1e6:.0f} MB", f"at most {most / 1e6:.0f}")
        packed = max(part.compress_size, 1)
        if part.file_size > known.ratio_from_bytes and part.file_size / packed > known.ratio:
            raise Unsafe(
                f"a part packed {part.file_size / packed:.0f} times smaller than it is",
                f"at most {known.ratio:.0f} times",
                "It is packed like an archive bomb and was not opened; save the workbook again.",
            )
    total = sum(part.file_size for part in parts)
    if total > known.total_bytes:
        raise _too_much(f"{total / 1e6:.0f} MB", f"at most {known.total_bytes / 1e6:.0f} MB")


def _scan(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """Look at a part's bytes: no declarations, no wide encoding; count formulas without value."""
    is_sheet = part.filename.lower().startswith("xl/worksheets/")
    count, seam = 0, b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            if not seam and chunk.startswith(_WIDE_MARKS):
                raise _declares()
            text = seam + chunk
            if _FORBIDDEN.search(text):
                raise _declares()
            if is_sheet:
                end = len(text) - _SEAM if len(chunk) == _CHUNK else len(text)
                count += sum(match.start() < end for match in _VALUELESS.finditer(text))
                # What begins in the seam is counted with the next chunk.
            seam = text[-_SEAM:] if len(chunk) == _CHUNK else b""
    return count


def _declares() -> Unsafe:
    return Unsafe(
        "a document type or entities in its XML",
        "a workbook as spreadsheet programs write it",
        "Such declarations serve attacks only; the workbook was not opened.",
    )


def _damaged(why: Exception) -> Unsafe:
    return Unsafe(
        f"a damaged workbook ({type(why).__name__})",
        "a complete XLSX file",
        "Open it in a spreadsheet program and save it again.",
    )


def _too_much(found: str, expected: str) -> Unsafe:
    return Unsafe(
        found, expected, "Save the sheets with the training into a workbook of their own."
    )
