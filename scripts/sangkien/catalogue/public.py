"""The public catalogue: the catalogue less what its visibility or a fault keeps out.

Pages are made from this one alone, so that what is hidden cannot leak: drafts, embargoed and withdrawn
stories are not in it at all, a person whose consent is gone has no name in it, a confidential story has
only what may be shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from operator import is_

from sangkien.catalogue.former import former_of
from sangkien.catalogue.index import Catalogue, build_catalogue, with_story
from sangkien.catalogue.occasions import public_occasions
from sangkien.catalogue.records import Profile, Story, card_digest, instant
from sangkien.catalogue.register import Register
from sangkien.model.initiative import Author, Initiative, PublicReport, Withdrawal
from sangkien.settings import Settings

NAMELESS = Author()
"""An author who took the consent back: shown as "Một tác giả không nêu tên", with nothing else."""


def public_catalogue(catalogue: Catalogue, faulty: Collection[str] = ()) -> Catalogue:
    """What may be shown at ``settings.now``; ``faulty`` are slugs that an error keeps out."""
    gone = _gone(catalogue)
    has_come = cache(lambda published: _has_come(published, catalogue.settings))  # many share a day
    stories = [
        _public_story(story, gone)
        for slug, story in catalogue.stories.items()
        if slug not in faulty and story.head.live and has_come(story.head.published)
    ]
    slugs = {story.slug for story in stories}
    shown = {key for story in stories for key in story.author_ids if key}
    own = {
        key
        for key in catalogue.people.keys() & shown
        if any(
            credit == key and not isinstance(author.consent, PublicReport)
            for story in catalogue.by_person[key]
            if story.slug in slugs
            for author, credit in story.credits
        )
    }
    people = [
        _public_profile(profile, key in own)
        for key, profile in catalogue.people.items()
        if key in shown - gone
    ]
    events = public_occasions(catalogue.events.values(), slugs, gone, catalogue.settings)
    if _same(stories, catalogue.stories) and _same(people, catalogue.people):
        # Nothing is hidden: most often so, and indexing ten thousand again costs a moment.
        public = replace(catalogue, events={event.id: event for event in events})
        return _with_former(public, catalogue)
    public = build_catalogue(
        catalogue.settings,
        stories,
        people,
        catalogue.vocabularies,
        catalogue.programme,
        in_order=True,
        events=events,
        banners=catalogue.banners,
    )
    return _with_former(public, catalogue)


def _with_former(public: Catalogue, catalogue: Catalogue) -> Catalogue:
    """With what answers at addresses that have no page now; of the records themselves nothing is public."""
    known = replace(public, register=Register(pages=catalogue.register.pages))
    return replace(known, former=former_of(catalogue, known))


def _same(shown: Sequence[object], all_of_them: Mapping[str, object]) -> bool:
    """Whether every value is shown, as it is. ``shown`` are some of them, in order, some of these changed."""
    return len(shown) == len(all_of_them) and all(map(is_, shown, all_of_them.values()))


def public_with_story(public: Catalogue, catalogue: Catalogue, story: Story) -> Catalogue | None:
    """The public catalogue after ``story`` took the place of its earlier self in ``catalogue``, in a moment.

    ``catalogue`` is the one from before. None where who or what is shown changes: then it has to be built.
    """
    before = catalogue.stories.get(story.slug)
    if before is None or before.initiative.authors != story.initiative.authors:
        return None
    if is_public(before, catalogue) != is_public(story, catalogue):
        return None
    if not is_public(story, catalogue):
        return public
    return with_story(public, _public_story(story, _gone(catalogue)))


def is_public(story: Story, catalogue: Catalogue) -> bool:
    """Published, and its hour has come. Anything unclear means no."""
    return story.head.live and _has_come(story.head.published, catalogue.settings)


def _has_come(published: date | datetime | None, settings: Settings) -> bool:
    return published is not None and instant(published, settings) <= settings.now


def _gone(catalogue: Catalogue) -> frozenset[str]:
    """Ids of people who took their consent back."""
    return frozenset(
        key for key, profile in catalogue.people.items() if isinstance(profile.person.consent, Withdrawal)
    )


def _public_story(story: Story, gone: frozenset[str]) -> Story:
    if story.head.plain and gone.isdisjoint(story.author_ids):
        return story
    initiative = story.initiative
    ids = story.author_ids
    named = tuple(key is not None and key not in gone for key in ids)
    changed = not all(named)
    if changed:
        authors = tuple(
            author if shown else NAMELESS for author, shown in zip(initiative.authors, named, strict=True)
        )
        ids = tuple(key if shown else None for key, shown in zip(ids, named, strict=True))
        initiative = replace(initiative, authors=authors)
    if initiative.public_report and initiative.featured and initiative.featured.citation:
        initiative = replace(initiative, featured=replace(initiative.featured, citation=None))
    if initiative.confidential:
        hidden = _confidential(initiative)
        return Story(
            story.slug,
            story.file,
            hidden,
            digest=_again(story.digest, named),
            code=story.code,
            card=card_digest(story.slug, hidden, {}),
            author_ids=ids,
        )
    if not changed and initiative is story.initiative:
        return story
    return replace(
        story,
        initiative=initiative,
        digest=_again(story.digest, named),
        card=card_digest(story.slug, initiative, story.photos),
        author_ids=ids,
    )


def _confidential(initiative: Initiative) -> Initiative:
    """Only title, summary, authors and recognition (design, section 2); the index lists no more of it."""
    return Initiative(
        title=initiative.title,
        summary=initiative.summary,
        authors=initiative.authors,
        organisation=initiative.organisation,
        sector=initiative.sector,
        status=initiative.status,
        code=initiative.code,
        published=initiative.published,
        recognition=initiative.recognition,
        confidential=True,
        aliases=initiative.aliases,
        sample=initiative.sample,
    )


def _public_profile(profile: Profile, own_consent: bool) -> Profile:
    """Without the person's own consent there is no portrait, citation or life, only the name."""
    if own_consent or profile.person.collective:
        return profile
    person = replace(profile.person, portrait=None, portrait_alt=None, portrait_credit=None, citation=None)
    return Profile(profile.id, profile.file, person, digest=profile.digest + "-")


def _again(digest: str, named: tuple[bool, ...]) -> str:
    """The digest of a story of which only some authors are named."""
    shown = "".join("1" if one else "0" for one in named)
    return hashlib.blake2b(f"{digest}\x00{shown}".encode(), digest_size=16).hexdigest()
