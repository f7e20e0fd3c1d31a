"""The page of the search, and what its script shows: facets to choose from, and the interface's words."""

from __future__ import annotations

from typing import Any, NamedTuple

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.model.vocabulary import NO_MOTIF
from sangkien.views.sectors import ways
from sangkien.views.words import Words


class Facet(NamedTuple):
    """``key``: its file of the index; ``param``: its name in an address."""

    key: str
    param: str
    vocabulary: str | None = None


FACETS = (
    Facet("sector", "linh-vuc", "sectors"),
    Facet("place", "dia-ban", "places"),
    Facet("unit", "don-vi"),
    Facet("solution", "giai-phap", "solutions"),
    Facet("year", "nam"),
    Facet("award", "khen-thuong", "awards"),
    Facet("benefit", "loi-ich", "benefits"),
)
NARROWED = "unit"
"""The facet with so many values that its group has a box to narrow them."""
VERBATIM = "nguyen-van"
"""In an address: what was typed is meant, look for nothing else."""


def search_view(catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """The page of the search; the lists serve where no script runs."""
    return {
        "url": urls.SEARCH,
        "title": words("nav.search"),
        "description": words("search.description"),
        "sample": False,
        "sectors": ways(catalogue, "sectors", words),
        "places": ways(catalogue, "places", words),
        "years": [{"name": key, "url": urls.year(key)} for key in sorted(catalogue.by_year, reverse=True)],
        **search_parts(catalogue, words),
    }


def search_parts(catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """What any page needs on which the script runs: its facets and its words."""
    return {"facets": _facets(catalogue, words), "script": _script(words)}


def _facets(catalogue: Catalogue, words: Words) -> list[dict[str, Any]]:
    """A facet whose vocabulary the fair lacks is left out."""
    labels = {
        "sector": words("fact.sector"),
        "place": words("fact.place"),
        "unit": words("organisations.title"),
        "solution": words("facet.solution"),
        "year": words("fact.year"),
        "award": words("facet.award"),
        "benefit": words("story.benefit"),
    }
    return [
        {"key": one.key, "param": one.param, "label": labels[one.key], "narrowed": one.key == NARROWED}
        for one in FACETS
        if one.vocabulary is None or catalogue.vocabularies.names(one.vocabulary)
    ]


def _script(words: Words) -> dict[str, Any]:
    """Phrases with their places left open, addresses, and names: whatever the script prints."""
    return {
        "stories": urls.STORIES,
        "people": urls.PEOPLE,
        "units": urls.ORGANISATIONS,
        "motif": NO_MOTIF,
        "verbatim_param": VERBATIM,
        "found": [words.count("count.stories", 1), words("count.stories", n="{n}")],
        "people_found": [words.count("count.people", 1), words("count.people", n="{n}")],
        "units_found": [words.count("count.organisations", 1), words("count.organisations", n="{n}")],
        "samples": [words.count("count.samples", 1), words("count.samples", n="{n}")],
        "samples_short": words("facet.samples", n="{n}"),
        "both": words("search.both", found="{found}", samples="{samples}"),
        "none": words("search.none"),
        "short": words("search.short"),
        "partly": words("search.partly"),
        "instead": words("search.instead", q="{q}"),
        "verbatim": words("search.verbatim", q="{q}"),
        "failed": words("search.failed"),
        "lost": words("search.lost"),
        "old": words("search.old"),
        "more_names": words("search.more_names"),
        "people_title": words("people.title"),
        "units_title": words("organisations.title"),
        "collective": words("person.collective"),
        "sample": words("sample.mark"),
        "award": words("card.award"),
        "remove": words("facet.remove", name="{name}"),
    }
