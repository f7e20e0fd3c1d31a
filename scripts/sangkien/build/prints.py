"""Fingerprints of what pages are made of: where one is the same, its pages need no planning again.

``shared`` is what any page may be made of beside stories. A story counts in three ways: by its digest where
its page, data or text is shown, by its card where that is, and by its roll (``records.Head``) in lists,
counts and people.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property

from sangkien.catalogue.records import Story
from sangkien.search.plan import SearchPlan
from sangkien.targets.feeds import feed_keys, feed_print
from sangkien.targets.pages import PagePlan
from sangkien.views.adopt import adopt_print
from sangkien.views.banners import banners
from sangkien.views.events import event_print, events_print
from sangkien.views.fair import at_home
from sangkien.views.lists import page_at, place_of, stories_of
from sangkien.views.parts import digest_of

Key = tuple[str, str]
"""Section and key, as ``PagePlan.sections`` names them."""


class Prints:
    """Fingerprints of one plan, each reckoned when it is asked for."""

    def __init__(self, plan: PagePlan, search: SearchPlan) -> None:
        self._plan, self._search, self._catalogue = plan, search, plan.catalogue

    @cached_property
    def shared(self) -> str:
        """Digest of what any page may be made of beside stories: words, vocabularies, people, chrome.

        Also which units, places, sectors and years have a page: links to them come and go with it.
        """
        found, plan = self._catalogue, self._plan
        return digest_of(
            (
                plan.base,
                plan.chrome.digest,
                found.vocabularies.shown(),
                sorted((key, profile.digest) for key, profile in found.people.items()),
                sorted(found.by_organisation),
                {name: sorted(index) for name, index in plan.indexes().items()},
            )
        )

    @cached_property
    def rolls(self) -> str:
        """Digest of all stories as lists and counts have them, in order."""
        stories = self._catalogue.stories.values()
        return digest_of("".join([f"{story.slug}\t{story.head.roll}\n" for story in stories]))

    @cached_property
    def digests(self) -> dict[str, str]:
        """Slug → digest of the story."""
        return {slug: story.digest for slug, story in self._catalogue.stories.items()}

    def of(self, name: str, key: str) -> str:
        """The fingerprint of a key."""
        if name == "story":
            story = self._catalogue.stories[key]
            return self._whole((story, *self._plan.related.of(story)))
        if name == "person":
            return self._whole(self._catalogue.by_person[key])
        if name == "organisation":
            return self._whole(self._catalogue.by_organisation[key])
        if name == "list":
            return self._list(*key.split("/"))
        if name in ("card", "line"):
            return self._search.fingerprint(name, key)
        if name == "feed":
            return feed_print(key, self._catalogue)
        if name == "event":
            return event_print(self._catalogue.events[key], self._catalogue)
        return self._fair(key)

    def _whole(self, stories: Iterable[Story]) -> str:
        return digest_of("".join([f"{story.slug}\t{story.digest}\n" for story in stories]))

    def _list(self, name: str, key: str, place: str) -> str:
        stories = stories_of(name, key, self._catalogue)
        page = page_at(stories, self._catalogue.settings.page_size, int(place))
        counted = self._counted(name, key)
        shown = [(story.card, story.head.roll) for story in page.stories]
        return digest_of((len(stories), counted, shown, self.rolls if key == "" and place == "0" else ""))

    @cache  # noqa: B019  # it lives as long as one build
    def _counted(self, name: str, key: str) -> int:
        return sum(not story.head.sample for story in stories_of(name, key, self._catalogue))

    def _fair(self, key: str) -> str:
        """Of a page of the whole fair. The day counts where a page says what is over."""
        found, today = self._catalogue, self._catalogue.settings.today
        if key in ("manual", "offline"):
            return ""
        if key == "events":
            return events_print(found)
        if key == "adopt":
            return adopt_print(found)
        if key in ("people", "organisations", "search", "data"):
            return self.rolls
        if key == "programme":
            return digest_of((self.rolls, today, found.programme))
        told = self._told
        if key == "home":
            now = (today, found.programme, events_print(found), banners(found, self._plan.words))
            return digest_of((self.rolls, told, now))
        if key == "press":
            return digest_of((self.rolls, told, found.programme, events_print(found)))
        return digest_of((self.rolls, told))

    @cached_property
    def _told(self) -> str:
        """Of the stories that pages of the whole fair tell of, and of the newest."""
        found = self._catalogue
        told = [story.digest for story in found.stories.values() if story.head.shown]
        return digest_of((told, [story.digest for story in at_home(found)]))

    @cached_property
    def _feeds(self) -> frozenset[str]:
        return frozenset(feed_keys(self._catalogue))

    def touched(self, changed: Collection[str]) -> Iterator[Key]:
        """What the text or the card of these stories may change, where every roll is as it was."""
        found, size = self._catalogue, self._catalogue.settings.page_size
        numbers = {slug: number for number, slug in enumerate(found.stories)} if changed else {}
        for key in self._plan.sections()["fair"]:
            yield "fair", key
        for key in found.events:
            yield "event", key
        for slug in self._plan.related.showing(changed):
            yield "story", slug
        for slug in changed:
            story = found.stories[slug]
            yield "story", slug
            yield "card", self._search.card_of(numbers[slug])
            people, units, places, sectors, years = story.groups
            if not story.head.sample:
                fed = [
                    "all/",
                    *(f"sector/{key}" for key in sectors),
                    *(f"organisation/{key}" for key in units),
                ]
                yield from (("feed", key) for key in fed if key in self._feeds)
            yield from (("person", key) for key in people)
            yield from (("organisation", key) for key in units)
            groups = (("all", ("",)), ("place", places), ("sector", sectors), ("year", years))
            for name, keys in groups:
                for key in keys:
                    stories = stories_of(name, key, found)
                    yield "list", f"{name}/{key}/{place_of(stories, size, story)}"
