"""Published pictures: variants of photos and portraits, the card of each story's first photo."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.occasions import Occasion
from sangkien.catalogue.records import Story
from sangkien.photos.facts import PhotoFacts
from sangkien.photos.variants import card_name, make_all, variant_name, variant_sizes
from sangkien.targets.target import Target


class PictureData(NamedTuple):
    """One published picture: where its source stands, what it is, and under which cached name."""

    source: str
    facts: PhotoFacts
    name: str
    card: bool


def plan_pictures(catalogue: Catalogue, base: str) -> Iterator[Target]:
    """Targets of one photo stand together and share a group: it is decoded once."""
    for story in catalogue.stories.values():
        if not story.head.pictured:
            continue
        folder = story.file.rsplit("/", 1)[0]
        shown = [photo.file for photo in story.initiative.photos if photo.file in story.photos]
        for file in dict.fromkeys(shown):
            facts = story.photos[file]
            with_card = file == shown[0]
            address = partial(urls.photo, story.slug)
            yield from _variants(f"{folder}/{file}", facts, address, base, with_card)
            if with_card:
                path = urls.photo_card(story.slug, facts.digest)
                yield _target(path, f"{folder}/{file}", facts, card_name(facts.digest), base, True)
    for key, one in catalogue.events.items():
        yield from _of_event(key, one, base)
    for key, profile in catalogue.people.items():
        portrait = profile.person.portrait
        if portrait and portrait in profile.photos:
            folder = profile.file.rsplit("/", 1)[0]
            yield from _variants(
                f"{folder}/{portrait}", profile.photos[portrait], partial(urls.portrait, key), base, False
            )


def large_picture(story: Story) -> dict[str, PictureData]:
    """URL → the largest published variant of a story's first sound photo; empty where there is none."""
    shown = [photo.file for photo in story.initiative.photos if photo.file in story.photos]
    if not shown:
        return {}
    facts, edge = story.photos[shown[0]], max(variant_sizes(story.photos[shown[0]])[-1])
    source = f"{story.file.rsplit('/', 1)[0]}/{shown[0]}"
    return {
        urls.photo(story.slug, facts.digest, edge): PictureData(
            source, facts, variant_name(facts.digest, edge), card=True
        )
    }


def _of_event(key: str, one: Occasion, base: str) -> Iterator[Target]:
    folder = one.file.removesuffix(".md")
    shown = [photo.file for photo in one.event.photos if photo.file in one.photos]
    for file in dict.fromkeys(shown):
        facts, with_card = one.photos[file], file == shown[0]
        yield from _variants(f"{folder}/{file}", facts, partial(urls.event_photo, key), base, with_card)
        if with_card:
            path = urls.event_photo_card(key, facts.digest)
            yield _target(path, f"{folder}/{file}", facts, card_name(facts.digest), base, True)


def _variants(
    source: str, facts: PhotoFacts, address: partial[str], base: str, card: bool
) -> Iterator[Target]:
    for size in variant_sizes(facts):
        edge = max(size)
        yield _target(
            address(facts.digest, edge), source, facts, variant_name(facts.digest, edge), base, card
        )


def _target(path: str, source: str, facts: PhotoFacts, name: str, base: str, card: bool) -> Target:
    data = PictureData(source, facts, name, card)
    return Target(path, f"{base}{name}", "picture", data, group=f"{source}:{facts.digest}")


def make_pictures(data: PictureData, raw: bytes) -> dict[str, bytes]:
    """All files of one photo by their cached names. Raises PhotoError when the file changed meanwhile."""
    made = make_all(raw, data.facts, card=data.card)
    names = [variant_name(data.facts.digest, max(size)) for size in variant_sizes(data.facts)]
    files = dict(zip(names, made.variants, strict=True))
    if made.card is not None:
        files[card_name(data.facts.digest)] = made.card
    return files
