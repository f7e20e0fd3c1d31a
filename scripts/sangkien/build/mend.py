"""Mending the spare tree into what is wanted: keep, link from the site, or make."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from sangkien.build.crew import Counts, Crew
from sangkien.build.home import STAMP, Home
from sangkien.build.plan import Plan
from sangkien.build.worker import keep
from sangkien.targets.target import Target


def mend(home: Home, crew: Crew, plan: Plan, held: Iterable[Target]) -> Counts:
    """Make the spare tree hold exactly what is planned and held.

    The stamp is taken off first and not put back. In a pool, the processes plan the large sections
    themselves; here or there, what has not changed is kept.
    """
    home.spare.mkdir(parents=True, exist_ok=True)
    (home.spare / STAMP).unlink(missing_ok=True)
    desk, counts = crew.desk, crew.counts
    targets: Iterable[Target] = plan.rest() if crew.take_sections(plan.pages) else plan
    try:
        for target in chain(targets, held):
            if target.path in counts.wanted:
                continue
            kept = keep(target, desk)
            if not kept and target.maker == "held":  # lost from the site: there is nothing to make it of
                continue
            counts.wanted[target.path] = target.digest
            if kept:
                crew.kept()
            else:
                crew.add(target)
        crew.finish()
    finally:
        crew.close()
    for path in desk.spare.keys() - counts.wanted.keys():
        _remove(home.spare, path)
    counts.removed = len(desk.live.keys() - counts.wanted.keys())
    return counts


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
