"""URL → the target that a build would make for it, found without planning the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain
from threading import Lock
from typing import Any

from sangkien import urls
from sangkien.build.plan import plan
from sangkien.catalogue.index import Catalogue
from sangkien.preview.index import LiveIndex
from sangkien.shell.slots import Chrome
from sangkien.targets.catalogue_data import csv_file, json_file, package_target, rows_of
from sangkien.targets.data import data_targets
from sangkien.targets.embeds import embed_targets
from sangkien.targets.feeds import FORMATS, feed_keys, feed_targets
from sangkien.targets.former import plan_former
from sangkien.targets.pages import PagePlan, editorial_of, event_files, story_redirects
from sangkien.targets.pictures import plan_pictures
from sangkien.targets.target import Target
from sangkien.views.adopt import adopt_view
from sangkien.views.cards import Cards
from sangkien.views.data import data_view
from sangkien.views.drawn_cards import story_card
from sangkien.views.events import event_view, events_view
from sangkien.views.fair import hall_view, home_view, manual_view, offline_view, press_view
from sangkien.views.lists import (
    organisations_views,
    people_views,
    place_views,
    sector_views,
    stories_views,
    unit_views,
    year_views,
)
from sangkien.views.profiles import person_view
from sangkien.views.programme import programme_view
from sangkien.views.related import Related
from sangkien.views.search import search_view
from sangkien.views.stories import story_view
from sangkien.views.words import Words

View = dict[str, Any]
Found = tuple[str, View] | None
"""The kind of a page and its view; None where a build would make no such page."""

INDEX = urls.search_index("").removesuffix(".js")
BASE = ""
"""Digests are not looked at here: a preview keeps no manifest."""


class Pages:
    """The targets of one public catalogue. What several pages share is made once, when it is first needed."""

    def __init__(
        self, public: Catalogue, words: Words, chrome: Chrome, earlier: LiveIndex | None = None
    ) -> None:
        self.public, self.words, self._chrome = public, words, chrome
        self.index = LiveIndex(lambda: PagePlan(public, words, BASE, chrome), earlier)
        self.cards = Cards(public, words)
        self._walking, self._missed = Lock(), set[str]()

    def target(self, path: str) -> Target | None:
        """The target of an output file such as ``nam/2022/index.html``; None where a build makes none."""
        if path == "index.html" or path.endswith("/index.html"):
            found = self._page(path.removesuffix("index.html"))
            if found:
                return page_target(*found, self._chrome)
        if path.startswith(INDEX):
            return self.index.target(path[len(INDEX) : -len(".js")]) if path.endswith(".js") else None
        if path in self._chrome.files:
            return Target(path, BASE, "file", path)
        return _first(path, self._beside(path)) or self._redirects.get(path) or self._walked(path)

    def _page(self, url: str) -> Found:
        section, _, rest = url.partition("/")
        key = rest.partition("/")[0]
        finder = _FINDERS.get(section)
        found = finder(self, key, url) if finder else None
        return found if found and found[1]["url"] == url else None

    @cached_property
    def related(self) -> Related:
        """Finds what is near a story."""
        return Related(self.public)

    @cached_property
    def people(self) -> tuple[View, ...]:
        """The pages of the list of people, whose order takes a while."""
        return tuple(people_views(self.public, self.words))

    @cached_property
    def _redirects(self) -> Mapping[str, Target]:
        stories = (story_redirects(story, self.public, BASE) for story in self.public.stories.values())
        former = plan_former(self.public, self._chrome.shells, BASE)
        return {target.path: target for target in chain(*stories, former)}

    def _beside(self, path: str) -> Iterator[Target]:
        """Files that stand beside a story's or a person's page."""
        section, _, rest = path.partition("/")
        key = rest.partition("/")[0]
        if section == "sang-kien" and key in self.public.stories:
            only = replace(self.public, stories={key: self.public.stories[key]}, people={})
            story = self.public.stories[key]
            card = story_card(story, self.public, self.words)
            yield from chain(
                data_targets(story, self.public, BASE),
                embed_targets(story, self.cards.of(story), card, BASE),
                plan_pictures(only, BASE),
            )
        if section == "tac-gia" and key in self.public.people:
            yield from plan_pictures(
                replace(self.public, stories={}, people={key: self.public.people[key]}), BASE
            )
        if path.startswith(urls.EVENTS):
            for one in self.public.events.values():
                yield from event_files(one, self.public, self.words, BASE)
            yield from plan_pictures(replace(self.public, stories={}, people={}), BASE)
        if path.startswith(urls.DATA):
            yield from self._data(path)
        if path.rpartition("/")[2] in FORMATS:
            for feed in feed_keys(self.public):
                if feed == _FEED_OF.get(section, "all/").format(key):
                    yield from feed_targets(feed, self.public, self.words, BASE)

    def _data(self, path: str) -> Iterator[Target]:
        """The files of the whole catalogue, made of all rows whenever they are asked for."""
        yield from package_target(self.public, self.words, BASE)
        if path in {urls.CATALOGUE_JSON, urls.CATALOGUE_CSV}:
            rows = rows_of(self.public.stories.values(), self.public)
            yield Target(urls.CATALOGUE_JSON, BASE, "late", partial(json_file, rows, self.public.settings))
            yield Target(urls.CATALOGUE_CSV, BASE, "late", partial(csv_file, rows))

    def _walked(self, path: str) -> Target | None:
        """Anything else: plan one target after another until it comes. A miss is remembered."""
        if path.endswith("/index.html") and path.count("/") == 2 and path.split("/", 1)[0] in _RECORDS:
            return None  # a record's page that was not found above is on no plan
        with self._walking:
            if path in self._missed or any(part.startswith(".") for part in path.split("/")):
                return None
            found = _first(path, plan(self.public, self.words, BASE, self._chrome))
            if found is None:
                self._missed.add(path)
            return found


def page_target(kind: str, view: View, chrome: Chrome) -> Target:
    """A page of the catalogue, with its editorial prose where it has some."""
    url: str = view["url"]
    return Target(urls.file_of(url), BASE, "page", (kind, view | editorial_of(kind, url, chrome)))


def _first(path: str, targets: Iterable[Target]) -> Target | None:
    return next((target for target in targets if target.path == path), None)


def _at(kind: str, url: str, views: Iterable[View]) -> Found:
    return next(((kind, view) for view in views if view["url"] == url), None)


def _home(pages: Pages, key: str, url: str) -> Found:
    return "home", home_view(pages.public, pages.cards, pages.words)


def _story(pages: Pages, key: str, url: str) -> Found:
    story = pages.public.stories.get(key)
    if story:
        return "story", story_view(story, pages.public, pages.cards, pages.related.alone(story), pages.words)
    return _at("list", url, stories_views(pages.public, pages.cards, pages.words)) if key in _LIST else None


def _person(pages: Pages, key: str, url: str) -> Found:
    if key in pages.public.by_person:
        return "person", person_view(key, pages.public, pages.cards, pages.words)
    return _at("people", url, pages.people) if key in _LIST else None


def _unit(pages: Pages, key: str, url: str) -> Found:
    if key in pages.public.by_organisation:
        return _at("organisation", url, unit_views(key, pages.public, pages.cards, pages.words))
    return _at("organisations", url, organisations_views(pages.public, pages.words)) if key in _LIST else None


def _sector(pages: Pages, key: str, url: str) -> Found:
    if key not in pages.public.by_sector:
        return None
    return _at("list", url, sector_views(key, pages.public, pages.cards, pages.words))


def _place(pages: Pages, key: str, url: str) -> Found:
    if key not in pages.public.by_place:
        return None
    return _at("list", url, place_views(key, pages.public, pages.cards, pages.words))


def _year(pages: Pages, key: str, url: str) -> Found:
    if key not in pages.public.by_year:
        return None
    return _at("list", url, year_views(key, pages.public, pages.cards, pages.words))


def _hall(pages: Pages, key: str, url: str) -> Found:
    return "hall", hall_view(pages.public, pages.cards, pages.words)


def _programme(pages: Pages, key: str, url: str) -> Found:
    return "programme", programme_view(pages.public, pages.cards, pages.words)


def _press(pages: Pages, key: str, url: str) -> Found:
    return "press", press_view(pages.public, pages.cards, pages.words)


def _search(pages: Pages, key: str, url: str) -> Found:
    return "search", search_view(pages.public, pages.words)


def _adopt(pages: Pages, key: str, url: str) -> Found:
    return "adopt", adopt_view(pages.public, pages.cards, pages.words)


def _manual(pages: Pages, key: str, url: str) -> Found:
    if url != urls.MANUAL:
        return None
    return "manual", manual_view(pages.words)


def _open_data(pages: Pages, key: str, url: str) -> Found:
    return "data", data_view(pages.public, pages.words)


def _offline(pages: Pages, key: str, url: str) -> Found:
    return "offline", offline_view(pages.words)


def _event(pages: Pages, key: str, url: str) -> Found:
    one = pages.public.events.get(key)
    if one:
        return "event", event_view(one, pages.public, pages.cards, pages.words)
    return ("events", events_view(pages.public, pages.words)) if key == "" else None


_FEED_OF = {"linh-vuc": "sector/{}", "don-vi": "organisation/{}"}
_LIST = ("", "trang")
_RECORDS = ("sang-kien", "tac-gia", "don-vi", "linh-vuc", "dia-ban", "nam", "su-kien")
_FINDERS: Mapping[str, Callable[[Pages, str, str], Found]] = {
    "": _home,
    "sang-kien": _story,
    "tac-gia": _person,
    "don-vi": _unit,
    "linh-vuc": _sector,
    "dia-ban": _place,
    "nam": _year,
    "vinh-danh": _hall,
    "su-kien": _event,
    "chuong-trinh": _programme,
    "bao-chi": _press,
    "tim-kiem": _search,
    "lam-theo": _adopt,
    "huong-dan": _manual,
    "ngoai-tuyen": _offline,
    "du-lieu": _open_data,
}
