"""HTML pages of the catalogue: planned from views, joined from the shell's pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue, Index
from sangkien.catalogue.occasions import Occasion
from sangkien.catalogue.records import Story
from sangkien.markup.render import render_story
from sangkien.shell.slots import WITH_PROSE, Chrome, shell_key
from sangkien.targets.calendars import calendar_targets
from sangkien.targets.catalogue_data import package_target
from sangkien.targets.data import data_targets
from sangkien.targets.drawn_cards import card_target
from sangkien.targets.embeds import embed_targets
from sangkien.targets.feeds import feed_keys, feed_targets
from sangkien.targets.head import meta
from sangkien.targets.linked_data import way_to
from sangkien.targets.press_kits import kit_target
from sangkien.targets.revisions import revision_of
from sangkien.targets.target import Kit, Target
from sangkien.views.adopt import adopt_view, guides_in
from sangkien.views.cards import Cards
from sangkien.views.data import data_view
from sangkien.views.drawn_cards import site_card
from sangkien.views.embeds import frame_code
from sangkien.views.events import event_page, event_view, events_view
from sangkien.views.fair import hall_view, home_view, manual_view, offline_view, press_view
from sangkien.views.lists import (
    length,
    organisations_views,
    people_views,
    place_views,
    sector_views,
    stories_views,
    unit_views,
    year_views,
)
from sangkien.views.parts import digest_of
from sangkien.views.press_kits import event_kit, programme_kit, story_kit
from sangkien.views.profiles import person_view
from sangkien.views.programme import programme_view
from sangkien.views.related import Fours, Related
from sangkien.views.search import search_view
from sangkien.views.stories import story_page, story_view
from sangkien.views.words import Words

Near = Mapping[str, tuple[str, ...]]
"""Slug → slugs of the stories near it, nearest first."""


class PagePlan:
    """Plans the HTML pages of one catalogue. What pages share is made once, when it is first needed.

    Plain data in, so that any process can plan any part of it: a section is a name and its keys. ``fours``:
    of the last build, so that only those that can differ are reckoned.
    """

    def __init__(
        self, catalogue: Catalogue, words: Words, base: str, chrome: Chrome, fours: Fours | None = None
    ) -> None:
        self.catalogue, self.words, self.base, self.chrome = catalogue, words, base, chrome
        self.cards = Cards(catalogue, words)
        self.related = Related(catalogue, base, fours)
        self._shells = {key: digest_of(pieces) for key, pieces in chrome.shells.items()}

    def page(self, kind: str, view: dict[str, Any]) -> Target:
        """The target of a page: made of its view, its shell, and what all pages share."""
        url: str = view["url"]
        view = view | editorial_of(kind, url, self.chrome)
        digest = digest_of((self.base, kind, self._shells[shell_key(url)], view))
        return Target(urls.file_of(url), digest, "page", (kind, view | {"revision": revision_of(digest)}))

    def sections(self) -> dict[str, list[str]]:
        """The large sections and their keys, the costliest keys first. A list has a key for each page."""
        found = self.catalogue
        size = found.settings.page_size
        lists = [("all", "", len(found.stories))]
        lists += [
            (name, key, len(rows)) for name, index in self.indexes().items() for key, rows in index.items()
        ]
        return {
            "fair": ["people", *_WHOLE, "organisations", "manual", "offline", "events", "search", "data"],
            "event": list(found.events),
            "list": [
                f"{name}/{key}/{place}"
                for name, key, stories in lists
                for place in range(length(stories, size))
            ],
            "organisation": list(found.by_organisation),
            "story": list(found.stories),
            "person": list(found.by_person),
            "feed": feed_keys(found),
        }

    def indexes(self) -> dict[str, Index]:
        """What lists are made of."""
        found = self.catalogue
        return {"sector": found.by_sector, "place": found.by_place, "year": found.by_year}

    def near(self, slugs: Iterable[str]) -> Near:
        """The four of each of these stories: told to a process that would have to reckon all of them."""
        stories = self.catalogue.stories
        return {slug: tuple(one.slug for one in self.related.of(stories[slug])) for slug in slugs}

    def section(self, name: str, keys: Iterable[str], near: Near | None = None) -> Iterator[Target]:
        """The targets of some keys of a section. ``near``: of stories, where it is known already."""
        for key in keys:
            if name == "story":
                yield from self._story(key, (near or self.near([key]))[key])
            else:
                yield from getattr(self, f"_{name}")(key)

    def _story(self, slug: str, near: tuple[str, ...]) -> Iterator[Target]:
        story = self.catalogue.stories[slug]
        four = tuple(map(self.catalogue.stories.__getitem__, near))
        view = story_view(story, self.catalogue, self.cards, four, self.words)
        yield self.page("story", view)
        yield from card_target(view["drawn"], self.base)
        yield from embed_targets(story, self.cards.of(story), view["drawn"], self.base)
        yield from kit_target(story_kit(story, self.catalogue, self.words), self.base)
        yield from data_targets(story, self.catalogue, self.base)
        yield from story_redirects(story, self.catalogue, self.base)

    def _event(self, key: str) -> Iterator[Target]:
        one = self.catalogue.events[key]
        view = event_view(one, self.catalogue, self.cards, self.words)
        yield self.page("event", view)
        yield from card_target(view["drawn"], self.base)
        yield from kit_target(event_kit(one, self.catalogue, self.words), self.base)
        yield from event_files(one, self.catalogue, self.words, self.base)

    def _person(self, key: str) -> Iterator[Target]:
        view = person_view(key, self.catalogue, self.cards, self.words)
        yield self.page("person", view)
        yield from card_target(view["drawn"], self.base)

    def _organisation(self, key: str) -> Iterator[Target]:
        for view in unit_views(key, self.catalogue, self.cards, self.words):
            yield self.page("organisation", view)
            yield from card_target(view["drawn"], self.base)

    def _feed(self, key: str) -> Iterator[Target]:
        yield from feed_targets(key, self.catalogue, self.words, self.base)

    def _list(self, key: str) -> Iterator[Target]:
        name, key, place = key.split("/")
        shared, only = (self.catalogue, self.cards, self.words), int(place)
        views = stories_views(*shared, only) if name == "all" else _LISTS[name](key, *shared, only)
        for view in views:
            yield self.page("list", view)

    def _fair(self, key: str) -> Iterator[Target]:
        shared = (self.catalogue, self.cards, self.words)
        if key == "people":
            for view in people_views(self.catalogue, self.words):
                yield self.page(key, view)
        elif key == "organisations":
            for view in organisations_views(self.catalogue, self.words):
                yield self.page(key, view)
        elif key == "events":
            yield self.page(key, events_view(self.catalogue, self.words))
        elif key == "search":
            yield self.page(key, search_view(self.catalogue, self.words))
        elif key == "data":
            yield self.page(key, data_view(self.catalogue, self.words))
            yield from package_target(self.catalogue, self.words, self.base)
        elif key == "manual":
            yield self.page(key, manual_view(self.words))
        elif key == "offline":
            yield self.page(key, offline_view(self.words))
        else:
            yield self.page(key, _WHOLE[key](*shared))
            yield from self._beside(key)

    def _beside(self, key: str) -> Iterator[Target]:
        """What is made with a page of the whole fair."""
        if key == "home":
            yield from card_target(site_card(self.catalogue.settings), self.base)
        if key == "programme":
            yield from kit_target(programme_kit(self.catalogue, self.words), self.base)


def editorial_of(kind: str, url: str, chrome: Chrome) -> dict[str, Any]:
    """What a page has from ``content/``: its prose, and the guides it leads to; most have nothing."""
    if kind in {"story", "adopt"}:
        return {"guides": guides_in(chrome.pages)}
    if url not in WITH_PROSE:
        return {}
    guides = (urls.TAKE_PART, urls.GUIDES)
    return {
        "prose": chrome.prose.get(url, ""),
        "guide": next((guide for guide in guides if guide in chrome.pages), None),
    }


_WHOLE = {
    "home": home_view,
    "hall": hall_view,
    "programme": programme_view,
    "press": press_view,
    "adopt": adopt_view,
}
_LISTS = {"sector": sector_views, "place": place_views, "year": year_views}


def story_redirects(story: Story, catalogue: Catalogue, base: str) -> Iterator[Target]:
    """The short address of a story, and its earlier slugs."""
    url, title = urls.story(story.slug), story.initiative.title
    yield redirect(urls.short(story.code), url, title, base)
    for alias in story.initiative.aliases:
        if alias not in catalogue.stories:
            yield redirect(urls.story(alias), url, title, base)


def event_files(one: Occasion, catalogue: Catalogue, words: Words, base: str) -> Iterator[Target]:
    """What stands beside an event's page: its calendars, and redirects from its earlier names."""
    yield from calendar_targets(one, catalogue.settings, words, base)
    for alias in one.event.aliases:
        if alias not in catalogue.events:
            yield redirect(urls.event(alias), urls.event(one.id), one.event.name, base)


