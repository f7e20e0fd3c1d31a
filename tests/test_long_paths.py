"""A path that is too long for Windows is called that; whatever else isn't found is not."""

from __future__ import annotations

import pytest

from sangkien.source import long_paths

LONG = "C:\\" + "a" * 250


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(2, "The system cannot find the path specified", LONG), True),
        (FileNotFoundError(2, "The system cannot find the path specified", "C:\\a"), False),
        (FileNotFoundError(2, "The system cannot find the path specified"), False),
        (PermissionError(13, "Access is denied", LONG), False),
    ],
)
def test_a_long_path_is_told(error: OSError, said: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    assert long_paths.too_long(error) is None or long_paths.WINDOWS
    monkeypatch.setattr(long_paths, "WINDOWS", True)
    told = long_paths.too_long(error)
    assert (told is not None) == said
    assert told is None or f"dài 253 ký tự, Windows không nhận: {LONG}." in told.text.vi
