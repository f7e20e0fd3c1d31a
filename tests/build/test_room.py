"""Memory that was freed is kept for the next picture, and given back when asked."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

FOUR = """
import resource
from pathlib import Path
from sangkien.build.room import give_back, keep_room
resident = lambda: int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
{first}
bytearray(8 << 20)
before = resident()
four = [bytearray(8 << 20) for _ in range(4)]
del four
{then}
print(resident() - before > 8 << 20)
"""
"""Whether what four pictures of 8 MB took is still held when they are gone."""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library keeps what it will")
@pytest.mark.parametrize(
    ("first", "then", "kept"),
    [("", "", False), ("keep_room()", "", True), ("keep_room()", "give_back()", False)],
)
def test_what_pictures_free_is_kept(first: str, then: str, kept: bool) -> None:
    code = FOUR.format(first=first, then=then)
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == str(kept)
