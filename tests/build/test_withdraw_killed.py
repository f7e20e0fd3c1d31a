"""``sangkien withdraw`` and its build, killed: the story stands whole or is gone; the next run finishes."""

from __future__ import annotations

import os
import shutil
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from edited_fair import about
from killing import is_write, run_until
from sangkien.cli.withdraw import withdraw
from sangkien.source.document import read_document
from small_fair import files, slug

STORY, WORDS = slug(1), "việc số 1 "


def run(root: Path) -> None:
    os.chdir(root)
    CliRunner().invoke(withdraw, [STORY, "--no-build"])


def run_with_build(root: Path) -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # all writes in the process that is watched
    os.chdir(root)
    CliRunner().invoke(withdraw, [STORY])


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="the number of processes is set by it")
def test_at_every_moment_the_story_is_whole_or_gone_and_the_next_run_finishes(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(fair)
    monkeypatch.setenv("SANGKIEN_NOW", "2026-06-01T08:00:00+00:00")
    before = files(fair / "site")
    assert about(fair, STORY, WORDS) != []
    written = shutil.copytree(fair, fair.parent / "written", symlinks=True)
    first = run_until(partial(run, written), is_write)
    undisturbed = shutil.copytree(fair, fair.parent / "undisturbed", symlinks=True)
    total = run_until(partial(run_with_build, undisturbed), is_write)
    after = files(undisturbed / "site")
    assert about(undisturbed, STORY, WORDS) == []
    assert first < total - 10
    seen = set()
    for moment in (2, first, first + 5, (first + total) // 2, total - 6, total - 2, total):
        root = shutil.copytree(fair, fair.parent / "killed", symlinks=True)
        assert run_until(partial(run_with_build, root), is_write, moment) == -1
        site = files(root / "site")
        assert site in (before, after), moment
        seen.add(site == after)
        run_until(partial(run_with_build, root), is_write)
        assert files(root / "site") == after, moment
        source = (root / "initiatives" / STORY / "index.md").read_bytes()
        assert read_document("index.md", "initiative", source).data["status"] == "withdrawn"
        shutil.rmtree(root)
    assert seen == {False, True}
