"""The functions that make targets from plain data, by name: they run in any process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sangkien.targets.calendars import make_calendar
from sangkien.targets.catalogue_data import make_late
from sangkien.targets.data import make_data
from sangkien.targets.embeds import make_embed, make_oembed
from sangkien.targets.feed_formats import make_atom, make_json_feed
from sangkien.targets.former import make_redirects, make_tombstone
from sangkien.targets.forms import make_report_form, make_sheet_form
from sangkien.targets.offline import make_worker
from sangkien.targets.pages import make_page, make_redirect
from sangkien.targets.revisions import make_revisions
from sangkien.targets.sitemaps import make_news, make_robots, make_sitemap, make_sitemaps
from sangkien.targets.target import Kit, make_text

MAKERS: Mapping[str, Callable[[Any, Kit], bytes]] = {
    "page": make_page,
    "redirect": make_redirect,
    "redirects": make_redirects,
    "tombstone": make_tombstone,
    "data": make_data,
    "embed": make_embed,
    "oembed": make_oembed,
    "calendar": make_calendar,
    "atom": make_atom,
    "json_feed": make_json_feed,
    "sitemap": make_sitemap,
    "sitemaps": make_sitemaps,
    "news": make_news,
    "robots": make_robots,
    "revisions": make_revisions,
    "sheet-form": make_sheet_form,
    "report-form": make_report_form,
    "text": make_text,
    "late": make_late,
    "worker": make_worker,
}
"""``picture``, ``drawn_card``, ``press_kit``, ``rss``, ``file``: the build makes them, with its caches."""
