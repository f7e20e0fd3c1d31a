"""What happens to pages of the last build when something is wrong now (design, section 5).

A faulty story keeps its last good page, unless something about its visibility is unclear. A withdrawal
always takes everything out, whatever other errors there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from sangkien import urls
from sangkien.build.manifest import Manifest
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.public import is_public
from sangkien.catalogue.records import derived_code, derived_person_id
from sangkien.check.fair import Checked
from sangkien.model.initiative import Withdrawal
from sangkien.targets.target import Target


def held_targets(checked: Checked, live: Manifest, site: Path) -> Iterator[Target]:
    """The last good files of faulty stories, as they are; not those that name what has been taken out."""
    names = taken_out(checked, live)
    for slug, examined in checked.examined.items():
        page = urls.file_of(urls.story(slug))
        if not examined.held or page not in live or _mentions(site / page, names):
            continue
        code = examined.story.code if examined.story else derived_code(slug)
        short = urls.file_of(urls.short(code))
        for path, digest in live.items():
            if path.startswith(urls.story(slug)) or path == short:
                yield Target(path, digest, "held", None)


def taken_out(checked: Checked, live: Manifest) -> tuple[bytes, ...]:
    """What a held page may not contain: withdrawn people's names, addresses of stories that are gone."""
    catalogue = checked.catalogue
    names = {escape(name) for name, _ in withdrawn_people(catalogue)}
    gone = {
        urls.story(slug)
        for slug, story in catalogue.stories.items()
        if not is_public(story, catalogue) and urls.file_of(urls.story(slug)) in live
    }
    return tuple(text.encode() for text in sorted(names | gone))


def withdrawn_people(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """(name, page id) of everyone who took the consent back."""
    gone = {key for key, profile in catalogue.people.items() if isinstance(profile.person.consent, Withdrawal)}
    for story in catalogue.stories.values():
        for author in story.initiative.authors:
            if author.withdrawn or author.person in gone:
                name = author.name or author.collective or ""
                if author.person:
                    yield name, author.person
                yield name, derived_person_id(author, story.initiative) or ""


def must_go(checked: Checked, public: Catalogue, live: Manifest, wanted: Mapping[str, str]) -> list[str]:
    """Live pages that visibility alone takes out or changes: errors elsewhere may not keep them."""
    found = []
    gone_people = {urls.file_of(urls.person(key)) for _, key in withdrawn_people(checked.catalogue) if key}
    for slug, examined in checked.examined.items():
        page = urls.file_of(urls.story(slug))
        if page not in live:
            continue
        story = checked.catalogue.stories.get(slug)
        withdrawn = story is not None and any(
            author.withdrawn or author.person in _gone(checked.catalogue) for author in story.initiative.authors
        )
        confidential = story is not None and story.initiative.confidential
        hidden = slug not in public.stories and not examined.held
        if hidden or ((withdrawn or confidential) and live[page] != wanted.get(page)):
            found.append(page)
    return found + sorted(page for page in gone_people if page in live and page not in wanted)


def _gone(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(key for key, profile in catalogue.people.items() if isinstance(profile.person.consent, Withdrawal))


def _mentions(page: Path, texts: tuple[bytes, ...]) -> bool:
    try:
        content = page.read_bytes()
    except OSError:
        return True
    return any(text in content for text in texts)
