"""All targets of a site, one after another: nothing is kept that is not needed."""

from __future__ import annotations

from collections.abc import Iterator

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.diagnostics import Language
from sangkien.rules.manual import rule_pages
from sangkien.shell.slots import Chrome
from sangkien.targets.data import plan_data
from sangkien.targets.feeds import plan_feeds
from sangkien.targets.pages import plan_pages, plan_redirects
from sangkien.targets.pictures import plan_pictures
from sangkien.targets.target import Target
from sangkien.views.words import Words


def plan(catalogue: Catalogue, words: Words, base: str, chrome: Chrome) -> Iterator[Target]:
    """Every output file but the stamp. A path may come twice; the first one counts."""
    yield from plan_pages(catalogue, words, base, chrome, manual_view(words.language, words))
    yield from plan_pictures(catalogue, base[:8])
    yield from plan_data(catalogue, base)
    yield from plan_redirects(catalogue, base)
    yield from plan_feeds(catalogue, words, base, chrome.pages, _listed(catalogue))
    for path, digest in chrome.files.items():
        yield Target(path, digest, "file", path)


def manual_view(language: Language, words: Words) -> dict[str, object]:
    """The manual of checks as a page."""
    return {
        "url": urls.MANUAL,
        "title": words("manual.title"),
        "description": words("manual.description"),
        "rules": rule_pages(language, words),
        "sample": False,
    }


def _listed(catalogue: Catalogue) -> tuple[str, ...]:
    """Pages of the catalogue, beside stories, that search engines should know; those of samples are not."""
    found = [*urls.SECTIONS.values(), urls.MANUAL]
    for index, address in (
        (catalogue.by_person, urls.person),
        (catalogue.by_organisation, urls.organisation),
        (catalogue.by_sector, urls.sector),
        (catalogue.by_place, urls.place),
        (catalogue.by_year, urls.year),
    ):
        found += [
            address(key)
            for key, stories in index.items()
            if any(not story.initiative.sample for story in stories)
        ]
    return tuple(found)
