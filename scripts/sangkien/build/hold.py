"""What happens to pages of the last build when something is wrong now (design, section 5).

A faulty story keeps its last good page, unless something about its visibility is unclear. A withdrawal
always takes everything out, whatever other errors there are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import NamedTuple

from sangkien import urls
from sangkien.build.manifest import Manifest
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story, derived_person_id
from sangkien.check.fair import Checked
from sangkien.model.initiative import Withdrawal
from sangkien.targets.target import Target
from sangkien.text.folding import fold

_TAG = re.compile(r"<[^>]*>")


class Forbidden(NamedTuple):
    """What a held page may not contain: names, folded, and addresses."""

    names: re.Pattern[str] | None
    addresses: tuple[bytes, ...]


def held_stories(checked: Checked, public: Catalogue, live: Manifest, site: Path) -> frozenset[str]:
    """Faulty stories whose last good page stays: not those that name what has been taken out."""
    able = [
        slug
        for slug, one in checked.judged.items()
        if one.held and slug not in public.stories and urls.file_of(urls.story(slug)) in live
    ]
    if not able:
        return frozenset()
    gone = forbidden(checked, public, live, site)
    pages = {slug: site / urls.file_of(urls.story(slug)) for slug in able}
    return frozenset(slug for slug, page in pages.items() if not mentions(page, gone))


def held_targets(held: Collection[str], public: Catalogue, live: Manifest, site: Path) -> Iterator[Target]:
    """The last good files of these stories as they are: page, data, photos, and what leads there."""
    if not held:
        return
    base = urls.story("x").removesuffix("x/")
    shorts = urls.short("x").removesuffix("x/")
    kits = {urls.story_kit(slug) for slug in held}
    own = {urls.short(story.code) for story in public.stories.values()}
    own |= {urls.story(alias) for story in public.stories.values() for alias in story.initiative.aliases}
    for path, digest in live.items():
        slug = path.removeprefix(base).split("/")[0] if path.startswith(base) else None
        if slug in held or path in kits:
            yield Target(path, digest, "held", None)
        elif path.startswith(shorts) or (slug and slug not in public.stories):
            folder = path.removesuffix("index.html")
            if path != folder and folder not in own and leads_to(site / path) in held:
                yield Target(path, digest, "held", None)


def leads_to(page: Path, address: Callable[[str], str] = urls.story) -> str | None:
    """The story (or what else has such addresses) that a redirect leads to."""
    try:
        wanted = rf'rel="canonical" href="[^"]*/{address("([^/]+)")}"'
        match = re.search(wanted.encode(), page.read_bytes())
    except OSError:
        return None
    return match[1].decode() if match else None


def forbidden(checked: Checked, public: Catalogue, live: Manifest, site: Path) -> Forbidden:
    """Withdrawn people's names and addresses; addresses of stories that are gone or show less now."""
    catalogue = checked.catalogue
    names = {fold(name) for name, _ in withdrawn_people(catalogue)}
    names |= {fold(name) for one in checked.judged.values() for name in one.withdrawn}
    names |= {fold(name) for one in checked.events.values() for name in one.withdrawn}
    names.discard("")
    pattern = "|".join(r"\s+".join(map(re.escape, name.split())) for name in sorted(names))
    addresses = {urls.person(key) for key in _gone(catalogue)}
    for slug, one in checked.judged.items():
        story = public.stories.get(slug)
        hidden = story is None and not one.held
        if urls.file_of(urls.story(slug)) in live and (hidden or (story and shows_less(story, site))):
            addresses.add(urls.story(slug))
    addresses |= {
        urls.event(key)
        for key, one in checked.events.items()
        if key not in public.events and not one.held and urls.file_of(urls.event(key)) in live
    }
    return Forbidden(
        re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") if pattern else None,
        tuple(f"/{address}".encode() for address in sorted(addresses)),
    )


def shows_less(story: Story, site: Path) -> bool:
    """Whether a story has become confidential since the last build."""
    if not story.initiative.confidential:
        return False
    try:
        return bool(json.loads((site / urls.story_data(story.slug)).read_bytes())["story_markdown"])
    except (OSError, ValueError, KeyError, TypeError):
        return True


def withdrawn_people(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """(name, page id) of everyone who took the consent back."""
    gone = _gone(catalogue)
    for key in gone:
        yield catalogue.people[key].person.name, key
    for story in catalogue.stories.values():
        for author in story.initiative.authors:
            if author.withdrawn or author.person in gone:
                name = author.name or author.collective or ""
                if author.person:
                    yield name, author.person
                yield name, derived_person_id(author, story.initiative) or ""


def must_go(
    checked: Checked, public: Catalogue, live: Manifest, wanted: Mapping[str, str], held: Collection[str]
) -> list[str]:
    """Live pages that visibility alone takes out or changes: errors elsewhere may not keep them."""
    found = []
    gone = _gone(checked.catalogue)
    gone_people = {urls.file_of(urls.person(key)) for _, key in withdrawn_people(checked.catalogue) if key}
    for slug in checked.judged:
        page = urls.file_of(urls.story(slug))
        if page not in live or live[page] == wanted.get(page):
            continue
        story = checked.catalogue.stories.get(slug)
        authors = story.initiative.authors if story else ()
        less = any(author.withdrawn or author.person in gone for author in authors)
        less = less or (story is not None and story.initiative.confidential)
        hidden = slug not in public.stories and slug not in held
        if hidden or (less and slug not in held):
            found.append(page)
    return found + sorted(page for page in gone_people if page in live and page not in wanted)


def _gone(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(
        key for key, profile in catalogue.people.items() if isinstance(profile.person.consent, Withdrawal)
    )


def mentions(page: Path, forbidden: Forbidden) -> bool:
    """Whether a page has a name, in any case or tones, across line ends and tags, or an address."""
    try:
        content = page.read_bytes()
    except OSError:
        return True
    return mentions_in(content, forbidden)


def mentions_in(content: bytes, forbidden: Forbidden) -> bool:
    """``mentions``, of a page's bytes."""
    if any(address in content for address in forbidden.addresses):
        return True
    if not forbidden.names:
        return False
    text = content.decode("utf-8", "replace")
    return any(forbidden.names.search(fold(unescape(one))) for one in (text, _TAG.sub("", text)))
