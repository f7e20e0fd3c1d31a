"""An incremental build gives the bytes of a clean one, after every kind of change; and makes little."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from sangkien.build import crew, manifest, memo
from sangkien.build.crew import new_pool
from sangkien.build.home import STAMP
from sangkien.search.plan import SearchPlan
from small_fair import NOW, build, clean_copy, files, make_fair, photo, plain_site, slug, write_story

Change = Callable[[Path], None]
gather = SearchPlan.gather
FEEDS = ("feed.xml", "rss.xml", "feed.json")


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """What differs alone is kept of manifest and memo, as in a large fair after an edit."""
    for module in (manifest, memo):
        monkeypatch.setattr(module, "FEW", 1)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fair that has been built twice, so that both trees stand."""
    root = make_fair(tmp_path_factory.mktemp("hội thi thử") / "fair")
    build(root)
    write_story(root, 13, summary="Lần sửa thứ nhất.")
    build(root)
    return root


def replace(path: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        file = root / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    return change


def story(number: int) -> str:
    return f"initiatives/{slug(number)}/index.md"


def _person(root: Path) -> None:
    (root / "content" / "people").mkdir()
    (root / "content" / "people" / "pham-vi-du.md").write_text(
        "---\nname: Phạm Ví Dụ\n---\n\nThợ hàn.\n", "utf-8"
    )
    replace(story(2), "- name: Phạm Ví Dụ", "- name: Phạm Ví Dụ\n    person: pham-vi-du")(root)


def _tags(root: Path) -> None:
    for number in (1, 12):
        replace(story(number), "status: published", "tags: [Chống nóng, quạt gió]\nstatus: published")(root)


CHANGES: dict[str, Change] = {
    "summary edited": replace(story(3), "xong sớm hơn nửa buổi", "xong sớm hơn một buổi"),
    "summary of another thing": replace(
        story(4), "Một tay đòn giúp việc số 4 xong sớm hơn nửa buổi", "Rèm xích giữ cái nóng trong lò"
    ),
    "title edited": replace(story(8), "Tay đòn cho việc số 8", "Tay đòn cho việc số 8, nửa buổi là xong"),
    "tags given": _tags,
    "story edited": replace(story(4), "đỡ mỏi lưng hơn hẳn", "đỡ mỏi lưng, đỡ đau vai"),
    "author renamed": replace(story(5), "Phạm Ví Dụ", "Phạm Thị Ví Dụ"),
    "story withdrawn": replace(story(6), "status: published", "status: withdrawn"),
    "story deleted": lambda root: shutil.rmtree(root / "initiatives" / slug(7)),
    "story added": lambda root: write_story(root, 20) and None,
    "story added first": lambda root: write_story(root, 21, published="2021-12-31") and None,
    "story added in the middle": lambda root: write_story(root, 22, day=3) and None,
    "confidential": replace(story(9), "status: published", "confidential: true\nstatus: published"),
    "consent withdrawn": replace(story(10), "consent: 2022-01-02", "consent: {withdrawn: 2023-01-01}"),
    "made a sample": replace(story(11), "status: published", "sample: true\nstatus: published"),
    "synonym added": lambda root: (
        (root / "content" / "vocabulary" / "synonyms.yml").write_text("- {id: td, name: tay đòn}\n", "utf-8")
        and None
    ),
    "photo changed": lambda root: (
        (root / "initiatives" / slug(0) / "may.jpg").write_bytes(photo("#aa2200")) and None
    ),
    "photo taken out": replace(story(0), "photos:\n  - {file: may.jpg, alt: Tay đòn, credit: Tổ thử}\n", ""),
    "unit renamed": replace("content/vocabulary/organisations.yml", "Cảng Thí Dụ", "Cảng Ví Dụ Mới"),
    "site renamed": replace("mkdocs.yml", "Hội chợ thử", "Hội chợ mới"),
    "word changed": replace("theme/words/vi.yml", "Một tác giả không nêu tên", "Một người không nêu tên"),
    "template changed": replace("theme/pages/story.html", "</h1>", "</h1><!-- x -->"),
    "editorial page edited": replace("content/index.md", "Chào mừng.", "Kính chào."),
    "editorial page added": lambda root: (
        (root / "content" / "moi.md").write_text("---\ntitle: Mới\n---\n\nMới.\n", "utf-8") and None
    ),
    "person gets a file": _person,
    "alias given": replace(story(8), "status: published", "aliases: [ten-cu]\nstatus: published"),
    "programme changed": replace("content/programme.yml", "target: 40", "target: 50"),
    "taken up": replace(
        story(10),
        "status: published",
        "replication: {cost_vnd: 70000}\nadopters: [{organisation: cang-thi-du}]\nstatus: published",
    ),
    "office named": replace(
        "content/vocabulary/organisations.yml", "name: Cảng Thí Dụ", "name: Cảng Thí Dụ, contact: Phòng Thử"
    ),
    "nothing": lambda root: None,
}


MENDED = {
    *("summary edited", "story edited", "story added", "photo changed", "photo taken out", "alias given"),
    *(
        "confidential",
        "consent withdrawn",
        "made a sample",
        "synonym added",
        "editorial page edited",
        "editorial page added",
    ),
    *("programme changed", "taken up", "nothing", "summary of another thing", "title edited", "tags given"),
}
"""Changes after which the search's index is mended: no story's words are gathered but its own."""


@pytest.mark.parametrize("name", CHANGES)
def test_incremental_equals_clean(
    fair: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    CHANGES[name](fair)
    gathered: list[int] = []
    with monkeypatch.context() as watched:
        watched.setattr(SearchPlan, "gather", lambda *of: gathered.append(1) or gather(*of))
        outcome = build(fair)
    assert outcome.errors == 0
    assert bool(gathered) == (name not in MENDED)
    assert files(fair / "site") == clean_copy(fair, tmp_path / "clean")


def test_two_changes_in_turn_use_both_trees(fair: Path, tmp_path: Path) -> None:
    for name in ("story edited", "summary edited", "story deleted", "author renamed", "story added"):
        CHANGES[name](fair)
        build(fair)
    assert files(fair / "site") == clean_copy(fair, tmp_path / "clean")


def test_a_story_that_moves_and_moves_back(fair: Path, tmp_path: Path) -> None:
    """Its line in the catalogue's files goes with it, both times."""
    for old, new in (("2022-03-07", "2022-03-05T12:00+07:00"), ("2022-03-05T12:00+07:00", "2022-03-07")):
        replace(story(6), f"published: {old}", f"published: {new}")(fair)
        build(fair)
    assert files(fair / "site") == clean_copy(fair, tmp_path / "clean")


def test_one_edit_makes_the_story_and_what_shows_its_card(fair: Path) -> None:
    before = files(fair / "site")
    CHANGES["story edited"](fair)
    summary = build(fair).summary
    after = files(fair / "site")
    again = build(fair).summary
    assert again is not None
    assert again.made == 0
    assert files(fair / "site") == after
    made = {path for path, data in after.items() if before.get(path) != data and path != STAMP}
    marks = {path for path in made if path.startswith("revisions/")}  # one out, one in: two shards or one
    assert made - marks == {
        f"sang-kien/{slug(4)}/index.html", f"sang-kien/{slug(4)}/index.json",
        *(f"{place}{file}" for place in ("", "linh-vuc/co-khi/", "don-vi/cang-thi-du/") for file in FEEDS),
        "tim-kiem/index/x-dau.js", "tim-kiem/index/x-vai.js", "tim-kiem/index/core.js",
        "revisions.json", "sw.js",  # the worker keeps the core
    }  # fmt: skip
    assert summary is not None
    assert summary.made == len(made)


def related(root: Path, number: int) -> list[str]:
    """Slugs of the stories that a story's page ends with."""
    page = (root / "site" / "sang-kien" / slug(number) / "index.html").read_text("utf-8")
    end = page.split('<section class="related">')[1].split("</section>")[0]
    return re.findall(r'<h3><a href="[./]*sang-kien/([^/]+)/"', end)


def test_an_edited_summary_or_tag_moves_a_story_in_and_out_of_others_four(fair: Path) -> None:
    assert slug(4) in related(fair, 10)
    assert slug(12) not in related(fair, 1)
    CHANGES["summary of another thing"](fair)
    CHANGES["tags given"](fair)
    build(fair)
    assert slug(4) not in related(fair, 10)
    assert related(fair, 1)[0] == slug(12)
    assert related(fair, 12)[0] == slug(1)


def test_embargo_ends_by_the_clock_alone(fair: Path, tmp_path: Path) -> None:
    hour = "2026-05-31T22:30:00-10:00"  # half past three of the next day in the fair's zone
    replace(story(9), "published: 2022-03-10", f"published: {hour}")(fair)
    page = fair / "site" / "sang-kien" / slug(9) / "index.html"
    build(fair, now=NOW)  # 15:00 in the fair's zone
    assert not page.exists()
    assert not [
        name for name, data in files(fair / "site").items() if slug(9) in name or "việc số 9".encode() in data
    ]
    build(fair, now=NOW + timedelta(minutes=31))
    assert f'<time datetime="{hour}">01/6/2026</time>' in page.read_text("utf-8")
    assert files(fair / "site") == clean_copy(fair, tmp_path / "clean", now=NOW + timedelta(minutes=31))


@pytest.mark.slow
def test_jobs_and_folders_do_not_show(built: Path, tmp_path: Path) -> None:
    root = make_fair(tmp_path / "một nơi khác", stories=60)
    shutil.copytree(root, tmp_path / "b")
    build(root, jobs=1, clean=True)
    build(tmp_path / "b", jobs=2, clean=True)
    assert files(root / "site") == files(tmp_path / "b" / "site")


@pytest.mark.slow
def test_spawned_processes_give_the_same_bytes(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows and macOS: nothing comes to the other processes but what is pickled."""
    root = make_fair(tmp_path / "fair", stories=60)
    build(root, jobs=1, clean=True)
    before = files(root / "site")
    monkeypatch.setattr(crew, "platform", "win32")
    build(root, jobs=2, clean=True)
    assert files(root / "site") == before
    CHANGES["summary edited"](root)
    summary = build(root, jobs=2).summary
    assert summary is not None
    shards_head_and_worker = 16 + 2
    assert 0 < summary.made < 20 + shards_head_and_worker  # a story and what shows its card
    assert files(root / "site") == clean_copy(root, tmp_path / "clean")


@pytest.mark.slow
def test_photos_of_a_few_stories_go_to_spawned_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too few stories for a pool: their pages are made here, and what was loaded for them stays here."""
    root = make_fair(tmp_path / "fair", stories=3)
    for number, colour in enumerate(("#112233", "#445566", "#778899")):
        (root / "initiatives" / slug(number) / "may.jpg").write_bytes(photo(colour, (1700, 1200)))
    write_story(root, 2, more="photos:\n  - {file: may.jpg, alt: Tay đòn, credit: Tổ thử}\n")
    build(root, jobs=1, clean=True)
    before = files(root / "site")
    monkeypatch.setattr(crew, "platform", "win32")
    pools = []
    monkeypatch.setattr(crew, "new_pool", lambda *given: pools.append(given) or new_pool(*given))
    build(root, jobs=2, clean=True)
    assert len(pools) == 1
    assert files(root / "site") == before


@pytest.mark.slow
def test_plain_mkdocs_gives_the_same_site(built: Path, tmp_path: Path) -> None:
    assert plain_site(built, tmp_path / "plain") == files(built / "site")
