"""Feeds as their readers read them: Atom, RSS and JSON Feed of all, of each sector and of each unit."""

from __future__ import annotations

import json
import re
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET  # our own output, without entities

import feedparser
import pytest

from edited_fair import edit
from feed_rules import Faults, atom_faults, json_faults, newest_first, rss_faults
from sangkien.targets.rendered import RenderedStories
from small_fair import build, files, make_fair, slug

SITE = "https://hoi-cho.example/thu/"
PLACES = ("", "linh-vuc/co-khi/", "don-vi/cang-thi-du/")
ATOM, MEDIA = "{http://www.w3.org/2005/Atom}", "{http://search.yahoo.com/mrss/}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Eight stories: a sample alone in its unit, a confidential one, one with all sorts of links."""
    root = make_fair(tmp_path_factory.mktemp("nguồn tin") / "fair", stories=8)
    edit(root, 2, "status: published", "sample: true\nstatus: published")
    edit(root, 5, "status: published", "confidential: true\nstatus: published")
    links = "[một](/vinh-danh/) [hai](../viec-so-003/) [ba](#giai-phap) [bốn](https://example.com/?a=1&b=2)"
    edit(root, 0, "Anh em trong tổ", f'{links} ![Tay đòn](may.jpg) ` href="x"` Anh em trong tổ')
    edit(root, 0, "Tay đòn cho việc", "Tay đòn & <b>cho</b> việc")
    edit(root, 0, "credit: Tổ thử}", "credit: Tổ thử}\ntags: [hàn]\nupdated: 2022-09-01")
    assert build(root).errors == 0
    return files(root / "site")


def shown(site: dict[str, bytes], place: str) -> dict[str, Any]:
    whole = json.loads(site[f"{place}feed.json"])
    assert isinstance(whole, dict)
    return whole


def items(site: dict[str, bytes], place: str = "") -> list[dict[str, Any]]:
    return list(shown(site, place)["items"])


def test_stories_newest_first_and_no_sample(site: dict[str, bytes]) -> None:
    def slugs(place: str) -> list[str]:
        return [item["url"].split("/")[-2] for item in items(site, place)]

    assert slugs("") == [slug(number) for number in (7, 6, 5, 4, 3, 1, 0)]
    assert slugs("linh-vuc/co-khi/") == [slug(number) for number in (6, 4, 0)]
    assert slugs("don-vi/cang-thi-du/") == [slug(number) for number in (7, 4, 1)]
    assert [name for name in site if name.endswith(("feed.json", "feed.xml", "rss.xml"))] == sorted(
        place + file
        for place in (
            "",
            "linh-vuc/co-khi/",
            "linh-vuc/dien/",
            "don-vi/cang-thi-du/",
            "don-vi/xuong-may-vi-du/",
        )
        for file in ("feed.json", "feed.xml", "rss.xml")
    )  # of the unit with a sample and a confidential story there is none


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("file", ["feed.xml", "rss.xml"])
def test_feedparser_reads_the_same_as_json_says(site: dict[str, bytes], place: str, file: str) -> None:
    parsed, whole = (
        feedparser.parse(site[place + file], sanitize_html=False, resolve_relative_uris=False),
        shown(site, place),
    )
    assert (parsed.bozo, parsed.version) == (0, "atom10" if file == "feed.xml" else "rss20")
    assert parsed.feed.title == whole["title"]
    assert parsed.feed.link == whole["home_page_url"] == SITE + place
    assert [link.href for link in parsed.feed.links if link.rel == "self"] == [SITE + place + file]
    for entry, item in zip(parsed.entries, whole["items"], strict=True):
        assert (entry.id, entry.link, entry.summary) == (item["id"], item["url"], item["summary"])
        assert [one.value for one in entry.get("content", [])] == [
            item[key] for key in ("content_html",) if key in item
        ]
        assert [tag.term for tag in entry.get("tags", [])] == item.get("tags", [])
        first = [one["url"] for one in item.get("attachments", [])][:1]
        assert [one.href for one in entry.enclosures] == first
        published = datetime.fromisoformat(item["date_published"])
        assert entry.published_parsed[:6] == published.timetuple()[:6]


CHECKS = {"feed.xml": atom_faults, "rss.xml": rss_faults, "feed.json": json_faults}


@pytest.mark.parametrize("file", CHECKS)
def test_every_feed_keeps_to_its_specification(site: dict[str, bytes], file: str) -> None:
    served = {SITE + path: data for path, data in site.items()}
    feeds = [path for path in site if path.rpartition("/")[2] == file]
    assert len(feeds) == 5
    assert [(path, fault) for path in feeds for fault in CHECKS[file](site[path], SITE + path, served)] == []


def test_newest_stories_stand_first(site: dict[str, bytes]) -> None:
    for place in PLACES:
        assert newest_first([item["date_published"] for item in items(site, place)])


