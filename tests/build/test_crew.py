"""The pool of processes, as many as a system can wait for."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from sangkien.build import crew


@pytest.mark.parametrize(("platform", "wanted"), [("win32", [2, 61]), ("linux", [2, 64])])
def test_windows_waits_for_no_more_than_it_can(
    platform: str, wanted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def pool(jobs: int, **_: object) -> SimpleNamespace:
        asked.append(jobs)
        return SimpleNamespace()

    monkeypatch.setattr(crew, "platform", platform)
    monkeypatch.setattr(crew, "ProcessPoolExecutor", pool)
    monkeypatch.setattr(crew, "context", lambda: None)
    crew.new_pool(2)
    crew.new_pool(64)
    assert asked == wanted
