"""Mended files are those of a whole index, whatever was edited; what is not as expected is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from indexed import VOCABULARIES, plan_of, story, word_files

from sangkien.catalogue.records import Story
from sangkien.model.initiative import Author
from sangkien.model.vocabulary import Entry, Vocabularies
from sangkien.search.patch import UnexpectedError, patched
from sangkien.search.plan import SearchPlan

SOME = ("máy", "mấy", "may", "tay", "đòn", "con", "lock", "plc", "hàn", "5S", "b", "sổ", "MÁY")


def random_story(number: int, random: Random) -> Story:
    def text(most: int) -> str:
        return " ".join(random.choices(SOME, k=random.randint(1, most)))

    return story(
        number,
        text(9),
        title=text(5),
        summary=text(6),
        tags=(text(2),),
        authors=(Author(name=random.choice(("Hồ Mẫu", "Lê May", "Tay Đòn")), consent=date(2022, 1, 2)),),
        sector=random.choice(("dien", "co-khi")),
        sample=random.random() < 0.2,
    )


def mended(before: SearchPlan, files: dict[str, str], after: SearchPlan) -> dict[str, str]:
    changed = patched(before.numbers, after, before.terms, files.get).files
    return {name: text for name, text in (files | changed).items() if text}


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_mending_gives_the_whole_index(random: Random) -> None:
    stories = [random_story(number, random) for number in range(12)]
    before = plan_of(stories)
    files = word_files(before)
    for number in random.sample(range(14), 4):  # 12 and 13 are new
        stories[number : number + 1] = [random_story(min(number, len(stories)), random)]
    after = plan_of(stories)
    whole = word_files(after)
    try:
        assert mended(before, files, after) == whole
    except UnexpectedError:
        assert after.numbers.people[: len(before.numbers.people)] != before.numbers.people


def test_an_edit_opens_few_files() -> None:
    stories = [story(number, "Máy hàn tay đòn.") for number in range(12)]
    before = plan_of(stories)
    one = stories[5]
    stories[5] = replace(one, body=one.body + " khuôn", digest="khác")
    found = patched(before.numbers, plan_of(stories), before.terms, word_files(before).get)
    assert found.files.keys() == {"x-khuon"}
    assert not found.facets
    stories[5] = replace(one, initiative=replace(one.initiative, place="vung-thu"), digest="nữa")
    assert patched(before.numbers, plan_of(stories), before.terms, word_files(before).get).facets


RENAMED = Vocabularies(
    VOCABULARIES
    | {"organisations": VOCABULARIES["organisations"] | {"cang": Entry(id="cang", name="Cảng Mới")}}
)
OTHERS: dict[str, Callable[[list[Story]], SearchPlan]] = {
    "a story is gone": lambda stories: plan_of(stories[1:]),
    "a story came first": lambda stories: plan_of(
        [*stories, story(99, published=date(2021, 1, 1), title="Máy đầu")]
    ),
    "a story has another name": lambda stories: plan_of([*stories[:-1], story(77)]),
    "a person has another name": lambda stories: plan_of(
        [story(0, authors=(Author(name="Hồ Mẩu", consent=date(2022, 1, 2)),)), *stories[1:]]
    ),
    "the vocabulary is another": lambda stories: plan_of(stories, RENAMED),
    "many stories are others": lambda stories: plan_of([*stories, *map(story, range(100, 200))]),
}


@pytest.mark.parametrize("other", OTHERS)
def test_what_moves_numbers_is_indexed_anew(other: str) -> None:
    stories = [story(number) for number in range(4)]
    before = plan_of(stories)
    with pytest.raises(UnexpectedError):
        mended(before, word_files(before), OTHERS[other](stories))


@pytest.mark.parametrize(
    "text", ["", "x", 'sangkien.put("w-may",[])', 'sangkien.put("w-may",{"may4":["é"]})']
)
def test_a_damaged_file_is_refused(text: str) -> None:
    stories = [story(number) for number in range(4)]
    before = plan_of(stories)
    after = plan_of([*stories[:3], story(3, title="Tay đòn")])
    with pytest.raises(UnexpectedError):
        mended(before, word_files(before) | {"w-may": text}, after)


def test_other_terms_than_those_that_were_indexed_are_refused() -> None:
    stories = [story(number) for number in range(4)]
    before = plan_of(stories)
    after = plan_of([*stories[:3], story(3, title="Tay đòn")])
    with pytest.raises(UnexpectedError):
        patched(
            before.numbers,
            after,
            lambda number: after.terms(number)._replace(title=("khác",)),
            word_files(before).get,
        )
