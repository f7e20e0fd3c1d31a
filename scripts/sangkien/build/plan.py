"""All targets of a site, one after another: nothing is kept that is not needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.search.plan import SearchPlan
from sangkien.shell.slots import Chrome
from sangkien.targets.former import plan_former
from sangkien.targets.forms import plan_forms
from sangkien.targets.pages import Near, PagePlan
from sangkien.targets.pictures import plan_pictures
from sangkien.targets.sitemaps import plan_sitemaps
from sangkien.targets.target import Target
from sangkien.views.related import Fours
from sangkien.views.words import Words


class Plan:
    """Every output file but the stamp and what is made of the others' digests (``build.last``).

    Large sections first. A path may come twice; the first one counts.

    The search's files are planned apart: ``search`` knows of what, ``build.index`` when.
    """

    def __init__(self, pages: PagePlan) -> None:
        self.pages, self.search = pages, SearchPlan(pages)

    def __iter__(self) -> Iterator[Target]:
        for name, keys in self.pages.sections().items():
            yield from self.pages.section(name, keys)
        yield from self.rest()

    def sections(self) -> dict[str, list[str]]:
        """All sections and their keys, the costliest first."""
        return {**self.pages.sections(), **self.search.sections()}

    def section(self, name: str, keys: Iterable[str], near: Near | None = None) -> Iterator[Target]:
        """The targets of some keys of a section. ``near``: as ``PagePlan.section`` has it."""
        if name in ("card", "line"):
            return self.search.section(name, keys)
        return self.pages.section(name, keys, near)

    def pictures(self) -> Iterator[Target]:
        """Those that are made of photos: they need nothing that has to be reckoned first."""
        return plan_pictures(self.pages.catalogue, self.pages.base[:8])

    def rest(self) -> Iterator[Target]:
        """What stands in no section: pictures, sitemaps, MkDocs' files."""
        pages = self.pages
        base, catalogue, chrome = pages.base, pages.catalogue, pages.chrome
        yield from self.pictures()
        yield from plan_former(catalogue, chrome.shells, base)
        yield from plan_sitemaps(catalogue, base, chrome.pages, _listed(catalogue))
        yield from plan_forms(catalogue.vocabularies, chrome.pages, base)
        for path, digest in chrome.files.items():
            yield Target(path, digest, "file", path)


def plan(catalogue: Catalogue, words: Words, base: str, chrome: Chrome, fours: Fours | None = None) -> Plan:
    """The plan of a site. ``base`` is the digest of what all pages share but the chrome.

    ``fours``: which stories the last build found near each other.
    """
    return Plan(PagePlan(catalogue, words, base, chrome, fours))


def _listed(catalogue: Catalogue) -> tuple[str, ...]:
    """Pages of the catalogue, beside stories, that search engines should know; those of samples are not."""
    events = [urls.event(key) for key, one in catalogue.events.items() if not one.event.sample]
    sections = [url for url in urls.SECTIONS.values() if url != urls.EVENTS or events]
    found = [*sections, urls.MANUAL, *events]
    for index, address in (
        (catalogue.by_person, urls.person),
        (catalogue.by_organisation, urls.organisation),
        (catalogue.by_sector, urls.sector),
        (catalogue.by_place, urls.place),
        (catalogue.by_year, urls.year),
    ):
        found += [
            address(key) for key, stories in index.items() if any(not story.head.sample for story in stories)
        ]
    return tuple(found)
