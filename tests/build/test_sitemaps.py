"""Sitemaps: what is news for two days, by the clock alone; what robots.txt names."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET  # our own output, without entities

from edited_fair import edit
from sangkien.check.fair import check_fair
from sangkien.source.tree import DiskTree
from small_fair import NOW, build, clean_copy, files, settings_of, slug

NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SITE = "https://hoi-cho.example/thu/"


def test_news_are_news_for_two_days(fair: Path, tmp_path: Path) -> None:
    before = files(fair / "site")
    assert "sitemap-news.xml" not in before
    assert before["robots.txt"].decode().splitlines()[2:] == [f"Sitemap: {SITE}sitemap.xml"]
    edit(fair, 3, "published: 2022-03-04", "published: 2026-05-31")
    edit(fair, 2, "published: 2022-03-03", "sample: true\npublished: 2026-05-31")
    edit(fair, 0, "published: 2022-03-01", "published: 2026-06-01T16:00:00+07:00")  # an embargo: in an hour
    build(fair, now=NOW)
    site = files(fair / "site")
    root = ET.fromstring(site["sitemap-news.xml"])  # noqa: S314  # our own
    (story,) = root
    assert story[0].text == f"{SITE}sang-kien/{slug(3)}/"
    assert story.findtext(f".//{NEWS}title") == "Tay đòn cho việc số 3"
    day = datetime.fromisoformat(str(story.findtext(f".//{NEWS}publication_date")))
    assert day == datetime.fromisoformat("2026-05-31T00:00:00+07:00")
    assert story.findtext(f".//{NEWS}language") == "vi"
    named = [f"Sitemap: {SITE}sitemap.xml", f"Sitemap: {SITE}sitemap-news.xml"]
    assert site["robots.txt"].decode().splitlines()[2:] == named
    edit(fair, 0, "published: 2026-06-01T16:00:00+07:00", "published: 2022-03-01")
    later = NOW + timedelta(days=2)
    build(fair, now=later)
    assert "sitemap-news.xml" not in files(fair / "site")
    assert files(fair / "site") == clean_copy(fair, tmp_path / "clean", now=later)


def test_the_clock_is_awaited_when_news_end(fair: Path) -> None:
    edit(fair, 3, "published: 2022-03-04", "published: 2026-05-31")
    checked = check_fair(DiskTree(str(fair)), settings_of(fair, NOW))
    assert checked.next_change() == datetime.fromisoformat("2026-06-02T00:00:00+07:00")
