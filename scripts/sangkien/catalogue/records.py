"""What the catalogue holds: an initiative with its story, a person with a page. Plain, picklable.

No slots, here and in the initiative's model: a build reads thousands of these from its cache, and a frozen
class with slots takes four times as long to unpickle.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from typing import Any, NamedTuple

from sangkien.catalogue.subjects import subject_of
from sangkien.model.initiative import Author, Initiative
from sangkien.model.person import Person
from sangkien.photos.facts import PhotoFacts
from sangkien.settings import Settings
from sangkien.text.folding import person_slug

CODE_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Digits and letters that are not taken for one another in print (no 0 1 i l o u)."""


GROUPS = ("person", "organisation", "place", "sector", "year")
"""What the catalogue lists stories by."""


_KEPT = ("initiative", "body", "photos")
"""What of a story is unpickled only when it is asked for."""


class Credited(NamedTuple):
    """An author as rules over the catalogue and the search know them.

    ``organisation``: theirs, else the story's. ``name``: of a person or, where ``collective``, of a group;
    None where the consent was taken back.
    """

    name: str | None
    collective: bool
    organisation: str
    person: str | None


class Head(NamedTuple):
    """What of a story concerns more than its own page: a build asks ten thousand stories for no more.

    Attributes:
        published, updated, counted_on: of the record, whatever the status is.
        live: the status is "published", and there is a date. ``withdrawn``: the status is "withdrawn".
        plain: as it is, it may be shown: nobody withdrew in it, nothing of it is confidential, and it does
            not rest on a public report alone.
        shown: featured, recognised or told of elsewhere: home, hall or press room may show it.
        pictured: it has photos. ``personal``: some author has a file of their own. ``adoptable``: it tells
            what it takes to do the same, or who has.
        solution, awards, benefits: ids of vocabulary entries.
        aliases, coded: of the record; ``coded``: its code was given, not derived.
        credited: the authors, in order of credit.
        roll: digest of all that any page but those with its card or text is made of. Equal rolls: equal
            lists, counts and people.
    """

    published: date | datetime | None
    updated: date | None
    counted_on: date | None
    live: bool
    withdrawn: bool
    plain: bool
    sample: bool
    confidential: bool
    shown: bool
    pictured: bool
    personal: bool
    adoptable: bool
    solution: str | None
    awards: tuple[str, ...]
    benefits: tuple[str, ...]
    aliases: tuple[str, ...]
    coded: bool
    credited: tuple[Credited, ...]
    roll: str


@dataclass(frozen=True)
class Story:
    """An initiative as loaded. Unpickled, it has record, text and photos only once they are asked for.

    Attributes:
        slug: the folder's name, and the page's.
        file: the source, relative to the root.
        body: the story's Markdown.
        photos: facts of the sound pictures, by file name.
        digest: hex digest of everything above as read; equal digests make equal pages.
        code: the short address's, as given, else derived from the slug's first form.
        card: digest of what a card shows of it, less than the whole: an edited text changes no card.
        author_ids: the page's id of each author in turn, None for one who is not named.
    """

    slug: str
    file: str
    initiative: Initiative
    body: str = field(default_factory=str)  # a default would stand in the class, and hide ``__getattr__``
    photos: Mapping[str, PhotoFacts] = field(default_factory=dict)
    digest: str = ""
    code: str = ""
    card: str = ""
    author_ids: tuple[str | None, ...] = ()

    @cached_property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The keys under which each of ``GROUPS`` lists the story; kept with it in the build's cache."""
        initiative = self.initiative
        people = tuple(dict.fromkeys(key for key in self.author_ids if key))
        if initiative.confidential:  # nothing but its authors is known of it in public
            return (people, (), (), (), ())
        units = [initiative.organisation, *(author.organisation for author in initiative.authors)]
        return (
            people,
            tuple(dict.fromkeys(unit for unit in units if unit)),
            (initiative.place,) if initiative.place else (),
            (initiative.sector,),
            (str(initiative.year),) if initiative.year else (),
        )

    @cached_property
    def head(self) -> Head:
        """Kept with it in the build's cache, as ``groups`` is."""
        initiative = self.initiative
        return Head(
            published=initiative.published,
            updated=initiative.updated,
            counted_on=initiative.counted_on,
            live=initiative.status == "published" and initiative.published is not None,
            withdrawn=initiative.status == "withdrawn",
            plain=not (initiative.confidential or initiative.public_report or None in self.author_ids),
            sample=initiative.sample,
            confidential=initiative.confidential,
            shown=bool(initiative.featured or initiative.recognition or initiative.press),
            pictured=bool(initiative.photos),
            personal=any(author.person for author in initiative.authors),
            adoptable=bool(initiative.replication or initiative.adopters),
            solution=initiative.solution,
            awards=tuple(row.award for row in initiative.recognition or () if row.award),
            benefits=initiative.benefit.kinds if initiative.benefit else (),
            aliases=initiative.aliases,
            coded=initiative.code is not None,
            credited=tuple(_credited(author, initiative) for author in initiative.authors),
            roll=_roll(self),
        )

    @cached_property
    def subject(self) -> bytes:
        """What it is about, as ``catalogue.subjects`` packs it; kept as ``groups`` and ``head`` are."""
        return subject_of(self.initiative)

    @property
    def credits(self) -> tuple[tuple[Author, str | None], ...]:
        """Each author with the id of the page, None for one who is not named."""
        return tuple(zip(self.initiative.authors, self.author_ids, strict=True))

    def __getstate__(self) -> dict[str, Any]:
        state = {name: value for name, value in self.__dict__.items() if name not in _KEPT}
        if "_kept" not in state:
            state["_kept"] = pickle.dumps(tuple(getattr(self, name) for name in _KEPT), 5)
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    def __getattr__(self, name: str) -> Any:
        kept = self.__dict__.get("_kept") if name in _KEPT else None
        if kept is None:
            raise AttributeError(name)
        values = pickle.loads(kept)  # noqa: S301  # made by __getstate__, within a pickle that is ours
        self.__dict__.update(zip(_KEPT, values, strict=True))
        del self.__dict__["_kept"]
        return self.__dict__[name]


