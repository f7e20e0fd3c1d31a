"""A story on other people's pages: the frame that they paste, and what its card is made of."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from sangkien import urls
from sangkien.catalogue.records import Story
from sangkien.settings import Settings
from sangkien.views.drawn_cards import Drawn
from sangkien.views.parts import Part

FRAME = (600, 400)
"""Width and height of the frame, in pixels of CSS; the card fits any width from 300 up."""


class Embed(NamedTuple):
    """What both files are made of, beside words and settings.

    Attributes:
        card: the story's, as lists show it.
        slug: of the story.
        author: address of the first author's page from the root, where somebody is named.
        thumbnail: address of the 1200×630 picture of the story from the root, where it has one.
    """

    card: Part
    slug: str
    author: str | None
    thumbnail: str | None


def embed_of(story: Story, card: Part, drawn: Drawn | None) -> Embed:
    """``drawn``: the story's drawn card, where it has one."""
    author = next((key for key in story.author_ids if key), None)
    photo = next((one.file for one in story.initiative.photos if one.file in story.photos), None)
    thumbnail = urls.photo_card(story.slug, story.photos[photo].digest) if photo else drawn and drawn.url
    return Embed(card, story.slug, author and urls.person(author), thumbnail)


def frame_code(slug: str, title: str, settings: Settings) -> str:
    """The HTML that shows a story's card on another page. No script, no style sheet."""
    width, height = FRAME
    named = escape(f"{title} – {settings.site_name}")
    return (
        f'<iframe src="{escape(settings.site_url)}{urls.embed(slug)}" title="{named}" width="{width}" '
        f'height="{height}" style="border:0;max-width:100%" loading="lazy"></iframe>'
    )
