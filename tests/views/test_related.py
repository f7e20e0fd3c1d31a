"""Which stories are near a story, and that an edit reckons only what it touches. All of it is invented."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

import pytest

from sangkien.catalogue.index import Catalogue, build_catalogue
from sangkien.catalogue.records import Story
from sangkien.model.initiative import Benefit, Initiative
from sangkien.views.related import Fours, Related
from sangkien.views.related_changes import touched
from search_corpus import SETTINGS

SYLLABLES = [a + b for a in ("ma", "ba", "xe", "die", "tho", "ca") for b in ("", "n", "m", "p")]
MANY = 1100
"""So many that a word of 22 to 64 stories weighs something, and not all of them stand in one window."""


def story(slug: str, title: str, day: int = 1, **values: object) -> Story:
    """A story published so many days after the first of March 2022."""
    more = {"summary": "—", "sector": "co-khi", "organisation": "xuong-mau", "solution": "ky-thuat"} | values
    published = f"2022-{3 + day // 28:02}-{day % 28 + 1:02}"
    initiative = Initiative(title=title, authors=(), status="published", published=published, **more)  # type: ignore[arg-type]  # typed from text, as in a file
    return Story(slug, f"initiatives/{slug}/index.md", initiative)


def catalogue(stories: Iterable[Story]) -> Catalogue:
    return build_catalogue(SETTINGS, stories)


def near(slug: str, stories: Iterable[Story]) -> list[str]:
    """Slugs of the four."""
    found = catalogue(stories)
    related = Related(found)
    four = [other.slug for other in related.of(found.stories[slug])]
    assert [other.slug for other in related.alone(found.stories[slug])] == four
    return four


FAIR = (
    story("rua-tay", "Máy rửa tay tự động", 1, sector="phong-dich", organisation="xuong-mau"),
    story("khoan-lo", "Đồ gá khoan lỗ mặt bích", 2, tags=("gá kẹp",)),
    story("xe-day", "Xe đẩy hàng có phanh chân", 3, sector="cang", organisation="cang-thi-du"),
    story("may-ao", "Cữ may cổ áo", 4, sector="may", organisation="xuong-may-vi-du"),
    story("khau-trang", "Thùng phát khẩu trang", 5, sector="phong-dich", organisation="xuong-may-vi-du"),
    story("vao-ca", "Bảng chia giờ vào ca", 6, sector="phong-dich", organisation="xuong-mau"),
    story("bon-rua", "Bồn rửa tay gắn bánh xe cho công trường", 7, sector="y-te", organisation="truong-mau"),
    story("mai-dao", "Máy mài dao hai đá", 8),
    story("phay-ranh", "Gá phay rãnh then", 9, summary="Lắp trên bàn máy có sẵn.", tags=("Gá kẹp",)),
    story(
        "day-thung", "Xe đẩy thùng cá, dừng bằng phanh chân", 10, sector="thuy-san", organisation="cang-ca"
    ),
    story("tay-sach", "Nhac nhau rua tay", 11, sector="y-te", summary="Ai cũng thuộc bài hát ấy."),
    story("may-tui", "Cữ may túi cong", 12, sector="may", organisation="xuong-may-mau-hai"),
    *(story(f"viec-{n}", f"Việc {'abcdefgh'[n]} khác hẳn {'abcdefgh'[-n]}", 13 + n) for n in range(8)),
)


def test_one_subject_in_another_unit_and_sector_comes_before_strangers_of_the_same() -> None:
    assert set(near("rua-tay", FAIR)[:2]) == {"bon-rua", "tay-sach"}
    assert set(near("bon-rua", FAIR)[:2]) == {"rua-tay", "tay-sach"}
    assert near("xe-day", FAIR)[0] == "day-thung"
    assert near("day-thung", FAIR)[0] == "xe-day"


def test_the_same_sector_tips_the_scales_where_words_do_not() -> None:
    assert near("may-ao", FAIR)[0] == "may-tui"
    fair = [
        story("mot", "Máy ép củi trấu", 1),
        story("hai", "Máy ép dầu lạc", 2, sector="nong"),
        story("ba", "Máy ép keo áo", 3),
    ]
    assert near("mot", fair) == ["ba", "hai"]


def test_tags_count_as_a_title_does_whatever_their_tones_and_case() -> None:
    assert near("khoan-lo", FAIR)[0] == "phay-ranh"


def test_neighbours_in_time_fill_up_unit_and_sector_first() -> None:
    fair = [story(f"viec-{n}", f"Việc {'abcdef'[n]}", n, organisation=f"unit-{n % 2}") for n in range(6)]
    assert near("viec-2", fair) == ["viec-0", "viec-4", "viec-1", "viec-3"]
    assert near("viec-0", fair) == ["viec-2", "viec-4", "viec-1", "viec-3"]


def test_words_do_not_join_over_a_stop_or_a_number() -> None:
    one = story("mot", "Bơm: nước", 1, sector="dien")
    other = story("hai", "Bơm 2 nước", 2, sector="nong")
    assert near("mot", [one, other]) == []
    assert near("mot", [story("mot", "Bơm - nước", 1, sector="dien"), other]) == []
    joined = [story("mot", "Cái bơm-nước ấy", 1, sector="dien"), story("hai", "Bơm nước", 2, sector="nong")]
    assert near("mot", joined) == ["hai"]


def test_samples_are_near_to_samples_and_confidential_stories_to_none() -> None:
    titles = {"sample": True}, {"sample": True}, {}, {}, {"confidential": True}
    fair = [story(f"s{n}", "Máy rửa tay tự động", n, **more) for n, more in enumerate(titles)]
    assert [near(f"s{n}", fair) for n in range(5)] == [["s1"], ["s0"], ["s3"], ["s2"], []]


def _text(rng: random.Random, most: int) -> str:
    weights = [1 / (2 + n) for n in range(len(SYLLABLES))]
    return " ".join(rng.choices(SYLLABLES, weights, k=rng.randint(2, most)))


def _random_story(rng: random.Random, slug: str) -> Story:
    return story(
        slug,
        _text(rng, 6),
        rng.randrange(200),
        summary=_text(rng, 8),
        sector=rng.choice(("co-khi", "dien", "cang")),
        organisation=f"unit-{rng.randrange(40)}",
        tags=(_text(rng, 2),) if rng.random() < 0.2 else (),
        sample=rng.random() < 0.2,
    )


def _edited(rng: random.Random, stories: dict[str, Story]) -> dict[str, Story]:
    """Some stories gone, new, edited, moved."""
    found = dict(stories)
    for _ in range(rng.randint(1, 4)):
        slug = rng.choice(list(found))
        initiative = found[slug].initiative
        other = _random_story(rng, slug)
        name = rng.choice(
            ("summary", "summary", "title", "tags", "sector", "published", "sample", "benefit", "gone", "new")
        )
        if name == "gone":
            del found[slug]
        elif name == "new":
            new = f"moi-{rng.random()}"
            found[new] = _random_story(rng, new)
        elif name == "benefit":
            found[slug] = replace(
                found[slug], initiative=replace(initiative, benefit=Benefit(kinds=("it-bui",)))
            )
        else:
            changed = replace(initiative, **{name: getattr(other.initiative, name)})
            found[slug] = replace(found[slug], initiative=changed)
    return found


def _fours(stories: dict[str, Story], earlier: Fours | None = None) -> Related:
    return Related(catalogue(stories.values()), "", earlier)


def _by_slug(fours: Fours) -> dict[str, list[str]]:
    slugs = fours.subjects.slugs
    return {
        slug: [slugs[other] for other in fours.places[4 * place : 4 * place + 4] if other >= 0]
        for place, slug in enumerate(slugs)
    }


@pytest.mark.parametrize("seed", range(1, 6))
def test_an_edit_gives_what_reckoning_all_gives(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311  # the same edits each time, no secret
    stories = {slug: _random_story(rng, slug) for slug in (f"s{n}" for n in range(MANY))}
    before = _fours(stories).fours
    after = _edited(rng, stories)
    carried, whole = _fours(after, before), _fours(after).fours
    assert carried.fours.places == whole.places
    stale = touched(before.subjects, before.register, whole.subjects)
    assert stale is not None
    assert 0 < len(stale.places) < MANY / 2
    old, new = _by_slug(before), _by_slug(whole)
    assert set(carried.showing(())) == {slug for slug, four in new.items() if old.get(slug) != four}
    one = rng.choice(list(after))
    assert set(carried.showing([one])) == {
        slug for slug, four in new.items() if one in four or old.get(slug) != four
    }


def test_many_edits_at_once_show_who_is_alone_now() -> None:
    sectors = ("dien", "may", "cang", "nong")
    before = [story(f"s{n}", "Máy rửa tay tự động", n, sector=sectors[n]) for n in range(4)]
    fours = Related(catalogue(before)).fours
    assert set(_by_slug(fours)["s0"]) == {"s1", "s2", "s3"}
    titles = ("Bơm nước mưa", "Cữ may túi", "Xe kéo thùng", "Giàn phun sương")
    after = catalogue(story(f"s{n}", titles[n], n, sector=sectors[n]) for n in range(4))
    related = Related(after, "", fours)
    assert set(related.showing(())) == {"s0", "s1", "s2", "s3"}
    assert _by_slug(related.fours) == {f"s{n}": [] for n in range(4)}


def test_fours_of_another_base_do_not_count() -> None:
    stories = {one.slug: one for one in FAIR}
    before = Related(catalogue(FAIR), "old").fours
    wrong = replace(before, places=before.places[:4] * len(stories))
    assert Related(catalogue(FAIR), "old", wrong).fours == wrong
    assert Related(catalogue(FAIR), "new", wrong).fours.places == before.places
