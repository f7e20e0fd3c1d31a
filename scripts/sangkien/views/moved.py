"""Addresses that lead on: earlier names of stories, events and people, and what the ledger says."""

from __future__ import annotations

from collections.abc import Mapping

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.views.people import redirects


def moved(catalogue: Catalogue, people: Mapping[str, str] | None = None) -> dict[str, str]:
    """Address → the page's address now, sorted, of a public catalogue. Short addresses are not among them.

    A page that stands at an address goes before whatever leads on from there. ``people``: what
    ``views.people.redirects`` gives, where it is known.
    """
    found = {**catalogue.former.moved, **(redirects(catalogue) if people is None else people)}
    for slug, story in catalogue.stories.items():
        for alias in story.head.aliases:
            if alias not in catalogue.stories:
                found[urls.story(alias)] = urls.story(slug)
    for key, one in catalogue.events.items():
        for alias in one.event.aliases:
            if alias not in catalogue.events:
                found[urls.event(alias)] = urls.event(key)
    return dict(sorted(found.items()))
