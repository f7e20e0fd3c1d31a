"""Four stories that may not be seen, each with words of its own: no byte of what is published tells of them.

Embargoed to a minute, a draft, withdrawn, and one whose first author took the consent back; all were public
before. Published into a folder and into a zip.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from canary import Canary, readable, tell, tell_person, traces
from edited_fair import change
from sangkien.build.home import STAMP
from sangkien.cli.build import build
from sangkien.cli.publish import publish
from sangkien.publish.host import RECORD
from sangkien.publish.serving import headers_file
from sangkien.search.packing import unpack
from sangkien.search.shards import value_of
from sangkien.targets.revisions import MARK
from small_events import write_event
from small_fair import CONFIG, files, make_fair, slug

EMBARGOED = Canary("Kìmtuốcbiển Khuềnh", "7131719000")
DRAFT = Canary("Hồnghạcđầm Nghoạch", "8242828000")
WITHDRAWN = Canary("Vàngạnhlửa Ghuỳnh", "9353937000")
PERSON = Canary("Sếuđầuđỏ Choạnh", "6464646000")
"""Of an author, and of nothing else in the story."""
HIDDEN = (EMBARGOED, DRAFT, WITHDRAWN, PERSON)
BEFORE, AFTER = "2026-06-01T14:59:59+07:00", "2026-06-01T15:00:00+07:00"
NAMED = f"""    role: Thợ {PERSON.word}
    organisation: {PERSON.key}
    person: {PERSON.key}
"""


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, dict[str, bytes]]]:
    """``public``, ``before`` and ``after`` the embargo's end, and ``gone``, withdrawn once it was on record:
    what a folder serves, byte for byte as the zip.
    """
    root = make_fair(tmp_path_factory.mktemp("chim lạ") / "hội thi", stories=4)
    more = "press_kits: all, drawn_cards: all"
    (root / "mkdocs.yml").write_text(CONFIG.replace("page_size: 6", f"page_size: 6, {more}"), "utf-8")
    write_event(root)
    change(
        root / "content/events/ngay-hoi-thu.md", "initiative: viec-so-003", f"initiative: {EMBARGOED.slug}"
    )
    for canary in HIDDEN[:3]:
        tell(root, canary)
    _add_person(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        yield _published(root, patch)


def _published(root: Path, patch: pytest.MonkeyPatch) -> dict[str, dict[str, bytes]]:
    stages = {"public": _publish(root, patch, BEFORE)}
    stories = {canary: root / "initiatives" / canary.slug / "index.md" for canary in HIDDEN[:3]}
    old = "published: 2022-03-03\nupdated: 2022-04-03"
    change(stories[EMBARGOED], old, f"published: {AFTER}")
    change(stories[DRAFT], "status: published", "status: draft")
    change(stories[WITHDRAWN], "status: published", "status: withdrawn")
    story = root / "initiatives" / slug(3) / "index.md"
    change(story, "consent: 2022-01-02", "consent: {withdrawn: 2026-05-01}")
    stages["before"] = _publish(root, patch, BEFORE)
    stages["after"] = _publish(root, patch, AFTER)
    result = CliRunner().invoke(build, ["--record", "--language", "en", "--jobs", "1"])
    assert (result.exit_code, result.exception) == (0, None), result.output
    change(stories[EMBARGOED], f"published: {AFTER}", "published: 2022-03-03")
    change(stories[EMBARGOED], "status: published", "status: withdrawn")
    stages["gone"] = _publish(root, patch, AFTER)
    return stages


def _add_person(root: Path) -> None:
    """Story 3 is by somebody with a portrait, whose unit is nobody else's."""
    story = root / "initiatives" / slug(3) / "index.md"
    change(story, "name: Lê Thị Giả Định", f"name: Phan {PERSON.word}")
    change(story, "    role: Thợ\n    organisation: xuong-may-vi-du\n", NAMED)
    tell_person(root, PERSON, f"Phan {PERSON.word}")
    with (root / "content" / "vocabulary" / "organisations.yml").open("a", encoding="utf-8") as file:
        file.write(f"- {{id: {PERSON.key}, name: Xưởng {PERSON.word}}}\n")


def _publish(root: Path, patch: pytest.MonkeyPatch, hour: str) -> dict[str, bytes]:
    patch.setenv("SANGKIEN_NOW", hour)
    for target in (["../web"], ["../web.zip", "--no-build"]):
        result = CliRunner().invoke(publish, [*target, "--language", "en", "--jobs", "1"])
        assert (result.exit_code, result.exception) == (0, None), result.output
    folder = files(root.parent / "web")
    with zipfile.ZipFile(root.parent / "web.zip") as packed:
        zipped = {name: packed.read(name) for name in packed.namelist()}
    built = {path: data for path, data in files(root / "site").items() if path != STAMP}
    built["_headers"] = headers_file()
    assert {path: data for path, data in folder.items() if path != RECORD} == built
    assert {path: data for path, data in zipped.items() if path != RECORD} == built
    return folder | {f"zip/{RECORD}": zipped[RECORD]}


def test_all_sing_while_they_are_public(stages: dict[str, dict[str, bytes]]) -> None:
    sung = "\n".join(text for _, text in readable(stages["public"]))
    assert [canary.word for canary in HIDDEN for form in canary.forms[:2] if sung.count(form) < 10] == []


