"""The fair of the tests of ``sangkien import``; other tests here bring one of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from import_fair import import_fair


@pytest.fixture
def fair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = import_fair(tmp_path / "hội thi")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SANGKIEN_NOW", "2026-06-01T08:00:00+00:00")
    return root
