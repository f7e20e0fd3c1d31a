"""Cards: how a story shows on every page but its own. One for each story, made once a build."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.model.initiative import Initiative
from sangkien.views.parts import LazyPart
from sangkien.views.pictures import picture
from sangkien.views.sectors import look_of_story
from sangkien.views.words import Words

NAMES_ON_A_CARD = 2


class Cards:
    """Makes and keeps the cards of one build, and what its lists count."""

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        self._catalogue, self._words = catalogue, words
        self._made: dict[str, LazyPart] = {}
        self._counted: dict[str, int] = {}

    def of(self, story: Story) -> LazyPart:
        """The card of a story; the same object each time."""
        card = self._made.get(story.slug)
        if card is None:
            card = self._made[story.slug] = _card(story, self._catalogue, self._words)
        return card

    def counted(self, base: str, stories: Sequence[Story]) -> int:
        """How many stories of the list at ``base`` are no samples: counted once for all its pages."""
        if base not in self._counted:
            self._counted[base] = sum(not story.head.sample for story in stories)
        return self._counted[base]


def _card(story: Story, catalogue: Catalogue, words: Words) -> LazyPart:
    """Told apart by all it is made of; words and settings are in every page's digest already."""
    initiative = story.initiative
    hidden = initiative.confidential
    unit = None if hidden else catalogue.entry("organisations", initiative.organisation)
    sector = None if hidden else catalogue.entry("sectors", initiative.sector)
    place = catalogue.entry("places", initiative.place)
    labels = _Labels(
        unit.label if unit else None,
        sector.label if sector else None,
        sector.id if sector else None,
        place.label if place else None,
        *look_of_story(catalogue, story),
    )
    return LazyPart(f"{story.card}{labels}", lambda: _content(story, labels, words))


class _Labels(NamedTuple):
    unit: str | None
    sector: str | None
    sector_id: str | None
    place: str | None
    hue: int
    motif: str


def _content(story: Story, labels: _Labels, words: Words) -> dict[str, Any]:
    initiative = story.initiative
    return {
        "url": urls.story(story.slug),
        "title": initiative.title,
        "summary": initiative.summary,
        "authors": author_names(initiative, words),
        "year": initiative.year,
        "benefit": benefit_line(initiative, words),
        "award": bool(initiative.recognition),
        "sample": initiative.sample,
        "photo": hero(story),
        **labels._asdict(),
    }


def author_names(initiative: Initiative, words: Words) -> str:
    """Up to two names, then how many more: ``Nguyễn Văn Mẫu, Lê Ví Dụ và 2 tác giả khác``."""
    names = [author.name or author.collective or words("author.nameless") for author in initiative.authors]
    if len(names) <= NAMES_ON_A_CARD:
        return ", ".join(names)
    shown = ", ".join(names[:NAMES_ON_A_CARD])
    return words("author.more", names=shown, n=words.number(len(names) - NAMES_ON_A_CARD))


def benefit_line(initiative: Initiative, words: Words) -> str | None:
    """``120 triệu đồng/năm``, or None where no sum is known."""
    benefit = initiative.benefit
    if not benefit or not benefit.vnd_per_year:
        return None
    return words("benefit.per_year", money=words.money(benefit.vnd_per_year))


def hero(story: Story) -> dict[str, object] | None:
    """The photo that stands for the story: the one that ``shows: hero``, else the first sound one."""
    sound = [photo for photo in story.initiative.photos if photo.file in story.photos]
    if not sound:
        return None
    photo = next((photo for photo in sound if photo.shows == "hero"), sound[0])
    return picture(story.photos[photo.file], partial(urls.photo, story.slug), photo)
