"""The build: survey, plan, mend the spare tree, exchange it with the site, remember (design, section 4)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Protocol

from sangkien.build.chrome import Wait, chrome_ahead
from sangkien.build.crew import Counts, Crew
from sangkien.build.examine import Survey, survey
from sangkien.build.exchange import publish, recover
from sangkien.build.hold import held_stories, held_targets, must_go
from sangkien.build.home import STAMP, Home
from sangkien.build.inputs import PACKAGE, chrome_digest, package_digest, page_base
from sangkien.build.lock import build_lock
from sangkien.build.manifest import (
    Manifest,
    forget_manifests,
    save_manifest,
    tree_manifest,
    write_whole,
)
from sangkien.build.memo import Memo, load_memo, save_memo
from sangkien.build.mend import forget_spare, mend
from sangkien.build.occasions import events_to_go, held_event_targets, held_events
from sangkien.build.plan import plan
from sangkien.build.shelf import Shelf, forget_shelf
from sangkien.build.snapshot import RACY_NS, Taken, take
from sangkien.build.worker import Desk
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.public import public_catalogue
from sangkien.diagnostics import Diagnostic, Severity, UserError
from sangkien.settings import Settings
from sangkien.shell.slots import Chrome
from sangkien.source.configuration import load_words
from sangkien.source.tree import DiskTree
from sangkien.targets.rendered import RenderedStories
from sangkien.targets.target import Kit
from sangkien.views.words import Words


class Progress(Protocol):
    """Hears how far a build is."""

    def stage(self, name: str, total: int | None) -> None:
        """A stage begins: ``read``, ``chrome`` or ``make``."""

    def advance(self, count: int) -> None:
        """So many more are done."""

    def waiting(self) -> None:
        """Another build holds the lock."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked to do.

    ``chrome`` makes the chrome when it is already being made elsewhere. ``taken``: stats of the files, where
    they have been looked at already, not before ``settings.now``.
    """

    settings: Settings
    site: Path
    jobs: int = 1
    clean: bool = False
    keep_going: bool = False
    options: str = ""
    chrome: Callable[[str], Chrome] | None = None
    taken: Taken | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did, for its one line at the end."""

    initiatives: int = 0
    made: int = 0
    kept: int = 0
    removed: int = 0
    photos: int = 0
    encoded: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """``summary`` is None when errors kept the site as it was."""

    summary: Summary | None
    diagnostics: tuple[Diagnostic, ...]
    taken_out: tuple[str, ...] = ()

    @property
    def errors(self) -> int:
        """How many errors were found."""
        return sum(item.severity is Severity.ERROR for item in self.diagnostics)


def build_site(request: Request, progress: Progress) -> Outcome:
    """Build once. Raises UserError for what stops it; the site is then as it was."""
    home = Home(Path(request.settings.root), request.site)
    refuse_foreign(home)
    home.prepare()
    try:
        with build_lock(home.base / "lock", progress.waiting):
            return _build(home, request, progress)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise UserError(
            f"Không ghi được{where}: {error.strerror}. Trang cũ vẫn còn nguyên. "
            "Hãy đóng các tệp đang mở trong thư mục này, kiểm tra dung lượng đĩa rồi chạy lại.",
            f"Could not write{where}: {error.strerror}. The old site is untouched. "
            "Close files that are open in that folder, look at the free space, then run this again.",
        ) from error


def refuse_foreign(home: Home) -> None:
    """A folder that was not made here is never replaced: it may hold somebody's documents."""
    site = home.site
    if home.root.is_relative_to(site):
        raise UserError(
            f"Không thể dựng vào {site}: thư mục này chứa cả hội thi.",
            f"Cannot build into {site}: that folder holds the fair itself.",
        )
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise UserError(f"{site} không phải là thư mục.", f"{site} is not a folder.")
    if site.exists() and any(site.iterdir()) and not (site / STAMP).exists():
        raise UserError(
            f"Thư mục {site} đã có sẵn tệp không do công cụ này tạo ra nên không được thay. "
            "Hãy chọn thư mục khác hoặc dọn nó đi.",
            f"The folder {site} holds files that this tool did not make, and is not replaced. "
            "Choose another, or empty it.",
        )


