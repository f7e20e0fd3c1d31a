"""No address in a built site leads nowhere: of a middling fair with everything that has addresses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from link_graph import Links, broken, links_of
from sangkien.build.home import STAMP
from small_events import BANNERS, write_event
from small_fair import CONFIG, build, files, make_fair, photo, write_story

SITE_URL = "https://hoi-cho.example/thu/"
STORIES = 150
MORE = {
    7: "sample: true\n",
    8: "confidential: true\n",
    9: "aliases: [viec-cu]\nvideos: [{url: 'https://vi.du/phim', title: Phim}]\n",
    10: "featured: {rank: 1, citation: Việc khó mà làm gọn.}\n",
    11: "recognition: [{award: bang-khen-thu, level: co-so, year: 2022}]\n",
    12: "press: [{outlet: Báo Thử, title: Bài, url: 'https://vi.du/bai', date: 2022-06-02}]\n",
}
SOUND = {
    "index.html": b'<a href="a/#b">a</a><img srcset="p.webp 1x, a/../p.webp 2x"><link href="a.css">',
    "a/index.html": b'<p id="b">b</p>',
    "p.webp": b"",
    "a.css": b"a { background: url(p.webp) }",
    "feed.xml": b"<id>https://hoi-cho.example/thu/a/#b</id><a>&lt;a href=&quot;https://hoi-cho.example/thu/&quot;</a>",
    "404.html": b'<a href="/thu/a/">a</a>',
}


@pytest.mark.slow
def test_no_address_of_a_fair_of_many_stories_leads_nowhere(tmp_path: Path) -> None:
    root = make_fair(tmp_path / "fair", stories=STORIES)
    kits = "page_size: 6, press_kits: all"
    (root / "mkdocs.yml").write_text(
        CONFIG.replace("page_size: 6", kits) + "extra: {text_licence: CC BY 4.0}\n"
    )
    write_event(root)
    (root / "content" / "banners.yml").write_text(BANNERS, "utf-8")
    for number, more in MORE.items():
        shown = f"photos: [{{file: may.jpg, alt: Tay đòn {number}, credit: Tổ thử}}]\n"
        write_story(root, number, more=more + shown).with_name("may.jpg").write_bytes(
            photo(f"#4466{number:02}")
        )
    assert build(root).errors == 0
    site = {path: data for path, data in files(root / "site").items() if path != STAMP}
    pages = links_of(site)
    assert len(pages) > 4 * STORIES
    assert broken(site, SITE_URL, pages) == []


def test_a_sound_site_has_no_broken_address() -> None:
    assert broken(SOUND, SITE_URL, links_of(SOUND)) == []


@pytest.mark.parametrize(
    ("path", "content", "lead"),
    [
        ("x.html", '<a href="b/">', "b/"),
        ("x.html", '<a href="/a/">', "outside the site: /a/"),
        ("x.html", '<a href="a/#c">', "a/#c"),
        ("x.html", '<a href="#c">', "#c"),
        ("x.html", '<img srcset="p.webp 1x, q.webp 2x">', "q.webp"),
        ("x.html", '<meta http-equiv="refresh" content="0; url=b/">', "b/"),
        ("x.html", f'<link rel="canonical" href="{SITE_URL}b/">', f"{SITE_URL}b/"),
        ("x.html", f'<script type="application/ld+json">"{SITE_URL}b/"</script>', f"{SITE_URL}b/"),
        ("404.html", '<a href="/thu/b/">', "/b/"),
        ("404.html", '<a href="a/">', "outside the site: a/"),
        ("x.css", "a { background: url('q.webp') }", "q.webp"),
        ("x.xml", f"<loc>{SITE_URL}b/</loc>", f"{SITE_URL}b/"),
        ("x.xml", f"&lt;img src=&quot;{SITE_URL}q.webp&quot;&gt;", f"{SITE_URL}q.webp"),
        ("x.json", json.dumps({"url": f"{SITE_URL}b/"}), f"{SITE_URL}b/"),
        ("x.csv", f'1,"{SITE_URL}b/"\n', f"{SITE_URL}b/"),
        ("x.ics", f"URL:{SITE_URL}\r\n b/\r\n", f"{SITE_URL}b/"),
        ("x.webmanifest", '{"icons": [{"src": "q.png"}], "start_url": "./", "scope": "./"}', "q.png"),
        ("sw.js", 'const SITE = {"core": [["b/", ""]], "offline": "a/", "revisions": "p.webp"};\n', "b/"),
    ],
)
def test_each_kind_of_broken_address_is_found(path: str, content: str, lead: str) -> None:
    site = SOUND | {path: content.encode()}
    pages: dict[str, Links] = links_of(site)
    assert lead in {one.removeprefix(f"{path}: ") for one in broken(site, SITE_URL, pages)}
