"""The build: survey, plan, mend the spare tree, exchange it with the site, remember (design, section 4)."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import asdict, replace
from functools import partial
from itertools import chain
from pathlib import Path

from sangkien import urls
from sangkien.build.chrome import Wait, chrome_ahead
from sangkien.build.crew import Counts, Crew
from sangkien.build.desk import desk_of, kit_of
from sangkien.build.examine import Survey, survey
from sangkien.build.exchange import publish, recover, refuse_foreign
from sangkien.build.forget import forget_if_asked
from sangkien.build.hold import held_stories, held_targets, must_go, withdrawn_people
from sangkien.build.home import STAMP, Home
from sangkien.build.index import Index
from sangkien.build.inputs import chrome_digest, page_base, watched
from sangkien.build.lock import build_lock
from sangkien.build.manifest import (
    Manifest,
    files_of,
    forget_manifests,
    save_manifest,
    stamp_of,
    tree_manifest,
    write_whole,
)
from sangkien.build.memo import load_memo, save_memo
from sangkien.build.mend import mend
from sangkien.build.occasions import events_to_go, held_event_targets, held_events
from sangkien.build.plan import plan
from sangkien.build.request import Outcome, Progress, Request, Shown, Summary
from sangkien.build.rows import Rows
from sangkien.build.shelf import Shelf
from sangkien.build.snapshot import RACY_NS, Taken, take
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.public import public_catalogue
from sangkien.catalogue.register import published_addresses
from sangkien.diagnostics import Severity, UserError
from sangkien.shell.slots import Chrome
from sangkien.source.configuration import load_words
from sangkien.source.long_paths import too_long
from sangkien.source.tree import DiskTree
from sangkien.targets.target import Kit
from sangkien.views.words import Words


def build_site(request: Request, progress: Progress) -> Outcome:
    """Build once. Raises UserError for what stops it; the site is then as it was."""
    home = Home(Path(request.settings.root), request.site)
    refuse_foreign(home)
    home.prepare()
    try:
        with build_lock(home.base / "lock", progress.waiting, command="build"):
            return _build(home, request, progress)
    except OSError as error:
        where = f" ({Path(error.filename)})" if error.filename else ""
        raise too_long(error) or UserError(
            f"Không ghi được{where}: {error.strerror}. Trang cũ vẫn còn nguyên. "
            "Hãy đóng các tệp đang mở trong thư mục này, kiểm tra dung lượng đĩa rồi chạy lại.",
            f"Could not write{where}: {error.strerror}. The old site is untouched. "
            "Close files that are open in that folder, look at the free space, then run this again.",
        ) from error


def _build(home: Home, request: Request, progress: Progress) -> Outcome:
    recover(home)
    settings = request.settings
    paths = watched(settings)
    taken = request.taken if request.taken and request.taken.paths == paths else take(paths)
    progress.stage("read", None)
    tree = DiskTree(settings.root)
    words = Words(settings.language, load_words(tree, settings))
    kit = kit_of(home, request, words)
    with closing(kit.stories):
        with _chrome(home, kit, request, tree) as wait:
            seen = survey(home, settings, taken, request.jobs, request.clean, progress.advance)
            progress.stage("chrome", None)
            chrome = wait()
        outcome = _make(home, request, progress, seen, kit, chrome)
    forgotten = forget_if_asked(home, seen)
    if outcome.summary is None:
        return outcome
    if outcome.errors or not forgotten:  # then the next build has work, whatever has changed
        (home.state / "snapshot.json").unlink(missing_ok=True)
    else:
        racy = taken.newest >= settings.now.timestamp() * 1e9 - RACY_NS
        _remember(home, request, taken._replace(digest="") if racy else taken, seen, outcome.summary)
    return outcome


def _make(  # what a build has by now
    home: Home, request: Request, progress: Progress, seen: Survey, kit: Kit, chrome: Chrome
) -> Outcome:
    """Plan, mend the spare tree, exchange it with the site; with errors only where some of it must go."""
    settings = request.settings
    words = kit.words
    base = page_base(DiskTree(settings.root), settings, words.texts)
    public = public_catalogue(
        seen.checked.catalogue, [slug for slug, item in seen.checked.judged.items() if item.faulty]
    )
    live = tree_manifest(home.state, home.site) or {}
    outcome = Outcome(None, seen.checked.diagnostics)
    shows = live if live or not outcome.errors else files_of(home.site)  # .sangkien may be lost, the site not
    gone: list[str] = []
    held = held_stories(seen.checked, public, shows, home.site) if outcome.errors else frozenset()
    events = held_events(seen.checked, public, shows, home.site) if outcome.errors else frozenset()
    if outcome.errors and not request.keep_going:
        wanted = {target.path: target.digest for target in plan(public, words, base, chrome)}
        gone = must_go(seen.checked, public, shows, wanted, held)
        gone += events_to_go(seen.checked, public, shows, wanted, events)
        if not gone:
            seen.remember(home)
            return outcome
    desk = desk_of(home, request, kit, chrome, live)
    progress.stage("make", None)
    kept = chain(
        held_targets(held, public, shows, home.site), held_event_targets(events, public, shows, home.site)
    )
    stamp = stamp_of(home.site) if desk.live else ""
    memo = load_memo(home.state, stamp)
    whole = plan(public, words, base, chrome, memo.fours)
    index = Index(home, whole.search, desk, stamp)
    crew = Crew(desk, request.jobs, progress.advance, Shelf(home.stories), index, Rows(public, desk))
    crew.meanwhile(lambda: seen.remember(home))
    counts, next_memo = mend(home, crew, whole, kept, memo)
    name = _replace(home, counts, desk.live, stamp)
    save_memo(home.state, replace(next_memo, manifest=name), memo)
    index.remember(name)
    shown = _shown(seen, public, chrome) if request.record else None
    return Outcome(_summary(seen, public, counts), seen.checked.diagnostics, tuple(gone), shown)


def _shown(seen: Survey, public: Catalogue, chrome: Chrome) -> Shown:
    gone = frozenset(urls.person(key) for _, key in withdrawn_people(seen.checked.catalogue) if key)
    addresses = published_addresses(public, chrome.pages)
    return Shown(addresses, gone - addresses.keys())


def _chrome(home: Home, kit: Kit, request: Request, tree: DiskTree) -> AbstractContextManager[Wait]:
    digest = chrome_digest(tree, request.settings)
    if request.chrome:
        return nullcontext(partial(request.chrome, digest))
    config_file = Path(request.settings.root, "mkdocs.yml")
    typefaces = None if request.clean else home.typefaces
    return chrome_ahead(
        config_file,
        home.chrome,
        digest,
        typefaces,
        clean=request.clean,
        jobs=request.jobs,
        also=kit.compile_templates,
    )


def _replace(home: Home, counts: Counts, live: Manifest, stamp: str) -> str:
    """Stamp the mended tree, and exchange it with the site when they differ. Returns the manifest's id.

    ``live``, ``stamp``: the site's manifest and its id.
    """
    name = save_manifest(home.state, counts.wanted, stamp)
    write_whole(home.spare / STAMP, (name + "\n").encode())
    if counts.wanted != live or not (home.site / STAMP).exists():
        (home.state / "snapshot.json").unlink(missing_ok=True)
        publish(home)
    forget_manifests(home.state, (home.site, home.spare))
    return name


def _summary(seen: Survey, public: Catalogue, counts: Counts) -> Summary:
    return Summary(
        initiatives=len(public.stories),
        made=counts.made,
        kept=counts.kept,
        removed=counts.removed,
        photos=sum(len(story.photos) for story in public.stories.values() if story.head.pictured),
        encoded=counts.encoded,
        warnings=seen.checked.count(Severity.WARNING),
    )


def _remember(home: Home, request: Request, taken: Taken, seen: Survey, summary: Summary) -> None:
    """What lets the next build see in a moment that nothing has changed.

    ``taken``: without a digest where a file was written just now. The next build looks at the same paths
    while it loads the package, and takes no state of them for known.
    """
    until = seen.checked.next_change()
    saved = {
        "options": request.options,
        "stamp": (home.site / STAMP).read_text("ascii"),
        "since": request.settings.now.timestamp(),
        "until": until.timestamp() if until else None,
        "paths": list(taken.paths),
        "digest": taken.digest,
        "summary": asdict(summary)
        | {"made": 0, "kept": summary.made + summary.kept, "removed": 0, "encoded": 0},
    }
    write_whole(home.state / "snapshot.json", json.dumps(saved).encode())
