"""Who is credited where: every named author of the catalogue, in the order of the stories."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.diagnostics import Path
from sangkien.model.initiative import Author


class Credit(NamedTuple):
    """One author of one story. ``organisation`` is the author's own, else the initiative's."""

    story: Story
    number: int
    author: Author
    name: str
    organisation: str

    @property
    def path(self) -> Path:
        """Where the name stands in the story's front matter."""
        return ("authors", self.number, "name" if self.author.name else "collective")


def credits_of(catalogue: Catalogue, *, collectives: bool = False) -> Iterator[Credit]:
    """Every person, and with ``collectives`` every group, whose consent is not taken back."""
    for story in catalogue.stories.values():
        for number, author in enumerate(story.initiative.authors):
            name = author.name or (author.collective if collectives else None)
            if name and not author.withdrawn:
                yield Credit(
                    story, number, author, name, author.organisation or story.initiative.organisation
                )
