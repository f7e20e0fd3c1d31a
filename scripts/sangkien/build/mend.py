"""Mending the spare tree into what is wanted: keep, link from the site, or make."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from sangkien.build.crew import Counts, Crew, Progress
from sangkien.build.home import STAMP, Home
from sangkien.build.manifest import Manifest
from sangkien.build.plan import Plan
from sangkien.build.worker import Desk, put
from sangkien.targets.target import Target


def mend(
    home: Home,
    desk: Desk,
    plan: Plan,
    held: Iterable[Target],
    live: Manifest,
    spare: Manifest,
    jobs: int,
    progress: Progress,
) -> Counts:
    """Make the spare tree hold exactly what is planned and held. The stamp is taken off first and not put back.

    Where there is nothing to keep, the pool's processes plan the large sections themselves.
    """
    home.spare.mkdir(parents=True, exist_ok=True)
    (home.spare / STAMP).unlink(missing_ok=True)
    counts = Counts()
    crew = Crew(desk, jobs, counts, progress)
    targets: Iterable[Target] = plan
    try:
        if not live and not spare and crew.make_sections(plan.pages):
            targets = plan.rest()
        for target in chain(targets, held):
            if target.path in counts.wanted:
                continue
            lasting = target.maker == "held"
            if lasting or live.get(target.path) == target.digest:
                if spare.get(target.path) == target.digest or _link(home, target.path):
                    counts.wanted[target.path] = target.digest
                    counts.kept += 1
                    progress(1)
                    continue
                if lasting:  # lost from the site: there is nothing to make it of
                    continue
            counts.wanted[target.path] = target.digest
            crew.add(target)
        crew.finish()
    finally:
        crew.close()
    for path in spare.keys() - counts.wanted.keys():
        _remove(home.spare, path)
    counts.removed = len(live.keys() - counts.wanted.keys())
    return counts


def _link(home: Home, path: str) -> bool:
    """Take a file over from the site: a second name where the file system can, else a copy."""
    source, place = home.site / path, home.spare / path
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        try:
            os.link(source, place)
        except FileNotFoundError:
            return False
        except OSError:
            put(str(home.spare), path, source.read_bytes())
    except FileNotFoundError:
        return False
    return True


def _remove(tree: Path, path: str) -> None:
    """Delete a file, and the folders that it leaves empty."""
    whole = tree / path
    whole.unlink(missing_ok=True)
    for folder in whole.parents:
        if folder == tree:
            break
        try:
            folder.rmdir()
        except OSError:
            break


def forget_spare(home: Home) -> None:
    """Take the spare tree away: first its name, so that a half deleted one is never taken for whole."""
    if not home.spare.exists():
        return
    doomed = home.spare.with_name(home.spare.name + "-doomed")
    shutil.rmtree(doomed, ignore_errors=True)
    home.spare.rename(doomed)
    shutil.rmtree(doomed, ignore_errors=True)
