"""The desk that every process of a build works at, with the caches it may trust."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from sangkien.build.home import Home
from sangkien.build.inputs import package_digest, settings_digest
from sangkien.build.manifest import Manifest, tree_manifest
from sangkien.build.mend import forget_spare
from sangkien.build.request import Request
from sangkien.build.shelf import forget_shelf
from sangkien.build.worker import Desk
from sangkien.shell.slots import Chrome
from sangkien.targets.rendered import RenderedStories
from sangkien.targets.target import Kit
from sangkien.views.parts import digest_of
from sangkien.views.words import Words


def kit_of(home: Home, request: Request, words: Words) -> Kit:
    """The kit, before there is a chrome; caches are emptied where none may count."""
    if request.clean:
        forget_shelf(home.stories)
    return Kit(
        request.settings,
        words,
        {},
        str(Path(request.settings.root, request.settings.theme_dir)),
        str(_compiled_templates(home, request, words)),
        RenderedStories(str(home.stories), package_digest()),
    )


def desk_of(home: Home, request: Request, kit: Kit, chrome: Chrome, live: Manifest) -> Desk:
    """What every process needs. Where no cache may count, what is kept of photos goes."""
    if request.clean:
        shutil.rmtree(home.pictures, ignore_errors=True)
    return Desk(
        replace(kit, shells=chrome.shells),
        request.settings.root,
        str(home.spare),
        str(home.pictures),
        str(home.chrome / chrome.digest / "files"),
        str(home.site),
        {} if request.clean else live,
        _sound_spare(home, request),
    )


def _compiled_templates(home: Home, request: Request, words: Words) -> Path:
    """Where compiled templates are kept: a folder for each version of this package and of Jinja.

    And for other words and settings, which are folded into them.
    """
    place = home.templates / digest_of(
        (package_digest(), dict(words.texts), settings_digest(request.settings))
    )
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
