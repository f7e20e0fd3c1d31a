"""The only maker of URLs. All are relative to the site's root and end with ``/`` for a page. Layer 2."""

from __future__ import annotations

from sangkien.photos.variants import card_name, variant_name

HOME = ""
STORIES = "sang-kien/"
PEOPLE = "tac-gia/"
ORGANISATIONS = "don-vi/"
SECTORS = "linh-vuc/"
PLACES = "dia-ban/"
YEARS = "nam/"
"""These three have no page of their own, only pages below."""
HALL = "vinh-danh/"
PROGRAMME = "chuong-trinh/"
EVENTS = "su-kien/"
PRESS = "bao-chi/"
PRESS_KITS = f"{PRESS}tai-lieu/"
PROGRAMME_KIT = f"{PRESS}tai-lieu-chuong-trinh.zip"
SEARCH = "tim-kiem/"
ADOPT = "lam-theo/"
GUIDES = "huong-dan/"
TAKE_PART = "huong-dan/tham-gia/"
SUPPORT_GROUP = "huong-dan/to-ho-tro/"
MANUAL = "huong-dan/kiem-tra/"
IMPORT_GUIDE = "huong-dan/nhap-tu-excel-word/"
"""An editorial page that a fair may have: the forms to fill in are published beside it."""
SEARCH_INDEX = f"{SEARCH}index/"
DATA = "du-lieu/"
CATALOGUE_JSON = f"{DATA}sang-kien.json"
CATALOGUE_CSV = f"{DATA}sang-kien.csv"
DATA_PACKAGE = f"{DATA}datapackage.json"
OFFLINE = "ngoai-tuyen/"
SECTIONS = {
    "home": HOME,
    "stories": STORIES,
    "people": PEOPLE,
    "organisations": ORGANISATIONS,
    "hall": HALL,
    "programme": PROGRAMME,
    "events": EVENTS,
    "press": PRESS,
    "search": SEARCH,
    "adopt": ADOPT,
    "data": DATA,
}
"""The sections by name, for templates."""
FEED = "feed.xml"
RSS = "rss.xml"
JSON_FEED = "feed.json"
SITEMAP = "sitemap.xml"
LOGOS = (("SVG", "assets/logo.svg"), ("PNG 512 × 512", "assets/icons/app-512.png"))
"""The fair's emblem as the theme has it, for whoever prints it."""
NEWS_SITEMAP = "sitemap-news.xml"
WORKER = "sw.js"
APP = "manifest.webmanifest"
REVISIONS = "revisions.json"
REDIRECTS = "_redirects"
"""What Netlify and Cloudflare Pages read."""


def revisions(shard: str) -> str:
    """The published revisions whose marks begin with these hexadecimal digits."""
    return f"revisions/{shard}.json"


def story(slug: str) -> str:
    """An initiative's page."""
    return f"sang-kien/{slug}/"


def story_data(slug: str) -> str:
    """An initiative as JSON, beside its page."""
    return f"sang-kien/{slug}/index.json"


def embed(slug: str) -> str:
    """A story's card for other sites' pages: the only page that they may frame."""
    return f"sang-kien/{slug}/embed/"


def oembed(slug: str) -> str:
    """What a publishing system asks of a story to show its card: oEmbed 1.0, beside the page."""
    return f"sang-kien/{slug}/oembed.json"


def is_embed(path: str) -> bool:
    """Whether an output file is such a card; a story may be called ``embed`` itself."""
    return path.endswith("/embed/index.html") and path.count("/") == 3 and path.startswith(STORIES)


def photo(slug: str, digest: str, edge: int) -> str:
    """A variant of a story's photo; the name changes with the content."""
    return story(slug) + variant_name(digest, edge)


def photo_card(slug: str, digest: str) -> str:
    """The 1200×630 picture of a story for og:image."""
    return story(slug) + card_name(digest)


def portrait(person_id: str, digest: str, edge: int) -> str:
    """A variant of a person's portrait."""
    return person(person_id) + variant_name(digest, edge)


def person(person_id: str) -> str:
    """A person's or a collective's page."""
    return f"tac-gia/{person_id}/"


def event(event_id: str) -> str:
    """An event's page."""
    return f"su-kien/{event_id}/"


def event_calendar(event_id: str) -> str:
    """An event as iCalendar."""
    return f"su-kien/{event_id}.ics"


def session_calendar(event_id: str, session_id: str) -> str:
    """One session of an event as iCalendar."""
    return f"su-kien/{event_id}/{session_id}.ics"


def event_photo(event_id: str, digest: str, edge: int) -> str:
    """A variant of an event's photo."""
    return event(event_id) + variant_name(digest, edge)


def event_photo_card(event_id: str, digest: str) -> str:
    """The 1200×630 picture of an event for og:image."""
    return event(event_id) + card_name(digest)


def organisation(organisation_id: str) -> str:
    """A unit's page."""
    return f"don-vi/{organisation_id}/"


def sector(sector_id: str) -> str:
    """The list of a sector."""
    return f"linh-vuc/{sector_id}/"


def place(place_id: str) -> str:
    """The list of a place."""
    return f"dia-ban/{place_id}/"


def year(number: str) -> str:
    """The list of a year."""
    return f"nam/{number}/"


def drawn_card(page: str, name: str) -> str:
    """The drawn picture of a page for og:image, beside it."""
    return page + name


def story_kit(slug: str) -> str:
    """The press kit of a story."""
    return f"{PRESS_KITS}{slug}.zip"


def event_kit(event_id: str) -> str:
    """The press kit of an event; no slug has a slash."""
    return f"{PRESS_KITS}su-kien/{event_id}.zip"


def short(code: str) -> str:
    """The short address of an initiative, for print."""
    return f"s/{code.lower()}/"


def search_index(name: str) -> str:
    """A file of the search's index (docs/search-index.md)."""
    return f"{SEARCH_INDEX}{name}.js"


def page(base: str, number: int | None) -> str:
    """A further page of a list, counted from the oldest; the list itself for None."""
    return base if number is None else f"{base}trang/{number}/"


def to_root(url: str) -> str:
    """What leads from a page back to the root: ``sang-kien/x/`` → ``../../``; ``./`` at the root."""
    return "../" * url.count("/") or "./"


def file_of(url: str) -> str:
    """The output file of a URL: ``index.html`` in the folder of a page, else the URL itself."""
    return url + "index.html" if not url or url.endswith("/") else url
