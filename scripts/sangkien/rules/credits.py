"""Who is credited where: every named author of the catalogue, in the order of the stories."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Credited, Story
from sangkien.diagnostics import Path


class Credit(NamedTuple):
    """One author of one story. ``organisation`` is the author's own, else the initiative's."""

    story: Story
    number: int
    author: Credited
    name: str
    organisation: str

    @property
    def path(self) -> Path:
        """Where the name stands in the story's front matter."""
        return ("authors", self.number, "collective" if self.author.collective else "name")


def credits_of(catalogue: Catalogue, *, collectives: bool = False) -> Iterator[Credit]:
    """Every person, and with ``collectives`` every group, whose consent is not taken back."""
    for story in catalogue.stories.values():
        for number, author in enumerate(story.head.credited):
            if author.name and (collectives or not author.collective):
                yield Credit(story, number, author, author.name, author.organisation)


def may_be_withdrawn(story: Story, gone: Collection[str]) -> bool:
    """Whether an author of a story took the consent back, there or as one of the people of ``gone``.

    Told without the story's record, which ten thousand stories would first have to read from their bytes.
    """
    return any(key is None or key in gone for key in story.author_ids)
