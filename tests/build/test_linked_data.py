"""JSON-LD of one of each kind of page: by schema.org's vocabulary, and true to the page it stands on."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import extruct
import pytest

from sangkien import urls
from schema_vocabulary import faults
from small_fair import build, files, slug

SITE = "https://hoi-cho.example/thu/"
KINDS = {
    "": "WebSite",
    "sang-kien/": "CollectionPage",
    f"sang-kien/{slug(0)}/": "Article",
    "don-vi/": "CollectionPage",
    "don-vi/cang-thi-du/": "CollectionPage",
    "linh-vuc/co-khi/": "CollectionPage",
    "tac-gia/": "CollectionPage",
    "su-kien/": "CollectionPage",
    "bao-chi/": "CollectionPage",
    "chuong-trinh/": "CollectionPage",
    "vinh-danh/": "CollectionPage",
    "du-lieu/": "Dataset",
    "moi/": "WebPage",
}


@pytest.fixture(scope="module")
def site(event_fair: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """With an event and an editorial page whose title wants to leave the script."""
    root = tmp_path_factory.mktemp("dữ liệu liên kết") / "fair"
    shutil.copytree(event_fair, root)
    (root / "content" / "moi.md").write_text('---\ntitle: A</script><b>"x"&\n---\n\nMới.\n', "utf-8")
    assert build(root).errors == 0
    return files(root / "site")


def linked(site: dict[str, bytes], page: str) -> list[dict[str, Any]]:
    text = site[page + "index.html"].decode()
    return [
        json.loads(one)
        for one in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    ]


def pages(site: dict[str, bytes]) -> dict[str, str]:
    """Page → the type of what it is; of persons, collectives and events one each."""
    names = sorted(
        name.removesuffix("index.html")
        for name, data in site.items()
        if name.count("/") == 2 and b"http-equiv" not in data
    )
    person = next(name for name in names if name.startswith("tac-gia/le-thi"))
    collective = next(name for name in names if name.startswith("tac-gia/to-"))
    event = next(name for name in names if name.startswith("su-kien/") and name.endswith("/"))
    return KINDS | {person: "ProfilePage", collective: "ProfilePage", event: "Event"}


def test_every_kind_of_page_speaks_schema_org(site: dict[str, bytes]) -> None:
    for page, kind in pages(site).items():
        about, *rest = linked(site, page)
        assert about["@type"] == kind, page
        assert about["url"] == SITE + page
        assert [one["@type"] for one in rest] == ([] if page == "" else ["BreadcrumbList"]), page
        assert [fault for one in (about, *rest) for fault in faults(one)] == [], page


def test_another_reader_reads_what_was_written(site: dict[str, bytes]) -> None:
    """Of every page that is no redirect: what extruct finds, and of Open Graph the address too."""
    read = 0
    for name, data in site.items():
        if not name.endswith("index.html") or b'http-equiv="refresh"' in data or urls.is_embed(name):
            continue
        page = name.removesuffix("index.html")
        found = extruct.extract(
            data.decode(), base_url=SITE + page, syntaxes=["json-ld", "opengraph", "microdata"]
        )
        assert found["json-ld"] == linked(site, page), page
        assert found["microdata"] == [], page
        assert [fault for one in found["json-ld"] for fault in faults(one)] == [], page
        (card,) = found["opengraph"]
        told = dict(card["properties"])
        assert told["og:url"] == (SITE + page), page
        assert told["og:image"].removeprefix(SITE) in site, page
        read += 1
    assert read > 40


def test_a_word_that_the_vocabulary_lacks_is_a_fault() -> None:
    assert faults({"@type": "Person", "name": "A", "headline": "b", "worksFor": {"@type": "Event"}}) == [
        "$.headline: not of Person", "$.worksFor: a Event",
    ]  # fmt: skip
    assert faults({"@type": "Human", "name": ""}) == ["$: no type Human"]


def test_breadcrumbs_say_what_the_page_shows(site: dict[str, bytes]) -> None:
    for page in pages(site):
        if page in ("", "moi/"):  # home has none, an editorial page shows none
            continue
        steps = linked(site, page)[1]["itemListElement"]
        text = site[page + "index.html"].decode()
        crumbs = re.search(r'<nav class="crumbs".*?</nav>', text, re.S)
        assert crumbs
        ways = re.findall(r'<li><a href="([^"]*)">', crumbs[0])
        root = "../" * page.count("/")
        assert [step["item"].removeprefix(SITE) for step in steps[:-1]] == [
            way.removeprefix(root) for way in ways
        ]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert steps[-1]["item"] == SITE + page


def test_a_person_has_post_and_unit(site: dict[str, bytes]) -> None:
    person, collective = (name for name, kind in pages(site).items() if kind == "ProfilePage")
    assert linked(site, person)[0]["mainEntity"] == {
        "@type": "Person",
        "name": "Lê Thị Giả Định",
        "url": SITE + person,
        "jobTitle": "Thợ",
        "worksFor": {
            "@type": "Organization", "name": "Xưởng may Ví Dụ", "url": f"{SITE}don-vi/xuong-may-vi-du/"
        },
    }  # fmt: skip
    assert linked(site, collective)[0]["mainEntity"]["@type"] == "Organization"
    assert "parentOrganization" in linked(site, collective)[0]["mainEntity"]


def test_the_title_of_an_editorial_page_stays_in_its_script(site: dict[str, bytes]) -> None:
    assert linked(site, "moi/")[1]["itemListElement"][1]["name"] == 'A"x"&'
    assert b"</script><b>" not in site["moi/index.html"]
