"""Putting one story in its place gives the catalogue that building all of it anew would give."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sangkien.catalogue.index import Catalogue, build_catalogue, with_story
from sangkien.catalogue.public import public_catalogue, public_with_story
from sangkien.catalogue.records import Story
from sangkien.check.fair import check_fair
from sangkien.model.initiative import Withdrawal
from sangkien.source.tree import DiskTree
from small_fair import make_fair, settings_of, slug


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    root: Path = make_fair(tmp_path_factory.mktemp("fair") / "fair")
    return check_fair(DiskTree(str(root)), settings_of(root)).catalogue


def rebuilt(catalogue: Catalogue, story: Story) -> Catalogue:
    stories = {**catalogue.stories, story.slug: story}.values()
    people, vocabularies = catalogue.people.values(), catalogue.vocabularies
    return build_catalogue(
        catalogue.settings,
        stories,
        people,
        vocabularies,
        catalogue.programme,
        register=catalogue.register,
    )


def in_order(catalogue: Catalogue) -> dict[str, Any]:
    """Mappings as lists: the order of keys decides bytes of a sitemap."""
    values = {field.name: getattr(catalogue, field.name) for field in fields(catalogue)}
    return {name: list(value.items()) if hasattr(value, "items") else value for name, value in values.items()}


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Tên khác"},
        {"summary": "Tóm tắt khác."},
        {"sample": True},
        {"tags": ("moi",)},
        {"updated": date(2023, 1, 1)},
    ],
)
def test_what_moves_nothing_is_put_in_place(catalogue: Catalogue, change: dict[str, Any]) -> None:
    before = catalogue.stories[slug(4)]
    story = replace(before, initiative=replace(before.initiative, **change), digest="khac")
    whole = rebuilt(catalogue, story)
    put = with_story(catalogue, story)
    assert put is not None
    assert in_order(put) == in_order(whole)
    shown = public_with_story(public_catalogue(catalogue), catalogue, story)
    assert shown is not None
    assert in_order(shown) == in_order(public_catalogue(whole))


@pytest.mark.parametrize(
    "change",
    [
        {"sector": "dien-tu"},
        {"place": None},
        {"published": date(2022, 1, 1)},
        {"organisation": "cang-moi"},
        {"confidential": True},
    ],
)
def test_what_moves_a_story_in_a_list_is_built(catalogue: Catalogue, change: dict[str, Any]) -> None:
    before = catalogue.stories[slug(4)]
    assert with_story(catalogue, replace(before, initiative=replace(before.initiative, **change))) is None


def test_what_changes_who_is_shown_is_built(catalogue: Catalogue) -> None:
    before = catalogue.stories[slug(4)]
    public = public_catalogue(catalogue)
    first, *others = before.initiative.authors
    gone = replace(first, consent=Withdrawal(date(2023, 1, 1)))
    for change in ({"status": "draft"}, {"authors": (gone, *others)}, {"published": date(2030, 1, 1)}):
        story = replace(before, initiative=replace(before.initiative, **change))
        assert public_with_story(public, catalogue, story) is None
    assert public_with_story(public, catalogue, replace(before, slug="moi-tinh")) is None
