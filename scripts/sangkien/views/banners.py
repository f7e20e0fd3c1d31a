"""The announcements of the home page."""

from __future__ import annotations

from typing import Any

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.occasions import banner_span
from sangkien.views.words import Words


def banners(catalogue: Catalogue, words: Words) -> list[dict[str, Any]]:
    """The announcements of this moment, the urgent ones first, samples last."""
    now, order = catalogue.settings.now, ("urgent", "reminder", "news")
    found = []
    for banner in catalogue.banners:
        starts, ends = banner_span(banner, catalogue.settings)
        if starts <= now < ends:
            url = _shown_url(banner.url, catalogue)
            found.append(
                {
                    "text": banner.text,
                    "url": url,
                    "inside": url is not None and "://" not in url,
                    "tone": banner.tone,
                    "label": words(f"banner.{banner.tone}"),
                    "sample": banner.sample,
                }
            )
    return sorted(found, key=lambda one: (one["sample"], order.index(str(one["tone"]))))


def _shown_url(url: str | None, catalogue: Catalogue) -> str | None:
    """From the site's root; None for a page that is not public: its address would give it away."""
    if url is None or not url.startswith("/"):
        return url
    section, _, rest = url.lstrip("/").partition("/")
    key = rest.partition("/")[0].partition("#")[0].partition("?")[0].removesuffix(".ics")
    public = {"sang-kien": catalogue.stories, "su-kien": catalogue.events}.get(section)
    if public is not None and key not in ("", "trang") and key not in public:
        return None
    return url.lstrip("/")