@dataclass(frozen=True)
class Profile:
    """A person's or collective's own file: ``content/people/<id>.md``."""

    id: str
    file: str
    person: Person
    body: str = ""
    photos: Mapping[str, PhotoFacts] = field(default_factory=dict)
    digest: str = ""


def _credited(author: Author, initiative: Initiative) -> Credited:
    name = None if author.withdrawn else author.name or author.collective
    own = author.organisation or initiative.organisation
    return Credited(name, author.name is None, own, author.person)


_OWN = frozenset({"summary", "updated", "corrections", "photos", "videos", "replication", "tags"})
"""Fields that only a story's page, its card and its own files show."""


def _roll(story: Story) -> str:
    """Digest of a story less ``_OWN`` and its text. What is left out of the front matter says nothing."""
    values = vars(story.initiative)
    shared = [(name, value) for name, value in values.items() if value and name not in _OWN]
    made_of = (story.slug, story.file, story.code, story.author_ids, shared)
    return hashlib.blake2b(repr(made_of).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def card_digest(slug: str, initiative: Initiative, photos: Mapping[str, PhotoFacts]) -> str:
    """Of all of a story that its card is made of; ``views.cards`` adds the names of vocabulary entries."""
    made_of = (
        slug,
        initiative.title,
        initiative.summary,
        [author.name or author.collective for author in initiative.authors],
        initiative.year,
        initiative.benefit.vnd_per_year if initiative.benefit else None,
        bool(initiative.recognition),
        initiative.sample,
        (initiative.photos, dict(photos)) if photos else None,
    )
    return hashlib.blake2b(repr(made_of).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def short_code(initiative: Initiative, slug: str) -> str:
    """The short address's code: as given, else derived from the slug's first form."""
    return initiative.code or derived_code(first_slug(initiative.aliases, slug))


def first_slug(aliases: tuple[str, ...], slug: str) -> str:
    """The oldest name: the first alias where there is one (aliases stand oldest first)."""
    return aliases[0] if aliases else slug


def derived_code(slug: str) -> str:
    """Eight letters from the slug's SHA-256: enough for 100,000 codes with one collision in 130 fairs."""
    number = int.from_bytes(hashlib.sha256(slug.encode("utf-8", "surrogatepass")).digest()[:8], "big")
    letters = []
    for _ in range(8):
        number, rest = divmod(number, len(CODE_ALPHABET))
        letters.append(CODE_ALPHABET[rest])
    return "".join(letters)


def author_ids(initiative: Initiative) -> tuple[str | None, ...]:
    """The id of each author's page."""
    return tuple(author_id(author, initiative) for author in initiative.authors)


def author_id(author: Author, initiative: Initiative) -> str | None:
    """The id of an author's page; None for one who took the consent back."""
    if author.withdrawn:
        return None
    if author.person:
        return author.person
    return derived_person_id(author, initiative)


def derived_person_id(author: Author, initiative: Initiative) -> str | None:
    """Slug of the name with four digits of the digest of exact name and unit (design, section 2)."""
    name = author.name or author.collective
    own = author.organisation or initiative.organisation
    return person_slug(name, own, group=author.name is None) if name else None


def instant(moment: date | datetime, settings: Settings) -> datetime:
    """A date as midnight in the fair's zone; a date-time as it is."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time.min, settings.zone)
