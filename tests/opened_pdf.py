"""What stands in a PDF, its streams laid open."""

import re
import zlib


def opened(document: bytes) -> bytes:
    """The document, and after it what its compressed streams hold."""
    found = [document]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", document, flags=re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            found.append(stream)
    return b"\n".join(found)


def pages(document: bytes) -> int:
    """How many pages it has."""
    return len(re.findall(rb"/Type /Page\b", opened(document)))
