"""Reading a fair from the disk where other programs hold its files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sangkien.source.tree import opened


def test_what_is_held_for_a_moment_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = [PermissionError(13, "in use"), PermissionError(13, "in use")]
    really = os.open

    def refusing(path: str, flags: int) -> int:
        if held:
            raise held.pop()
        return really(path, flags)

    (tmp_path / "index.md").write_bytes(b"---")
    monkeypatch.setattr(os, "open", refusing)
    with os.fdopen(opened(str(tmp_path / "index.md"), os.O_RDONLY, (0, 0)), "rb") as file:
        assert (file.read(), held) == (b"---", [])
    held += [PermissionError(13, "in use")] * 3
    with pytest.raises(PermissionError, match="in use"):
        opened(str(tmp_path / "index.md"), os.O_RDONLY, (0, 0))
