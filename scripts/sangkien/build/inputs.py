"""Digests of what all pages share: the package's own source, the theme, the words, the settings, versions."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sangkien.build.snapshot import PACKAGE
from sangkien.check.fair import Ground
from sangkien.settings import Settings
from sangkien.source.tree import Tree, walk
from sangkien.views.parts import digest_of

LIBRARIES = (
    *("Jinja2", "Markdown", "nh3", "pillow", "pydantic", "PyYAML", "mkdocs", "mkdocs-material"),
    *("fonttools", "brotli", "fontpkg-be-vietnam-pro"),
)
"""Whose version can change a byte of the output."""
_DATA = ("people/", "vocabulary/", "events/", "banners.yml", "published.yml", "withdrawals.yml", "counts.csv")
"""What of the editorial pages' folder MkDocs is never shown."""
_UNREAD = ("root", "now", "site_dir")
"""Settings that no page shows: the same fair gives the same bytes anywhere, at any hour."""


def watched(settings: Settings) -> tuple[str, ...]:
    """All that a site is made of, as absolute paths."""
    root = Path(settings.root)
    inside = ("mkdocs.yml", settings.content_dir, settings.initiatives_dir, settings.theme_dir)
    return (*(str(root / name) for name in inside), str(PACKAGE))


@lru_cache(maxsize=1)
def package_digest() -> str:
    """Of this package's source and of the libraries' versions; the same on every machine."""
    digest = hashlib.blake2b(digest_size=12)
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0")
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    for name in (*LIBRARIES, "icalendar"):
        try:
            digest.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            digest.update(f"{name} -\n".encode())
    digest.update(".".join(platform.python_version_tuple()[:2]).encode())
    return digest.hexdigest()


def settings_digest(settings: Settings) -> str:
    """Of the settings that pages may show."""
    return digest_of(
        {field.name: getattr(settings, field.name) for field in fields(settings) if field.name not in _UNREAD}
    )


def page_base(tree: Tree, settings: Settings, words: Mapping[str, str]) -> str:
    """What every page is made of beside its view and its shell: templates, words, settings, code."""
    templates = [
        (path, hashlib.blake2b(tree.read(path), digest_size=12).hexdigest())
        for folder in ("pages", "parts", "worker")
        for path, _ in walk(tree, f"{settings.theme_dir}/{folder}")
    ]
    return digest_of((package_digest(), settings_digest(settings), dict(words), templates))


def chrome_digest(tree: Tree, settings: Settings) -> str:
    """What MkDocs' output is made of: its configuration, the editorial pages, the theme, the versions."""
    found = [("mkdocs.yml", tree.read("mkdocs.yml"))]
    unread, words = ("words/", "pages/", "parts/", "worker/"), f"words/{settings.language}.yml"
    for folder in (settings.content_dir, settings.theme_dir):
        for path, _ in walk(tree, folder):
            inside = path.removeprefix(folder + "/")
            if folder == settings.theme_dir and inside.startswith(unread) and inside != words:
                continue
            if folder == settings.content_dir and inside.startswith(_DATA):
                continue
            found.append((path, tree.read(path)))
    digests = [(path, hashlib.blake2b(raw, digest_size=12).hexdigest()) for path, raw in found]
    return digest_of((package_digest(), settings_digest(settings), digests))


def ground_digests(ground: Ground) -> tuple[str, str]:
    """What examining an initiative depends on: (always, only if it has links within the site)."""
    context = ground.context
    always = digest_of(
        (
            package_digest(),
            settings_digest(context.settings),
            context.vocabularies.shown(),
            context.programme,
            sorted(context.people),
        )
    )
    return always, digest_of((sorted(context.slugs), sorted(context.pages)))
