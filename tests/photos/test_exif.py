from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sangkien.photos.exif import orientation


def tiff(order: str, kind: int, value: int) -> bytes:
    sign, mark = (b"II*\0", "<") if order == "little" else (b"MM\0*", ">")
    other = struct.pack(mark + "HHI4s", 0x010F, 2, 4, b"abc\0")
    number = struct.pack(mark + ("H2x" if kind == 3 else "I"), value)
    return sign + struct.pack(mark + "IH", 8, 2) + other + struct.pack(mark + "HHI", 0x0112, kind, 1) + number


@pytest.mark.parametrize("order", ["little", "big"])
@pytest.mark.parametrize("kind", [3, 4])
@pytest.mark.parametrize("value", range(1, 9))
def test_reads_both_byte_orders_and_both_widths(order: str, kind: int, value: int) -> None:
    assert orientation(tiff(order, kind, value)) == value
    assert orientation(b"Exif\0\0" + tiff(order, kind, value)) == value


@pytest.mark.parametrize("value", [0, 9, 65535])
def test_an_orientation_that_does_not_exist_is_upright(value: int) -> None:
    assert orientation(tiff("big", 3, value)) == 1


@given(st.binary(max_size=64), st.sampled_from([b"", b"II*\0", b"MM\0*", tiff("little", 3, 6)[:20]]))
@settings(database=None)
def test_broken_blocks_never_raise(tail: bytes, head: bytes) -> None:
    assert 1 <= orientation(head + tail) <= 8
