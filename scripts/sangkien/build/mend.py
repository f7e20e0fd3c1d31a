"""Mending the spare tree into what is wanted: keep, link from the site, or make."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress
from itertools import chain
from pathlib import Path

from sangkien.build.crew import Counts, Crew
from sangkien.build.home import STAMP, Home
from sangkien.build.last import Last, plan_last
from sangkien.build.memo import Accounts, Memo, Split
from sangkien.build.plan import Plan
from sangkien.build.worker import keep, take_over
from sangkien.source.moving import delete, move
from sangkien.targets.target import Target


def mend(home: Home, crew: Crew, plan: Plan, held: Iterable[Target], memo: Memo) -> tuple[Counts, Memo]:
    """Make the spare tree hold exactly what is planned and held.

    The stamp is taken off first and not put back. Returns what was done, and the memo for the next build.
    """
    home.spare.mkdir(parents=True, exist_ok=True)
    (home.spare / STAMP).unlink(missing_ok=True)
    desk, counts = crew.desk, crew.counts
    try:
        if not memo.keys:  # all is planned: the pool is needed whatever is reckoned now
            crew.open(plan, sum(map(len, plan.sections().values())))
        started = crew.start(one for one in plan.pictures() if desk.live.get(one.path) != one.digest)
        accounts = Accounts(plan, memo)
        crew.meanwhile(lambda: accounts.fingerprints)
        parted = accounts.split()
        _carry(parted, crew)
        untouched, unread = crew.index.begin(is_quiet=accounts.is_quiet)
        counts.wanted.update((path, desk.live[path]) for path in untouched)
        crew.kept(len(untouched))
        pages, before = plan.pages, Last(desk.live, desk.site)
        last = plan_last(pages.base, pages.chrome.files, counts.wanted, before, len(counts.wanted))
        crew.settle_sections(plan, {"terms": unread, **parted.sections}, last=bool(started))
        for target in chain(crew.index.rest(), crew.rows.targets(accounts.known)):
            crew.write(target)
        for target in chain(plan.rest(), held, last):
            if target.path in counts.wanted:
                continue
            if target.path in started:
                counts.wanted[target.path] = target.digest
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
    gone = desk.live.keys() - counts.wanted.keys()
    for path in gone | (desk.spare.keys() - counts.wanted.keys()):  # some may have been taken over in vain
        remove_file(home.spare, path)
    counts.removed = len(gone)
    return counts, accounts.next_memo(counts.paths)


def _carry(parted: Split, crew: Crew) -> None:
    """Take over what needs no planning; a key of which a file is lost is planned after all."""
    desk, counts, carried = crew.desk, crew.counts, parted.carried
    live, spare = desk.live, desk.spare
    behind = {path for path, digest in live.items() if spare.get(path) != digest}  # lost there, or older
    if behind:
        owners = [(full, path) for full, paths in carried.items() for path in paths if path in behind]
        for full in {full for full, path in owners if not take_over(desk, path)}:
            del carried[full]
            name, _, key = full.partition("/")
            parted.sections[name].append(key)
    counts.paths.update(carried)
    counts.wanted.update({path: live[path] for paths in carried.values() for path in paths})
    crew.kept(len(counts.wanted))


def remove_file(tree: Path, path: str) -> None:
    """Delete a file, and the folders that it leaves empty."""
    whole = tree / path
    with suppress(FileNotFoundError):
        delete(str(whole))
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
    move(home.spare, doomed)
    shutil.rmtree(doomed, ignore_errors=True)
