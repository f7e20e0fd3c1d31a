"""Memory that was freed is kept for the next picture, and given back when asked."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

ROUNDS = """
import resource
from sangkien.build.room import give_back, keep_room
faults = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_minflt
{first}
bytearray(8 << 20)
before = faults()
for _ in range(10):
    three = [bytearray(8 << 20) for _ in range(3)]
    del three
    {then}
print(faults() - before > 5 * 6144)
"""
"""Ten times three pictures of 8 MB, 6,144 pages: whether the system cleared most of them anew."""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library keeps what it will")
@pytest.mark.parametrize(
    ("first", "then", "cleared"),
    [("", "pass", True), ("keep_room()", "pass", False), ("keep_room()", "give_back()", True)],
)
def test_what_pictures_free_is_kept(first: str, then: str, cleared: bool) -> None:
    code = ROUNDS.format(first=first, then=then)
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == str(cleared)