def _build(home: Home, request: Request, progress: Progress) -> Outcome:
    recover(home)
    settings = request.settings
    paths = watched(settings)
    taken = request.taken if request.taken and request.taken.paths == paths else take(paths)
    progress.stage("read", None)
    tree = DiskTree(settings.root)
    with _chrome(home, request, tree) as wait:
        seen = survey(home, settings, taken, request.jobs, request.clean, progress.advance)
        progress.stage("chrome", None)
        chrome = wait()
    words = Words(settings.language, load_words(tree, settings))
    base = page_base(tree, settings, words.texts)
    public = public_catalogue(
        seen.checked.catalogue, [slug for slug, item in seen.checked.judged.items() if item.faulty]
    )
    live = tree_manifest(home.state, home.site) or {}
    outcome = Outcome(None, seen.checked.diagnostics)
    gone: list[str] = []
    held = held_stories(seen.checked, public, live, home.site) if outcome.errors else frozenset()
    events = held_events(seen.checked, public, live, home.site) if outcome.errors else frozenset()
    if outcome.errors and not request.keep_going:
        wanted = {target.path: target.digest for target in plan(public, words, base, chrome)}
        gone = must_go(seen.checked, public, live, wanted, held)
        gone += events_to_go(seen.checked, public, live, wanted, events)
        if not gone:
            seen.remember(home)
            return outcome
    desk = _desk(home, request, words, chrome, live)
    progress.stage("make", None)
    kept = chain(
        held_targets(held, public, live, home.site), held_event_targets(events, public, live, home.site)
    )
    crew = Crew(desk, request.jobs, progress.advance, Shelf(home.stories))
    crew.meanwhile(lambda: seen.remember(home))
    stamp = (home.site / STAMP).read_text("ascii").strip() if desk.live else ""
    memo = load_memo(home.state, stamp)
    counts, memo = mend(home, crew, plan(public, words, base, chrome), kept, memo)
    _replace(home, counts, desk.live, memo)
    summary = _summary(seen, public, counts)
    if not outcome.errors and taken.newest < settings.now.timestamp() * 1e9 - RACY_NS:
        _remember(home, request, taken.digest, paths, seen, summary)
    else:
        (home.state / "snapshot.json").unlink(missing_ok=True)
    return Outcome(summary, seen.checked.diagnostics, tuple(gone))


def watched(settings: Settings) -> tuple[str, ...]:
    """All that a site is made of, as absolute paths."""
    root = Path(settings.root)
    inside = ("mkdocs.yml", settings.content_dir, settings.initiatives_dir, settings.theme_dir)
    return (*(str(root / name) for name in inside), str(PACKAGE))


def _chrome(home: Home, request: Request, tree: DiskTree) -> AbstractContextManager[Wait]:
    digest = chrome_digest(tree, request.settings)
    if request.chrome:
        return nullcontext(partial(request.chrome, digest))
    config_file = Path(request.settings.root, "mkdocs.yml")
    typefaces = None if request.clean else home.typefaces
    return chrome_ahead(config_file, home.chrome, digest, typefaces, clean=request.clean, jobs=request.jobs)


def _desk(home: Home, request: Request, words: Words, chrome: Chrome, live: Manifest) -> Desk:
    """What every process needs; caches are emptied where none may count."""
    if request.clean:
        forget_shelf(home.stories)
    settings = request.settings
    kit = Kit(
        settings,
        words,
        chrome.shells,
        str(Path(settings.root, settings.theme_dir)),
        str(_compiled_templates(home, request)),
        RenderedStories(str(home.stories), package_digest()),
    )
    return Desk(
        kit,
        settings.root,
        str(home.spare),
        str(home.pictures),
        str(home.chrome / chrome.digest / "files"),
        str(home.site),
        {} if request.clean else live,
        _sound_spare(home, request),
    )


def _compiled_templates(home: Home, request: Request) -> Path:
    """Where compiled templates are kept: a folder for each version of this package and of Jinja."""
    place = home.templates / package_digest()
    if request.clean or not place.exists():
        shutil.rmtree(home.templates, ignore_errors=True)
        place.mkdir(parents=True)
    return place


def _sound_spare(home: Home, request: Request) -> Manifest:
    """The spare tree's manifest; a tree without one is taken away and made anew."""
    spare = None if request.clean else tree_manifest(home.state, home.spare)
    if spare is None:
        forget_spare(home)
    return spare or {}


def _replace(home: Home, counts: Counts, live: Manifest, memo: Memo) -> None:
    """Stamp the mended tree, and exchange it with the site when they differ."""
    name = save_manifest(home.state, counts.wanted)
    write_whole(home.spare / STAMP, (name + "\n").encode())
    if counts.wanted != live or not (home.site / STAMP).exists():
        (home.state / "snapshot.json").unlink(missing_ok=True)
        publish(home)
    save_memo(home.state, replace(memo, manifest=name))
    forget_manifests(home.state, (home.site, home.spare))


def _summary(seen: Survey, public: Catalogue, counts: Counts) -> Summary:
    return Summary(
        initiatives=len(public.stories),
        made=counts.made,
        kept=counts.kept,
        removed=counts.removed,
        photos=sum(len(story.photos) for story in public.stories.values()),
        encoded=counts.encoded,
        warnings=seen.checked.count(Severity.WARNING),
    )


def _remember(
    home: Home, request: Request, snapshot: str, paths: tuple[str, ...], seen: Survey, summary: Summary
) -> None:
    """What lets the next build see in a moment that nothing has changed."""
    until = seen.checked.next_change()
    saved = {
        "options": request.options,
        "stamp": (home.site / STAMP).read_text("ascii"),
        "since": request.settings.now.timestamp(),
        "until": until.timestamp() if until else None,
        "paths": list(paths),
        "digest": snapshot,
        "summary": asdict(summary)
        | {"made": 0, "kept": summary.made + summary.kept, "removed": 0, "encoded": 0},
    }
    write_whole(home.state / "snapshot.json", json.dumps(saved).encode())
