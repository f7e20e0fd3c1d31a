"""The crew: makes targets in batches, in this process or in a pool of others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import groupby, islice
from multiprocessing import get_context
from operator import itemgetter
from sys import platform
from typing import TYPE_CHECKING, Any

from sangkien.build.index import Index
from sangkien.build.manifest import Manifest
from sangkien.build.plan import Plan
from sangkien.build.rows import Rows
from sangkien.build.shelf import Shelf
from sangkien.build.worker import (
    LATE,
    Desk,
    Done,
    Settled,
    do,
    keep,
    make_batch,
    make_target,
    plan_at_desk,
    put,
    sit_down,
    work_at_desk,
)
from sangkien.targets.target import Target

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

BATCH = 64
"""Pages made by one task."""
KEYS = {"fair": 1, "event": 4, "list": 24, "organisation": 4, "story": 40, "person": 100}
KEYS |= {"feed": 8}
KEYS |= {"terms": 500, "card": 100, "line": 200}
"""Keys of a section planned and made by one task: some tenths of a second each."""
MANY = 1000
"""Keys of a section that is made in turn with others."""
SOON = frozenset({"terms"})
"""Sections that this process joins once all of them are there: while the pool makes the others."""
PICTURES = 4
"""Pictures made by one task: one photo's, about."""
ENOUGH = 200
"""Targets to make before a second process is worth its start."""
IN_FLIGHT = 4
"""Batches on their way for each process: enough to keep it busy, few enough to keep memory small."""
MOST = 61
"""Processes of a pool on Windows, as Python has it: more can't be waited for at once."""

Progress = Callable[[int], None]


@dataclass
class Counts:
    """What a mending did. ``paths``: the files of each key, by section/key."""

    made: int = 0
    kept: int = 0
    encoded: int = 0
    removed: int = 0
    wanted: Manifest = field(default_factory=dict)
    paths: dict[str, list[str]] = field(default_factory=dict)


