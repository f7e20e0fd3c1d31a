"""Costly things on disk that tests only read, made once for all processes of a run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sangkien.build.lock import build_lock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder ``name`` as ``make`` fills it; the first process to ask makes it, the others wait for it.

    Whoever gets it must not write into it.
    """
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # one for each run: that of a process lies in it
    folder, made = base / name, base / f"{name}.made"
    with build_lock(base / f"{name}.lock"):
        if not made.exists():  # one that failed is tried again beside its ruins
            while folder.exists():
                folder = folder.with_name(f"{folder.name}+")
            folder.mkdir()
            make(folder)
            made.write_text(folder.name, "utf-8")
        return base / made.read_text("utf-8")
