"""One initiative's folder → what the build and the check need of it, as plain picklable values."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sangkien.catalogue.records import Profile, Story, author_ids, card_digest, instant, short_code
from sangkien.check.documents import check_document
from sangkien.check.visibility import may_be_held, withdrawn_names
from sangkien.diagnostics import Diagnostic, Severity
from sangkien.model.initiative import Initiative, Withdrawal
from sangkien.model.person import Person
from sangkien.model.scalars import as_date
from sangkien.photos.facts import PhotoFacts
from sangkien.rules.rule import Context
from sangkien.settings import Settings
from sangkien.source.document import Document
from sangkien.source.load import Facts, load_initiative
from sangkien.source.tree import Tree
from sangkien.text.plain import plain_bytes

_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_DATE_IN_BYTES = re.compile(rb"0000-00-00(?!0)")
"""The same, in plain bytes with "0" for every digit."""


@dataclass(frozen=True)
class Examined:
    """What examining one initiative gave.

    Attributes:
        story: the loaded initiative, or None where a fault kept it from being one.
        diagnostics: of the document rules, sorted.
        faulty: an error stands among them: the story is not published as it is.
        held: faulty, but nothing about its visibility is unclear: its last good page may stay.
        links_inside: the story has links, so that what it may link to is part of what it was checked against.
        withdrawn: names of authors who took the consent back, as written, whatever else is wrong.
        next_change: the next moment at which the clock alone changes any of this, None for never.
    """

    slug: str
    story: Story | None
    diagnostics: tuple[Diagnostic, ...] = ()
    faulty: bool = False
    held: bool = False
    links_inside: bool = False
    next_change: datetime | None = None
    withdrawn: tuple[str, ...] = ()


def examine_batch(
    tree: Tree, settings: Settings, context: Context, slugs: Sequence[str], known: Facts | None = None
) -> list[Examined]:
    """Examine some initiatives; runs in any process."""
    return [examine(load_initiative(tree, settings, slug, known), context) for slug in slugs]


_GROUNDS: list[tuple[Tree, Context]] = []


def stand_on(tree: Tree, context: Context) -> None:
    """Give a new process what it examines, and against what: sent with each batch that would cost a tenth."""
    _GROUNDS[:] = [(tree, context)]


def examine_here(slugs: Sequence[str]) -> list[Examined]:
    """``examine_batch`` in a process that stands on its ground."""
    tree, context = _GROUNDS[0]
    return examine_batch(tree, context.settings, context, slugs)


def examine(document: Document, context: Context) -> Examined:
    """Run the document rules over one initiative and keep what is sound of it."""
    settings = context.settings
    diagnostics = check_document(document, context)
    errors = [item for item in diagnostics if item.severity is Severity.ERROR]
    story = _story(document) if isinstance(document.record, Initiative) else None
    return Examined(
        slug=document.slug,
        story=story,
        diagnostics=diagnostics,
        faulty=bool(errors) or story is None,
        held=may_be_held(document, errors, settings),
        links_inside="](" in document.body or "]:" in document.body,
        next_change=next_change(document, settings),
        withdrawn=withdrawn_names(document),
    )


def profile_of(document: Document) -> Profile | None:
    """A person's document as a profile, None where it has no record."""
    if document.record is None:
        return None
    photos = sound_photos(document)
    return Profile(
        document.slug, document.path, document.record, document.body, photos, _digest(document, photos)
    )


def hidden_profile(document: Document, errors: Sequence[Diagnostic]) -> Profile | None:
    """A faulty person's file: withdrawn where the consent is, or may be; else None, as if there were none."""
    data: Any = document.data
    consent = data.get("consent") if isinstance(data, dict) else None
    taken_back = isinstance(consent, dict) and "withdrawn" in consent
    if isinstance(data, dict) and not taken_back and not any("consent" in error.field for error in errors):
        return None
    name = data.get("name") if isinstance(data, dict) else None
    person = Person(
        name=name if isinstance(name, str) and name.strip() else document.slug,
        consent=Withdrawal(withdrawn=date.min),
    )
    return Profile(document.slug, document.path, person, digest=_digest(document, {}))


def _story(document: Document) -> Story:
    photos = sound_photos(document)
    story = Story(
        document.slug,
        document.path,
        document.record,
        document.body,
        photos,
        _digest(document, photos),
        short_code(document.record, document.slug),
        card_digest(document.slug, document.record, photos),
        author_ids(document.record),
    )
    _ = story.groups, story.head, story.subject  # reckoned here, in any process, and kept
    return story


def sound_photos(document: Document) -> dict[str, PhotoFacts]:
    """The pictures that decode, by name."""
    return {name: facts for name, facts in document.photos.items() if isinstance(facts, PhotoFacts)}


def _digest(document: Document, photos: Mapping[str, PhotoFacts]) -> str:
    """Of the text and of the pictures that it names, by their content."""
    digest = hashlib.blake2b(document.text.encode("utf-8", "surrogatepass"), digest_size=16)
    for name, facts in sorted(photos.items()):
        digest.update(f"\x00{name}\x00{facts.digest}".encode())
    return digest.hexdigest()


def _dates(front: str, today: str) -> Collection[str]:
    """Each that looks like a date from today on; in the order of text, which is that of days."""
    plain = plain_bytes(front)
    if plain is not None:
        places = (match.start() for match in _DATE_IN_BYTES.finditer(plain.translate(_ZEROS)))
        if all(front[place : place + len(today)] < today for place in places):
            return ()
    return {text for text in _DATE.findall(front) if text >= today}


def next_change(document: Document, settings: Settings) -> datetime | None:
    """The earliest midnight (or published moment) to come among the dates that stand in the front matter."""
    today = settings.today
    moments = []
    for text in _dates(document.front, today.isoformat()):
        try:
            day = as_date(text)
        except Exception:  # noqa: BLE001,S112  # any date that is none is a rule's matter, not the clock's
            continue
        if day >= today:
            start = datetime.combine(day, time.min, settings.zone)
            moments += [start, start + timedelta(days=1)]
    if isinstance(document.record, Initiative) and document.record.published:
        moments.append(instant(document.record.published, settings))
    return min((moment for moment in moments if moment > settings.now), default=None)
