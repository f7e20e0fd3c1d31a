"""The one thing in EXIF that pixels need: which way up they are."""

from __future__ import annotations

from typing import Final, Literal

_ORIENTATION: Final = 0x0112
_FIELD_BYTES: Final = {3: 2, 4: 4}  # SHORT, which the standard wants, and LONG, which some programs write


def orientation(tiff: bytes) -> int:
    """Orientation 1 to 8 in the first directory of an EXIF block (TIFF 6.0, EXIF 2.32 §4.6.4).

    1, "as it is", where the block is broken or silent: browsers do the same.
    """
    tiff = tiff.removeprefix(b"Exif\x00\x00")
    order: Literal["little", "big"]
    if tiff[:4] == b"II*\x00":
        order = "little"
    elif tiff[:4] == b"MM\x00*":
        order = "big"
    else:
        return 1
    start = int.from_bytes(tiff[4:8], order)
    count = int.from_bytes(tiff[start : start + 2], order)
    for at in range(start + 2, min(start + 2 + 12 * count, len(tiff) - 11), 12):
        if int.from_bytes(tiff[at : at + 2], order) != _ORIENTATION:
            continue
        size = _FIELD_BYTES.get(int.from_bytes(tiff[at + 2 : at + 4], order), 0)
        value = int.from_bytes(tiff[at + 8 : at + 8 + size], order)
        return value if 1 <= value <= 8 else 1
    return 1
