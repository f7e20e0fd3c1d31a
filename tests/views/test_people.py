"""People as pages name them: a name in capitals is that of whoever has it in small letters. All invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sangkien.catalogue.index import build_catalogue
from sangkien.catalogue.records import Story, author_ids
from sangkien.model.initiative import Author, Initiative
from sangkien.text.folding import person_slug
from sangkien.views.people import name_of, newest_entry, newest_name
from search_corpus import SETTINGS


def story(day: int, author: Author) -> Story:
    initiative = Initiative(
        title=f"Việc {day}",
        summary="—",
        authors=(author,),
        organisation="xuong-mau",
        sector="co-khi",
        solution="ky-thuat",
        status="published",
        published=f"2022-03-0{day}",
    )  # type: ignore[arg-type]  # typed from text, as in a file
    return replace(
        Story(f"viec-{day}", f"initiatives/viec-{day}/index.md", initiative),
        author_ids=author_ids(initiative),
    )


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("Lê Thị Ví Dụ", "LÊ THỊ VÍ DỤ"), "Lê Thị Ví Dụ"),
        (("LÊ THỊ VÍ DỤ", "Lê Thị Ví Dụ"), "Lê Thị Ví Dụ"),
        (("LÊ THỊ VÍ DỤ", "LÊ THỊ VÍ DỤ"), "LÊ THỊ VÍ DỤ"),
    ],
)
def test_a_person_has_one_page_and_the_name_not_in_capitals(names: tuple[str, ...], shown: str) -> None:
    catalogue = build_catalogue(SETTINGS, [story(n, Author(name=name)) for n, name in enumerate(names, 1)])
    (key,) = catalogue.by_person
    assert key == person_slug("Lê Thị Ví Dụ", "xuong-mau")
    assert name_of(key, newest_entry(key, catalogue)[1], catalogue) == shown
    assert newest_name(key, catalogue) == shown


def test_groups_are_told_apart_by_their_exact_names() -> None:
    groups = [story(n, Author(collective=name)) for n, name in enumerate(("TỔ BẢO TRÌ", "Tổ Bảo Trì"), 1)]
    assert len(build_catalogue(SETTINGS, groups).by_person) == 2