class Crew:
    """Batches targets; makes them here, or in a pool once there are enough."""

    def __init__(
        self,
        desk: Desk,
        jobs: int,
        progress: Progress,
        shelf: Shelf,
        index: Index,
        rows: Rows,
    ) -> None:
        self.desk, self.counts, self.index, self.rows = desk, Counts(), index, rows
        self._jobs, self._progress, self._shelf = jobs, progress, shelf
        self._chores: list[Callable[[], object]] = []
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: list[Target] = []
        self._flying: dict[Future[int], int] = {}

    def add(self, target: Target) -> None:
        """Take a target; those of one group stay together."""
        waiting = self._waiting
        size = PICTURES if target.group else BATCH
        if (
            waiting
            and len(waiting) >= size
            and (not target.group or waiting[-1].group != target.group)
            and self._may_send()
        ):
            self._send()
        self._waiting.append(target)

    def _may_send(self) -> bool:
        """With one process, or before there is enough to do, work waits for the end."""
        if self._jobs < 2:  # two make a pool
            return True
        return self._pool is not None or len(self._waiting) >= ENOUGH or bool(self._waiting[-1].group)

    def _send(self) -> None:
        batch, self._waiting = self._waiting, []
        if self._jobs < 2:  # two make a pool
            self._done(make_batch(batch, self.desk), len(batch))
            return
        if self._pool is None:
            self._pool = new_pool(self._jobs, sit_down, self.desk, None)
        while len(self._flying) >= IN_FLIGHT * self._jobs:
            self._land()
        for start in range(0, len(batch), BATCH):
            part = batch[start : start + BATCH]
            self._flying[self._pool.submit(work_at_desk, part)] = len(part)

    def open(self, plan: Plan, keys: int) -> None:
        """Start the pool, if so many keys of sections are worth one."""
        if self._pool is None and self._jobs >= 2 and keys >= ENOUGH:  # two make a pool
            self._pool = new_pool(self._jobs, sit_down, self.desk, plan)

    def start(self, targets: Iterable[Target]) -> frozenset[str]:
        """Have the pool make these before all else, while this process reckons. Returns their paths.

        Does nothing where there is no pool yet. All of a photo's pictures are one task.
        """
        if self._pool is None:
            return frozenset()
        started: set[str] = set()
        for _, group in groupby(targets, lambda target: target.group):
            batch = list(group)
            self._flying[self._pool.submit(work_at_desk, batch)] = len(batch)
            started.update(target.path for target in batch)
        return frozenset(started)

    def settle_sections(self, plan: Plan, sections: Mapping[str, list[str]], *, last: bool = False) -> None:
        """Plan and make these keys: in the pool, or here where there are too few for one.

        ``last``: nothing comes after that is worth the room of a pool, each process of which holds a fair.
        """
        tasks = _in_turn(sections)
        self.open(plan, sum(map(len, sections.values())))
        for wave in (
            [task for task in tasks if task[0] not in LATE],
            [task for task in tasks if task[0] in LATE],
        ):
            if self._pool is not None:
                self._settle_in(self._pool, plan, wave)
            else:
                for name, keys in wave:
                    self._done_section(name, do(plan, name, keys, self.desk))
            self._shelf.close(plan.pages.catalogue.stories)
        if last:
            self._dismiss()

    def _settle_in(self, pool: ProcessPoolExecutor, plan: Plan, tasks: list[tuple[str, list[str]]]) -> None:
        waiting = iter(tasks)
        flying: dict[Future[Done], str] = {}

        def send(most: int) -> None:
            for name, keys in islice(waiting, most):
                near = plan.pages.near(keys) if name == "story" else None
                flying[pool.submit(plan_at_desk, name, keys, near)] = name

        send(IN_FLIGHT * self._jobs)
        self._do_meanwhile()
        while flying:
            finished, _ = wait(flying, return_when=FIRST_COMPLETED)
            send(len(finished))
            for future in finished:
                self._done_section(flying.pop(future), future.result())

    def meanwhile(self, chore: Callable[[], object]) -> None:
        """Have something done once, while the pool works, or at the end where there is none."""
        self._chores.append(chore)

    def _do_meanwhile(self) -> None:
        chores, self._chores = self._chores, []
        for chore in chores:
            chore()

    def kept(self, number: int = 1) -> None:
        """More files stay as they are."""
        self.counts.kept += number
        self._progress(number)

    def _done_section(self, name: str, done: Done) -> None:
        self._settled(name, done.settled)
        self._shelf.put(done.rendered)
        self.rows.take(done.rows)
        if done.batch is not None:
            for target in self.index.take(done.batch):
                self.write(target)

    def write(self, target: Target) -> None:
        """Keep a target, or make and write it here: one that costs nothing to make."""
        self.counts.wanted[target.path] = target.digest
        if keep(target, self.desk):
            self.counts.kept += 1
        else:
            put(self.desk.tree, target.path, make_target(target, self.desk)[0])
            self.counts.made += 1
        self._progress(1)

    def _settled(self, name: str, settled: list[Settled]) -> None:
        """Write what was made, here alone: two processes that make files hinder each other."""
        made = 0
        for key, path, digest, data, encoded in settled:
            self.counts.wanted[path] = digest
            self.counts.paths.setdefault(f"{name}/{key}", []).append(path)
            if data is not None:
                put(self.desk.tree, path, data)
                made += 1
                self.counts.encoded += encoded
        self.counts.kept += len(settled) - made
        self.counts.made += made
        self._progress(len(settled))

    def _land(self) -> None:
        finished, _ = wait(self._flying, return_when=FIRST_COMPLETED)
        for future in finished:
            self._done(future.result(), self._flying.pop(future))

    def _done(self, encoded: int, made: int) -> None:
        self.counts.made += made
        self.counts.encoded += encoded
        self._progress(made)

    def _dismiss(self) -> None:
        """Let the pool go before the end, once it has made all that it took."""
        while self._flying:
            self._land()
        self.close()
        self._pool, self._jobs = None, 1  # a few small files are left: no use to start another

    def finish(self) -> None:
        """Make what is left; wait for all."""
        self._do_meanwhile()
        if self._waiting and self._pool is None:
            batch, self._waiting = self._waiting, []
            self._done(make_batch(batch, self.desk), len(batch))
        elif self._waiting:
            self._send()
        while self._flying:
            self._land()

    def close(self) -> None:
        """Let the processes go, whatever happened."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


def _in_turn(sections: Mapping[str, list[str]]) -> list[tuple[str, list[str]]]:
    """The tasks of some sections: first the few, each of which may take long, and what is waited for.

    Then of all others in turn.

    Side by side, what is dear to make (stories) and what is dear to write (people) keep both the pool and
    this process busy; one kind after another leaves a seventh of two processors idle.
    """
    tasks = [
        (len(keys) > MANY and name not in SOON, start / len(keys), name, keys[start : start + KEYS[name]])
        for name, keys in sections.items()
        for start in range(0, len(keys), KEYS[name])
    ]
    return [(name, keys) for _, _, name, keys in sorted(tasks, key=itemgetter(0, 1))]


def context() -> ForkContext | SpawnContext:
    """How processes start: forked on Linux, where that is cheapest, spawned elsewhere."""
    return get_context("fork") if platform == "linux" else get_context("spawn")


def new_pool(
    jobs: int, initializer: Callable[..., None] | None = None, *arguments: Any
) -> ProcessPoolExecutor:
    """A pool of processes, of as many as the system can wait for."""
    most = min(jobs, MOST) if platform == "win32" else jobs
    return ProcessPoolExecutor(most, mp_context=context(), initializer=initializer, initargs=arguments)
