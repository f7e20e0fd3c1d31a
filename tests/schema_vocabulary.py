"""Facts of schema.org's vocabulary (version 29): which type has which property, and what may stand in it.

Only what our pages use, and what those types inherit; an expected type stands where the value is an object.
"""

from __future__ import annotations

from typing import Any

Range = frozenset[str]
TEXT: Range = frozenset()
"""A property whose value is never an object here: text, number, boolean, date, URL."""

_THING: dict[str, Range] = {
    **dict.fromkeys(("name", "description", "url", "image", "sameAs", "mainEntityOfPage"), TEXT),
}
_WORK = _THING | {
    **dict.fromkeys(
        ("headline", "datePublished", "dateModified", "inLanguage", "isAccessibleForFree", "award"), TEXT
    ),
    "about": frozenset({"CreativeWork", "Organization", "Person", "Event"}),
    "mainEntity": frozenset({"Person", "Organization", "ItemList"}),
    "creator": frozenset({"Person", "Organization"}),
    "author": frozenset({"Person", "Organization"}),
    "publisher": frozenset({"Person", "Organization"}),
    "license": frozenset({"CreativeWork"}),
}
_PAGE = _WORK | {"breadcrumb": frozenset({"BreadcrumbList"})}

PROPERTIES: dict[str, dict[str, Range]] = {
    "Article": _WORK,
    "CreativeWork": _WORK,
    "WebSite": _WORK,
    "WebPage": _PAGE,
    "CollectionPage": _PAGE,
    "ProfilePage": _PAGE,
    "Dataset": _WORK | {"distribution": frozenset({"DataDownload"})},
    "DataDownload": _WORK | {"contentUrl": TEXT, "encodingFormat": TEXT},
    "Person": _THING | {"jobTitle": TEXT, "worksFor": frozenset({"Organization"}), "award": TEXT},
    "Organization": _THING | {"parentOrganization": frozenset({"Organization"}), "award": TEXT},
    "BreadcrumbList": _THING | {"itemListElement": frozenset({"ListItem"})},
    "ListItem": _THING | {"position": TEXT, "item": TEXT},
    "Event": _THING
    | {
        **dict.fromkeys(("startDate", "endDate", "eventStatus", "eventAttendanceMode", "inLanguage"), TEXT),
        "location": frozenset({"Place", "PostalAddress"}),
        "organizer": frozenset({"Person", "Organization"}),
        "subEvent": frozenset({"Event"}),
    },
    "Place": _THING | {"address": frozenset({"PostalAddress"})},
    "PostalAddress": _THING | {"streetAddress": TEXT, "addressLocality": TEXT},
}


def faults(data: dict[str, Any], where: str = "$") -> list[str]:
    """What of a JSON-LD object is not in the vocabulary, with its path."""
    kind = data.get("@type")
    if kind not in PROPERTIES:
        return [f"{where}: no type {kind}"]
    found = []
    for key, value in data.items():
        if key in {"@context", "@type", "@id"}:
            continue
        if key not in PROPERTIES[kind]:
            found.append(f"{where}.{key}: not of {kind}")
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                if one.get("@type") not in PROPERTIES[kind][key]:
                    found.append(f"{where}.{key}: a {one.get('@type')}")
                found += faults(one, f"{where}.{key}")
            elif one in (None, ""):
                found.append(f"{where}.{key}: empty")
    return found