def test_before_the_hour_there_is_no_trace_of_any(stages: dict[str, dict[str, bytes]]) -> None:
    assert traces(stages["before"], HIDDEN) == []


def test_after_the_hour_only_the_embargoed_story_shows(stages: dict[str, dict[str, bytes]]) -> None:
    assert traces(stages["after"], HIDDEN[1:]) == []


def test_after_the_hour_the_story_is_everywhere(stages: dict[str, dict[str, bytes]]) -> None:
    key, story = EMBARGOED.key, f"sang-kien/{EMBARGOED.slug}/"
    pages = [
        "",
        "sang-kien/",
        "tac-gia/",
        "don-vi/",
        "vinh-danh/",
        "bao-chi/",
        "lam-theo/",
        "su-kien/ngay-hoi-thu/",
    ]
    pages += [
        story,
        f"{story}embed/",
        f"s/{key}-1/",
        f"sang-kien/{key}-cu/",
        f"tac-gia/{key}/",
        f"don-vi/{key}/",
    ]
    pages += [f"linh-vuc/{key}/", f"dia-ban/{key}/", "nam/2021/"]
    feeds = [
        f"{place}{name}"
        for place in ("", f"linh-vuc/{key}/", f"don-vi/{key}/")
        for name in ("feed.xml", "rss.xml", "feed.json")
    ]
    wanted = [f"{page}index.html" for page in pages] + feeds
    wanted += [f"{story}index.json", f"{story}oembed.json", "sitemap.xml", "sitemap-news.xml"]
    wanted += ["du-lieu/sang-kien.json", "du-lieu/sang-kien.csv", f"bao-chi/tai-lieu/{EMBARGOED.slug}.zip"]
    wanted += [
        f"tim-kiem/index/{name}.js" for name in ("core", "r-ki", "w-khuenh", "c-1", "f-unit", "f-sector")
    ]
    found = traces(stages["after"], [EMBARGOED])
    assert sorted(set(wanted) - set(found)) == []
    assert [name for name in found if name.startswith(story) and name.endswith((".webp", "-og.jpg"))]
    kit = {
        name.partition("!")[2].partition("/")[2]
        for name in found
        if ".zip!" in name and EMBARGOED.slug in name
    }
    assert {"doc-truoc.txt", "bai-ngan.txt", "bai-vua.md", "bai-day-du.html", "anh/01.jpg"} <= kit


def test_what_was_on_record_leaves_its_address_and_nothing_else(stages: dict[str, dict[str, bytes]]) -> None:
    """An address that was printed answers; of the others, hidden before anything was on record, nothing."""
    site, key = stages["gone"], EMBARGOED.key
    assert traces(site, HIDDEN[1:]) == []
    stones = {name for name in traces(site, [EMBARGOED]) if not name.endswith(RECORD)}
    assert {f"sang-kien/{EMBARGOED.slug}/index.html", f"s/{key}-1/index.html"} <= stones
    assert [site[name].count("đã được gỡ".encode()) > 0 for name in stones] == [True] * len(stones)
    unnamed = {f"{number}": site[name] for number, name in enumerate(sorted(stones))}
    assert traces(unnamed, [EMBARGOED]) == []


@pytest.mark.parametrize(("stage", "total"), [("public", 7), ("before", 4), ("after", 5)])
def test_the_index_numbers_no_story_that_is_hidden(
    stages: dict[str, dict[str, bytes]], stage: str, total: int
) -> None:
    index = {
        Path(path).stem: value_of(Path(path).stem, data.decode())
        for path, data in stages[stage].items()
        if path.startswith("tim-kiem/index/")
    }
    assert index["core"]["n"] == total
    cards = [card[0] for name, rows in index.items() if name.startswith("c-") for card in rows]
    assert sorted(cards) == sorted(
        path.split("/")[1]
        for path in stages[stage]
        if path.startswith("sang-kien/") and path.endswith("oembed.json")
    )
    assert set(_numbers(index)) == set(range(total))


def _numbers(index: dict[str, Any]) -> Iterator[int]:
    """The numbers of stories in the files of words, and in those of facets."""
    for name, value in index.items():
        kind = name[:2]
        if kind == "x-":
            yield from unpack(value)
        elif kind == "w-":
            yield from _of_forms(value)
        elif kind == "r-":
            for word in value.values():
                yield from _of_forms(word.get("f", {}))
                yield from unpack(word.get("x", ""))
        elif kind == "v-":
            yield from (number for one in value for number in unpack(one))


def _of_forms(forms: dict[str, list[str]]) -> Iterator[int]:
    for fields in forms.values():
        for place, packed in enumerate(fields[:5]):
            if place != 1:  # places in the title
                yield from unpack(packed)


@pytest.mark.parametrize("stage", ["before", "after"])
def test_phones_are_told_of_no_page_that_is_hidden(stages: dict[str, dict[str, bytes]], stage: str) -> None:
    site = stages[stage]
    pages = [name for name in site if name.endswith("index.html") and not name.endswith("/embed/index.html")]
    marks = [json.loads(data) for name, data in site.items() if name.startswith("revisions/")]
    assert sum(map(len, marks)) == MARK * len(pages)
