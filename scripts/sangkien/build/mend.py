"""Mending the spare tree into what is wanted: keep, link from the site, or make."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from sys import platform
from typing import Any

from sangkien.build.home import STAMP, Home
from sangkien.build.manifest import Manifest
from sangkien.build.worker import Desk, make_batch, put, sit_down, work_at_desk
from sangkien.targets.target import Target

BATCH = 64
"""Pages made by one task."""
PICTURES = 4
"""Pictures made by one task: one photo's, about."""
ENOUGH = 200
"""Targets to make before a second process is worth its start."""
IN_FLIGHT = 6
"""Batches on their way for each process: enough to keep it busy, few enough to keep memory small."""

Progress = Callable[[int], None]


@dataclass
class Counts:
    """What a mending did."""

    made: int = 0
    kept: int = 0
    encoded: int = 0
    removed: int = 0
    wanted: Manifest = field(default_factory=dict)


def mend(
    home: Home, desk: Desk, targets: Iterable[Target], live: Manifest, spare: Manifest, jobs: int, progress: Progress
) -> Counts:
    """Make the spare tree hold exactly the targets. The stamp is taken off first and not put back."""
    home.spare.mkdir(parents=True, exist_ok=True)
    (home.spare / STAMP).unlink(missing_ok=True)
    counts = Counts()
    crew = _Crew(desk, jobs, counts, progress)
    try:
        for target in targets:
            if target.path in counts.wanted:
                continue
            counts.wanted[target.path] = target.digest
            if live.get(target.path) == target.digest:
                counts.kept += 1
                if spare.get(target.path) == target.digest or _link(home, target.path):
                    progress(1)
                    continue
                counts.kept -= 1
            crew.add(target)
        crew.finish()
    finally:
        crew.close()
    for path in spare.keys() - counts.wanted.keys():
        _remove(home.spare, path)
    counts.removed = len(live.keys() - counts.wanted.keys())
    return counts


class _Crew:
    """Batches targets; makes them here, or in a pool once there are enough."""

    def __init__(self, desk: Desk, jobs: int, counts: Counts, progress: Progress) -> None:
        self._desk, self._jobs, self._counts, self._progress = desk, jobs, counts, progress
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: list[Target] = []
        self._flying: dict[Future[int], int] = {}

    def add(self, target: Target) -> None:
        """Take a target; those of one group stay together."""
        waiting = self._waiting
        size = PICTURES if target.group else BATCH
        if waiting and len(waiting) >= size and (not target.group or waiting[-1].group != target.group) and self._may_send():
            self._send()
        self._waiting.append(target)

    def _may_send(self) -> bool:
        """With one process, or before there is enough to do, work waits for the end."""
        if self._jobs < 2:  # noqa: PLR2004  # two make a pool
            return True
        return self._pool is not None or len(self._waiting) >= ENOUGH or bool(self._waiting[-1].group)

    def _send(self) -> None:
        batch, self._waiting = self._waiting, []
        if self._jobs < 2:  # noqa: PLR2004  # two make a pool
            self._done(make_batch(batch, self._desk), len(batch))
            return
        if self._pool is None:
            self._pool = new_pool(self._jobs, sit_down, self._desk)
        while len(self._flying) >= IN_FLIGHT * self._jobs:
            self._land()
        for start in range(0, len(batch), BATCH):
            part = batch[start : start + BATCH]
            self._flying[self._pool.submit(work_at_desk, part)] = len(part)

    def _land(self) -> None:
        finished, _ = wait(self._flying, return_when=FIRST_COMPLETED)
        for future in finished:
            self._done(future.result(), self._flying.pop(future))

    def _done(self, encoded: int, made: int) -> None:
        self._counts.made += made
        self._counts.encoded += encoded
        self._progress(made)

    def finish(self) -> None:
        """Make what is left; wait for all."""
        if self._waiting and self._pool is None:
            batch, self._waiting = self._waiting, []
            self._done(make_batch(batch, self._desk), len(batch))
        elif self._waiting:
            self._send()
        while self._flying:
            self._land()

    def close(self) -> None:
        """Let the processes go, whatever happened."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


def new_pool(jobs: int, initializer: Callable[..., None] | None = None, *arguments: Any) -> ProcessPoolExecutor:
    """A pool of processes: forked on Linux, where that is cheapest, spawned elsewhere."""
    context = get_context("fork" if platform == "linux" else "spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=initializer, initargs=arguments)


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
