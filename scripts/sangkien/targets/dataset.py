"""JSON-LD of the page of the open data: ``Dataset`` with its files (schema.org)."""

from __future__ import annotations

from typing import Any

from sangkien import urls
from sangkien.settings import Settings


def dataset(page: dict[str, Any], canonical: str, settings: Settings) -> dict[str, Any]:
    """What stands beside ``@context``, ``url`` and ``publisher``."""
    data: dict[str, Any] = {
        "@type": "Dataset",
        "@id": canonical,
        "name": f"{page['title']} – {settings.site_name}",
        "description": page["description"],
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "contentUrl": settings.site_url + path, "encodingFormat": kind}
            for path, kind in ((urls.CATALOGUE_JSON, "application/json"), (urls.CATALOGUE_CSV, "text/csv"))
        ],
    }
    if settings.text_licence:
        data["license"] = {"@type": "CreativeWork", "name": settings.text_licence}
    return data
