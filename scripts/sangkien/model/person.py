"""A person's or a collective's own record: ``content/people/<id>.md``. Optional for an author."""

from __future__ import annotations

from pydantic.dataclasses import dataclass

from sangkien.model.initiative import Consent
from sangkien.model.scalars import CONFIG, Boolean, FileName, Line, Prose, Slug


@dataclass(frozen=True, slots=True, config=CONFIG)
class Person:
    """Portrait, position, citation of a person or (``collective: true``) of a group.

    ``consent: {withdrawn: DATE}`` takes the person out of every initiative at once.
    """

    name: Line
    role: Line | None = None
    organisation: Slug | None = None
    portrait: FileName | None = None
    portrait_alt: Line | None = None
    portrait_credit: Line | None = None
    citation: Prose | None = None
    collective: Boolean = False
    consent: Consent | None = None
    sample: Boolean = False
