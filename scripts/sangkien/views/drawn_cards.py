"""What a shared link shows where there is no photo: who gets a card of their own, and what it says."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.occasions import Occasion
from sangkien.catalogue.records import Story
from sangkien.model.vocabulary import NO_MOTIF
from sangkien.photos.drawn import CardText
from sangkien.settings import Settings
from sangkien.typeface.package import NONE
from sangkien.views.cards import author_names
from sangkien.views.sectors import look_of_story
from sangkien.views.words import Words


class Drawn(NamedTuple):
    """A card: its address from the site's root, and its text."""

    url: str
    text: CardText


def drawn(page: str, text: CardText) -> Drawn:
    """The card of a page, beside it."""
    return Drawn(urls.drawn_card(page, text.name), text)


def draws(settings: Settings) -> bool:
    """Whether cards are drawn at all: without the fair's typeface there is nothing to draw with."""
    return settings.drawn_cards != "none" and settings.typeface != NONE


@lru_cache(maxsize=4)
def site_card(settings: Settings) -> Drawn | None:
    """The card of the site itself, for every page without one of its own."""
    if not draws(settings):
        return None
    lines = (settings.organiser,) if settings.organiser else ()
    text = CardText(settings.site_name, "", lines, _home(settings), 1, NO_MOTIF)
    return drawn("assets/", text)


def story_card(story: Story, catalogue: Catalogue, words: Words) -> Drawn | None:
    """Of a real story without a photo."""
    settings, head = catalogue.settings, story.head
    if not draws(settings) or head.sample or story.photos:
        return None
    initiative = story.initiative
    if settings.drawn_cards == "featured" and not (head.shown and initiative.featured):
        return None
    look = look_of_story(catalogue, story)
    sector = None if initiative.confidential else catalogue.entry("sectors", initiative.sector)
    unit = None if initiative.confidential else catalogue.entry("organisations", initiative.organisation)
    lines = (author_names(initiative, words), unit.label if unit else "")
    text = CardText(
        initiative.title,
        sector.label if sector else "",
        tuple(line for line in lines if line),
        settings.site_name,
        look.hue,
        look.motif,
    )
    return drawn(urls.story(story.slug), text)


def person_card(
    view: dict[str, Any], motif: str, featured: bool, settings: Settings, words: Words
) -> Drawn | None:
    """Of a real person or collective with honours and a ``featured`` story, by the page's view.

    Honours alone don't make one: in a large fair they are thousands, and a card takes some 5 ms.
    """
    honours = [row for row in view["honours"] if not row["sample"]]
    wanted = (honours and featured) or settings.drawn_cards == "all"
    if not draws(settings) or view["sample"] or not wanted:
        return None
    kicker = words("nav.hall") if honours else words("person.author")
    lines = tuple(line for line in (view["role"], view["unit"]) if line)
    return drawn(view["url"], CardText(view["title"], kicker, lines, settings.site_name, view["hue"], motif))


def event_drawn_card(one: Occasion, when: str, settings: Settings, words: Words) -> Drawn | None:
    """Of a real event without a photo: there are few of them."""
    if not draws(settings) or one.event.sample or one.photos:
        return None
    lines = (when, one.event.venue.name)
    text = CardText(one.event.name, words("press.kit_of_event"), lines, settings.site_name, 1, "bell")
    return drawn(urls.event(one.id), text)


def unit_card(key: str, name: str, look: tuple[int, str], settings: Settings, words: Words) -> Drawn | None:
    """Of a unit with real stories, where all have cards."""
    if settings.drawn_cards != "all" or not draws(settings):
        return None
    text = CardText(name, words("organisation.kicker"), (), settings.site_name, *look)
    return drawn(urls.organisation(key), text)


def _home(settings: Settings) -> str:
    """The site's address as people say it."""
    return settings.site_url.split("://")[-1].rstrip("/")