SPOILED = [
    ("feed.xml", "<id>https://hoi-cho.example/thu/</id>", "", "4.1 id"),
    ("feed.xml", "<id>https://hoi-cho.example/thu/</id>", "<id>thu</id>", "4.2.6 thu"),
    ("feed.xml", "/s/t-006/</id>", "/s/t-007/</id>", "4.1.1 unique"),
    ("feed.xml", "<published>2022-03-07T17:00:00Z", "<published>2022-03-08", "3.3 2022-03-08"),
    ("feed.xml", "<published>2022-03-07T", "<published>2032-03-07T", "4.2.15"),
    ("feed.xml", 'rel="self"', 'rel="via"', "4.1.1 self"),
    ("feed.xml", 'type="image/webp"', 'type="image/png"', "4.2.7 type image/png"),
    ("feed.xml", 'rel="enclosure" type', 'rel="enclosure" length="7" type', "4.2.7 length 7"),
    ("feed.xml", "&lt;h2", '&lt;a href="x/"&gt;&lt;/a&gt;&lt;h2', "4.1.3.3 x/"),
    ("rss.xml", "<link>https://hoi-cho.example/thu/</link>", "<link>/thu/</link>", "link /thu/"),
    ("rss.xml", ' length="', ' length="7" was="', "enclosure length 7"),
    ("rss.xml", ' length="', ' was="', "enclosure length none"),
    ("rss.xml", "/s/t-006/</guid>", "/s/t-007/</guid>", "guid unique"),
    ("rss.xml", "17:00:00 +0000</pubDate>", "17:00:00</pubDate>", "date Mon, 07 Mar 2022 17:00:00"),
    ("feed.json", '"id":"https://hoi-cho.example/thu/s/t-006/"', '"id":6', "id"),
    ("feed.json", '"date_modified":"2022-03-07T17:00:00Z"', '"date_modified":"2022-03-07"', "date_modified"),
    ("feed.json", '"mime_type":"image/webp"', '"mime_type":"image/jpeg"', "attachments type image/jpeg"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "fault"), SPOILED)
def test_the_rules_find_a_spoiled_feed(
    site: dict[str, bytes], file: str, old: str, new: str, fault: str
) -> None:
    text = site[file].decode()
    assert old in text
    served = {SITE + path: data for path, data in site.items()}
    spoiled: Faults = CHECKS[file](text.replace(old, new, 1).encode(), SITE + file, served)
    assert fault in spoiled


def test_ids_are_short_addresses_that_lead_to_the_story(site: dict[str, bytes]) -> None:
    for item in items(site):
        assert item["url"].removeprefix(SITE) in site[item["id"].removeprefix(SITE) + "index.html"].decode()


def test_addresses_in_the_text_are_absolute_and_photos_are_there(site: dict[str, bytes]) -> None:
    item = items(site)[-1]
    html = item["content_html"]
    hrefs = re.findall(r'<a [^>]*?href="([^"]*)"', html)
    page = f"{SITE}sang-kien/{slug(0)}/"
    assert hrefs == [
        f"{SITE}vinh-danh/", f"{SITE}sang-kien/{slug(3)}/", f"{page}#giai-phap", "https://example.com/?a=1&amp;b=2",
    ]  # fmt: skip
    assert '<code> href="x"</code>' in html or '<code>href="x"</code>' in html
    addresses = re.findall(r"https://hoi-cho[^ \"]+\.webp", html)
    assert addresses
    for address in (*addresses, *(one["url"] for one in item["attachments"])):
        assert address.removeprefix(SITE) in site
    assert [one["title"] for one in item["attachments"]] == ["Tay đòn"]
    assert item["title"].startswith("Tay đòn & <b>cho</b>")
    assert (item["date_published"][:10], item["date_modified"][:10]) == ("2022-02-28", "2022-08-31")  # UTC


def test_rss_media_and_atom_enclosures_carry_alt_text(site: dict[str, bytes]) -> None:
    rss, atom = (ET.fromstring(site[name]) for name in ("rss.xml", "feed.xml"))  # noqa: S314  # our own
    described = [
        (one.findtext(f"{MEDIA}description"), one.findtext(f"{MEDIA}credit"))
        for one in rss.iter(f"{MEDIA}content")
    ]
    assert described == [("Tay đòn", "Tổ thử")] * 2
    titled = [link.get("title") for link in atom.iter(f"{ATOM}link") if link.get("rel") == "enclosure"]
    assert titled == ["Tay đòn"] * 2
    assert len({one.text for one in atom.iter(f"{ATOM}id")}) == len(list(atom.iter(f"{ATOM}id")))


def test_pages_name_their_feeds(site: dict[str, bytes]) -> None:
    def named(page: str) -> list[str]:
        text = site[page + "index.html"].decode()
        return [
            one.lstrip("./")
            for one in re.findall(r'<link rel="alternate" type="[^"]+" title="[^"]+" href="([^"]+)"', text)
            if not one.endswith("oembed.json")
        ]

    three = ["feed.xml", "rss.xml", "feed.json"]
    assert named("") == named("bao-chi/") == three
    for place in PLACES[1:]:
        assert named(place) == [place + file for file in three]
    assert named("don-vi/truong-nghe-mau/") == []
    assert named(f"sang-kien/{slug(0)}/") == named("dia-ban/vung-thu/") == ["feed.xml"]


def test_a_story_is_rendered_once_for_its_page_and_all_its_feeds(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []
    take = RenderedStories.take_fresh

    def counted(self: RenderedStories) -> Any:
        fresh = take(self)
        rendered.extend(row.slug for row in fresh)
        return fresh

    monkeypatch.setattr(RenderedStories, "take_fresh", counted)
    build(fair, clean=True)
    assert sorted(rendered) == [slug(number) for number in range(4)]
    rendered.clear()
    shutil.rmtree(fair / "site")
    edit(fair, 1, "đỡ mỏi lưng hơn hẳn", "đỡ mỏi lưng")
    build(fair)
    assert rendered == [slug(1)]
