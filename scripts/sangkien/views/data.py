"""The page of the open data: what there is, how to open it, what each column says."""

from __future__ import annotations

from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.views.words import Words

COLUMNS = {
    "slug": "string",
    "id": "string",
    "title": "string",
    "summary": "string",
    "authors": "string",
    "organisation_id": "string",
    "organisation": "string",
    "sector_id": "string",
    "sector": "string",
    "solution": "string",
    "place_id": "string",
    "place": "string",
    "applied": "date",
    "registered": "date",
    "published": "date",
    "updated": "date",
    "benefit_vnd_per_year": "integer",
    "recognition": "string",
    "url": "string",
    "short_url": "string",
    "photo_url": "string",
}
"""Columns of the CSV file, in order, and their type in a table schema (frictionless)."""


def data_view(catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """Where the files are and what stands in them."""
    settings = catalogue.settings
    real = sum(not story.head.sample for story in catalogue.stories.values())
    return {
        "url": urls.DATA,
        "title": words("data.title"),
        "description": words("data.description"),
        "count": words.count("count.stories", real),
        "csv": urls.CATALOGUE_CSV,
        "json": urls.CATALOGUE_JSON,
        "package": urls.DATA_PACKAGE,
        "example": urls.story_data("…"),
        "licence": settings.text_licence,
        "columns": [{"name": name, "about": words(f"data.field.{name}")} for name in COLUMNS],
        "sample": False,
    }
