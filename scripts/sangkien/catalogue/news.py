"""What is news: stories of the last two days, as search engines take them in a news sitemap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story, instant

FRESH = timedelta(days=2)
"""How long a story is news."""
MOST = 1000
"""Stories in one news sitemap, by Google's rules."""


def news(catalogue: Catalogue) -> list[tuple[Story, datetime]]:
    """The newest stories with the hour of publication, newest first; samples are no news."""
    return list(_fresh(catalogue))[:MOST]


def news_ends(catalogue: Catalogue) -> Iterator[datetime]:
    """The hours at which a story stops being news."""
    return (hour + FRESH for _, hour in _fresh(catalogue))


def _fresh(catalogue: Catalogue) -> Iterator[tuple[Story, datetime]]:
    now = catalogue.settings.now
    for story in reversed(tuple(catalogue.stories.values())):
        hour = instant(story.head.published, catalogue.settings) if story.head.published else None
        if hour and hour + FRESH <= now:
            return  # they stand in the order of publication
        if hour and hour <= now and not story.head.sample:
            yield story, hour
