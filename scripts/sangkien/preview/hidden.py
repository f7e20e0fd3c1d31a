"""Initiatives that are on no list yet (drafts, embargoed, faulty ones), as they would look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sangkien.catalogue.index import Catalogue, build_catalogue
from sangkien.catalogue.public import public_catalogue
from sangkien.catalogue.records import Story
from sangkien.preview.pages import BASE, Pages, page_target
from sangkien.preview.state import Standing, State
from sangkien.targets.pictures import plan_pictures
from sangkien.targets.target import Target
from sangkien.views.related import Related
from sangkien.views.stories import story_view


def hidden_story(state: State, slug: str) -> tuple[Story, bool] | None:
    """(the story to show at a hidden initiative's address, whether it is as it was before its errors).

    None where there is nothing to show: withdrawn, or never read.
    """
    standing, examined = state.standing(slug), state.examined.get(slug)
    if examined is None or standing is Standing.WITHDRAWN:
        return None
    if examined.story:
        return examined.story, False
    before = state.good.get(slug)
    return (before, True) if before and before.initiative.status != "withdrawn" else None


def alone(state: State, story: Story) -> Catalogue:
    """The public catalogue of this story and nobody else's, as if it were published today.

    The story keeps its own date. Consent that was taken back is minded here too.
    """
    initiative = story.initiative
    settings, catalogue = state.settings, state.catalogue
    shown = replace(story, initiative=replace(initiative, status="published", published=settings.today))
    whole = build_catalogue(
        settings, [shown], catalogue.people.values(), catalogue.vocabularies, catalogue.programme
    )
    public = public_catalogue(whole)
    story = public.stories[story.slug]
    story = replace(story, initiative=replace(story.initiative, published=initiative.published))
    return replace(public, stories={story.slug: story})


def hidden_targets(state: State, pages: Pages, story: Story) -> Iterator[Target]:
    """The page and the pictures of one hidden story."""
    public = alone(state, story)
    story = public.stories[story.slug]
    stories = {**pages.public.stories, story.slug: story}
    related = Related(replace(pages.public, stories=stories)).alone(story)
    yield page_target("story", story_view(story, public, pages.cards, related, pages.words), state.chrome)
    yield from plan_pictures(replace(public, people={}), BASE)
