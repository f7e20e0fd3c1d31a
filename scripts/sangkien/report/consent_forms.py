"""Forms to print and sign, one page a person: what is shown, where, and how to take the consent back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sangkien.settings import PLACEHOLDER_SITE_URL, Settings


class Story(NamedTuple):
    """What a form is about: ``kind`` says whether a story or an event."""

    kind: str
    title: str


class Person(NamedTuple):
    """Whom a form is for; ``role``: position and unit."""

    name: str
    role: str
    stories: tuple[Story, ...]


def environment(*themes: Path) -> Environment:
    """Templates of this package, then of ``themes``: everything is escaped, nothing may be missing."""
    return Environment(
        loader=FileSystemLoader([Path(__file__).parent, *themes]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def forms(people: Sequence[Person], settings: Settings) -> str:
    """One HTML file, whole in itself, in Vietnamese: that is what people sign here."""
    known = settings.site_url != PLACEHOLDER_SITE_URL
    return (
        environment()
        .get_template("consent_forms.html")
        .render(
            people=people,
            site=settings.site_name,
            organiser=settings.organiser or settings.site_name,
            address=settings.site_url if known else f"“{settings.site_name}”",
        )
    )
