"""What a preview knows of a fair at one moment: immutable, swapped whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from sangkien.build.examine import survey
from sangkien.build.home import Home
from sangkien.build.inputs import chrome_digest, watched
from sangkien.build.lock import build_lock, nobody_told
from sangkien.build.snapshot import take
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.public import is_public, public_catalogue
from sangkien.catalogue.records import Story
from sangkien.check.examine import Examined
from sangkien.check.fair import Checked, Ground
from sangkien.diagnostics import Diagnostic, Text
from sangkien.settings import Settings
from sangkien.shell.render import kept_chrome, render_chrome
from sangkien.shell.slots import Chrome
from sangkien.source.configuration import load_words
from sangkien.source.tree import DiskTree
from sangkien.views.words import Words


class Standing(Enum):
    """Why an initiative is, or is not yet, on the site."""

    LIVE = "live"
    DRAFT = "draft"
    EMBARGO = "embargo"
    FAULTY = "faulty"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class State:
    """A fair at one moment.

    Attributes:
        number: rises with every change that a page could show.
        examined: slug → what examining that folder gave.
        catalogue: of all that could be loaded; ``public`` of what a build would publish.
        across: what the rules over the whole catalogue found.
        good: slug → the story as it last stood without an error, of those that have one now.
        stale: the catalogues are those of a moment ago: ``examined`` is ahead of them.
        settled: ``across`` is of this very catalogue.
        fault: what keeps newer files from being shown at all (theme, configuration).
    """

    number: int
    home: Home
    settings: Settings
    ground: Ground
    examined: Mapping[str, Examined]
    catalogue: Catalogue
    public: Catalogue
    words: Words
    chrome: Chrome
    across: tuple[Diagnostic, ...] = ()
    good: Mapping[str, Story] = field(default_factory=dict)
    stale: bool = False
    settled: bool = False
    fault: Text | None = None

    @property
    def tree(self) -> DiskTree:
        """The fair's files."""
        return DiskTree(self.settings.root)

    def standing(self, slug: str) -> Standing | None:
        """Where an initiative stands; None for a folder that is not there."""
        examined = self.examined.get(slug)
        if examined is None:
            return None
        if examined.story is None or examined.faulty:
            return Standing.FAULTY
        if is_public(examined.story, self.catalogue):
            return Standing.LIVE
        status = examined.story.initiative.status
        known = {"draft": Standing.DRAFT, "withdrawn": Standing.WITHDRAWN}
        return known.get(status, Standing.EMBARGO)

    def diagnostics(self) -> list[Diagnostic]:
        """All that is known to be wrong, sorted."""
        own = [item for one in self.examined.values() for item in one.diagnostics]
        return sorted([*self.ground.diagnostics, *own, *self.across], key=Diagnostic.sort_key)


def survey_fair(
    load: Callable[[], Settings],
    jobs: int,
    earlier: State | None = None,
    waiting: Callable[[Text], None] = nobody_told,
    command: str = "serve",
) -> State:
    """Everything anew, from the caches where they hold. Raises UserError; ``load`` reads the configuration.

    ``waiting`` is called once where another command holds the lock, with who that is; ``command``: who asks.

    ``jobs`` must be 1 once threads run: a process that forks with threads in it may never wake.
    """
    settings = load()
    root = Path(settings.root)
    home = Home(root, (root / settings.site_dir).resolve())
    home.prepare()
    with build_lock(home.base / "lock", waiting, command=command):
        taken = take(watched(settings))
        seen = survey(home, settings, taken, jobs, False, lambda count: None)
        seen.remember(home)
        chrome = chrome_of(home, settings, earlier.chrome if earlier else None)
    checked = seen.checked
    return State(
        number=earlier.number + 1 if earlier else 1,
        home=home,
        settings=settings,
        ground=seen.ground,
        examined=checked.examined,
        catalogue=checked.catalogue,
        public=public_of(checked.catalogue, checked.examined),
        words=Words(settings.language, load_words(DiskTree(settings.root), settings)),
        chrome=chrome,
        across=across(checked, seen.ground),
        good=good_stories(earlier, checked.examined),
    )


def dressed(state: State, waiting: Callable[[Text], None] = nobody_told) -> State:
    """The same fair in the theme as it is now. Raises UserError for a theme that cannot be used."""
    with build_lock(state.home.base / "lock", waiting, command="serve"):
        chrome = chrome_of(state.home, state.settings, state.chrome)
    words = Words(state.settings.language, load_words(state.tree, state.settings))
    return replace(state, number=state.number + 1, chrome=chrome, words=words)


def chrome_of(home: Home, settings: Settings, earlier: Chrome | None) -> Chrome:
    """The chrome of the theme and editorial pages as they are now."""
    digest = chrome_digest(DiskTree(settings.root), settings)
    if earlier and earlier.digest == digest:
        return earlier
    kept = kept_chrome(home.chrome, digest)
    return kept or render_chrome(Path(settings.root, "mkdocs.yml"), home.chrome, digest, home.typefaces)


def public_of(catalogue: Catalogue, examined: Mapping[str, Examined]) -> Catalogue:
    """What a build would publish of it."""
    return public_catalogue(catalogue, [slug for slug, one in examined.items() if one.faulty])


def across(checked: Checked, ground: Ground) -> tuple[Diagnostic, ...]:
    """Of all findings, those of the rules over the whole catalogue."""
    own = {id(item) for item in ground.diagnostics}
    own |= {id(item) for one in checked.examined.values() for item in one.diagnostics}
    return tuple(item for item in checked.diagnostics if id(item) not in own)


def good_stories(earlier: State | None, examined: Mapping[str, Examined]) -> dict[str, Story]:
    """Stories that were sound a moment ago and have an error now, as they were."""
    if earlier is None:
        return {}
    found = {}
    for slug, one in examined.items():
        if one.faulty:
            before = earlier.examined.get(slug)
            story = before.story if before and not before.faulty else earlier.good.get(slug)
            if story:
                found[slug] = story
    return found
