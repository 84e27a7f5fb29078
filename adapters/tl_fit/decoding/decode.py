"""Bytes of a FIT file in, columns and messages out."""

from dataclasses import replace

from tl_fit.decoding.by_columns import decode_by_columns
from tl_fit.decoding.by_fitdecode import decode_by_fitdecode
from tl_fit.decoding.chain import checksums_hold
from tl_fit.decoding.layout import Unsupported
from tl_fit.message import Decoded


def decode(data: bytes) -> Decoded:
    """Decode all complete messages of a FIT file.

    Parameters
    ----------
    data : bytes
        The file, from its header on.

    Returns
    -------
    Decoded
        Everything up to the first byte that cannot be decoded. Never raises for its content.
    """
    try:
        decoded = decode_by_columns(data)
    except Unsupported as uncovered:
        decoded = replace(decode_by_fitdecode(data), uncovered=str(uncovered))
    return replace(decoded, checksums_hold=checksums_hold(data))
