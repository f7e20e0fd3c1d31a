"""Settings of one run, frozen: read once at the edge, handed down everywhere. Layer 0."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from sangkien.diagnostics import Language

Some = Literal["all", "featured", "none"]
PLACEHOLDER_SITE_URL = "https://example.org/"
REPORTS_DIR = "bao-cao"
"""Where the report is written: a folder of ours in which nothing lies that was sent in."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a fair decides in ``mkdocs.yml``, and what the edge adds: the root and the hour.

    Attributes:
        root: absolute path of the fair (the folder of its ``mkdocs.yml``).
        now: the moment of the run, aware. Nothing else in the project knows the time.
        site_url: absolute, ends with ``/``.
        typeface: family of an installed font package, or ``none``.
        page_size: cards on one page of a list.
        press_kits: which stories have a press kit; ``none``: nothing has one.
        drawn_cards: which pages without a photo have a card of their own for shared links; ``none``: not even
            the site.
        press_contact: whom a journalist asks; empty: the organiser.
        about_short, about_medium, about_long: what journalists may copy about the fair, in three lengths.
        feed_size: entries in the feed of all stories.
        text_licence: under which text and data may be used again; empty where nothing is said.
    """

    root: str
    now: datetime
    site_name: str
    site_url: str = PLACEHOLDER_SITE_URL
    site_description: str = ""
    organiser: str = ""
    language: Language = "vi"
    timezone: str = "Asia/Ho_Chi_Minh"
    typeface: str = "Be Vietnam Pro"
    page_size: int = 48
    feed_size: int = 50
    press_kits: Some = "featured"
    drawn_cards: Some = "featured"
    press_contact: str = ""
    about_short: str = ""
    about_medium: str = ""
    about_long: str = ""
    text_licence: str = ""
    content_dir: str = "content"
    initiatives_dir: str = "initiatives"
    theme_dir: str = "theme"
    site_dir: str = "site"
    reserved_slugs: tuple[str, ...] = ("trang",)

    @property
    def zone(self) -> ZoneInfo:
        """The fair's time zone, in which bare dates begin at midnight."""
        return ZoneInfo(self.timezone)

    @property
    def today(self) -> date:
        """The date in the fair's zone."""
        return self.now.astimezone(self.zone).date()