def redirect(url: str, target: str, title: str, base: str) -> Target:
    """A page that only leads on."""
    data = (url, target, title)
    digest = digest_of((base, "redirect", data))
    return Target(urls.file_of(url), digest, "redirect", (*data, revision_of(digest)))


def make_page(data: tuple[str, dict[str, Any]], kit: Kit) -> bytes:
    """Join a page from the shell's pieces; never by replacing, for a story may contain a marker."""
    kind, view = data
    root = urls.to_root(view["url"])
    if kind == "story":
        view = story_page(view, kit.words, root, kit.stories.render)
        slug = view["story"]["value"].slug
        view["frame"] = frame_code(slug, view["title"], kit.settings)
        view["oembed"] = None if view["sample"] else urls.oembed(slug)
    elif kind == "event":
        view = event_page(view, root)
    elif kind == "person":
        view = view | {"life_html": render_story(view["life"], root).html if view["life"] else ""}
    way = way_to(view, kind, kit.words)
    context = {"page": view, "root": root, "way": way}
    if "prose" in view:
        context["prose"] = view["prose"]
    body = kit.render(f"pages/{kind}.html", **context)
    head = kit.render("parts/head.html", meta=meta(view, kind, way, kit.settings, kit.words), root=root)
    to_title, to_head, to_body, rest = kit.encoded_shells[shell_key(view["url"])]
    title = kit.render("parts/title.html", page=view)
    return b"".join((to_title, title.encode(), to_head, head.encode(), to_body, body.encode(), rest))


def make_redirect(data: tuple[str, str, str, str], kit: Kit) -> bytes:
    """A page that sends the reader on, without a script."""
    url, target, title, revision = data
    root = urls.to_root(url)
    return kit.render(
        "pages/redirect.html",
        target=root + target,
        absolute=kit.settings.site_url + target,
        title=title,
        revision=revision,
        root=root,
    ).encode()
