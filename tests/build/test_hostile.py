"""Hostile input: nothing raises but UserError, nothing is live in the output (design, section 7)."""

from __future__ import annotations

import json
import os
import re
import shutil
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET  # our own output, without entities

import html5lib
import pytest

from sangkien.check.fair import check_fair
from sangkien.markup.render import MOST_BRACKETS, render_story
from sangkien.source.tree import DiskTree
from small_fair import build, files, make_fair, photo, settings_of, slug

HTML = "{http://www.w3.org/1999/xhtml}"
URLS = ("href", "src", "action", "formaction", "data", "poster", "ping", "background", "cite")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_fair(tmp_path_factory.mktemp("hostile") / "fair", stories=3)
    build(root)
    return root


@pytest.fixture
def fair(built: Path, tmp_path: Path) -> Iterator[Path]:
    root = tmp_path / "fair"
    shutil.copytree(built, root, ignore=shutil.ignore_patterns("spare"))
    yield root
    shutil.rmtree(root)


def live(document: str) -> list[str]:
    """What could run, or leads to what could: nothing of it may be in a page."""
    found = []
    for element in html5lib.parse(document).iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.removeprefix(HTML)
        if tag in ("style", "iframe", "object", "embed", "base", "math", "frame"):
            found.append(tag)
        if (
            tag == "script"
            and (element.text or "").strip()
            and element.get("type") not in ("application/ld+json", "application/json")
        ):
            found.append(f"script: {element.text}")
        if tag == "script" and element.get("src", "").startswith(("http", "//", "data:")):
            found.append(str(element.get("src")))
        if (
            tag == "meta"
            and element.get("http-equiv", "").lower() == "refresh"
            and "url=../" not in element.get("content", "")
        ):
            found.append(str(element.get("content")))
        for name, value in element.items():
            scheme = (
                re.sub(r"^[\x00-\x20]+|[\t\n\r]", "", value).split(":")[0].lower() if ":" in value else ""
            )
            if str(name).startswith("on") or name in ("style", "srcdoc"):
                found.append(f"{tag} {name}={value}")
            if str(name).rsplit("}")[-1] in URLS and scheme in (
                "javascript",
                "data",
                "vbscript",
                "file",
                "blob",
            ):
                found.append(f"{tag} {name}={value}")
    return found


def assert_sound(root: Path) -> None:
    """Every file of the site is well formed, and not one thing in it is live."""
    for name, data in files(root / "site").items():
        if name.endswith(".html"):
            text = data.decode()
            assert live(text) == [], name
            for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S):
                json.loads(block)
                assert "\u2028" not in block
            if name.startswith("sang-kien/viec"):
                assert text.count("<h1") == 1
        elif name.endswith(".json"):
            json.loads(data)
        elif name.endswith(".xml"):
            ET.fromstring(data)  # noqa: S314  # as above


PAYLOADS = [
    "</script><script>alert(1)</script>",
    "</title></head><body onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "<svg/onload=alert(1)>",
    "<!--<script>",
    "--><script>alert(1)</script><!--",
    "]]></content><script/>",
    "{{ 7*7 }}{% raw %}{{ site.__class__ }}",
    "{0.__class__}{t}%s%(a)s",
    "\ue000sangkien:body\ue000",
    "\ue000sangkien:head\ue000<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "a\u2028alert(1)\u2029b",
    "\ufffe\uffff\u0001\u0008",
    "<a href=javascript:alert(1)>x</a>",
    "<style>*{display:none}</style>",
    "${alert(1)}`${1}`",
    "]]>&amp;&#0;&#x1;",
    "\U0001f468\u200d\U0001f469\u202e\u2066x",
]
FIELDS = (
    ("title", "{}"),
    ("summary", "{}"),
    ("tags", ["{}"]),
    ("corrections", [{"date": "2022-05-05", "text": "{}"}]),
    ("benefit", {"vnd_per_year": "5000000", "note": "{}", "confirmed_by": "{}"}),
    ("recognition", [{"level": "co-so", "year": "2022", "decision": "{}"}]),
    ("featured", {"rank": "1", "citation": "{}"}),
    ("photos", [{"file": "may.jpg", "alt": "{}", "caption": "{}", "credit": "{}"}]),
    ("videos", [{"url": "https://vi.du/x", "title": "{}"}]),
    ("replication", {"parts": ["{}"], "conditions": "{}", "contact": "{}"}),
    ("press", [{"outlet": "{}", "title": "{}", "url": "https://vi.du/y"}]),
    ("authors", [{"name": "A {}", "role": "{}", "consent": "2022-01-02"}, {"collective": "B {}"}]),
)


def quoted(text: object) -> str:
    """A double-quoted scalar of YAML: JSON's, but that a letter beyond 16 bits stands as it is."""
    plain = json.dumps(text, ensure_ascii=False)
    return re.sub("[\ufffe\uffff\x7f-\x9f\u2028\u2029]", lambda match: f"\\u{ord(match[0]):04x}", plain)


def filled(shape: object, payload: str) -> object:
    """A field's shape with the payload in it; JSON of it is YAML too."""
    if isinstance(shape, str):
        return shape.replace("{}", payload)
    if isinstance(shape, dict):
        return {key: filled(value, payload) for key, value in shape.items()}
    return [filled(value, payload) for value in shape] if isinstance(shape, list) else shape


def hostile_story(root: Path, number: int, payload: str) -> None:
    folder = root / "initiatives" / f"viec-doc-{number:03d}"
    folder.mkdir()
    (folder / "may.jpg").write_bytes(photo())
    rows = {name: filled(shape, payload) for name, shape in FIELDS}
    rows |= {"organisation": "cang-thi-du", "sector": "dien", "solution": "ky-thuat", "place": "vung-thu"}
    rows |= {"applied": "2021-10-03", "status": "published", "published": "2022-03-03"}
    front = "".join(f"{key}: {quoted(value)}\n" for key, value in rows.items())
    body = f"## Hoàn cảnh ra đời {payload}\n\n{payload}\n\n> {payload}\n\n"
    body += f"![{payload}](may.jpg)\n\n- {payload}\n\n"
    body += "## Giải pháp\n\n`" + payload + "`\n\n## Hiệu quả\n\nTốt.\n\n## Khả năng nhân rộng\n\nĐược.\n"
    (folder / "index.md").write_text(f"---\n{front}---\n\n{body}", "utf-8")


def test_payloads_in_every_field_are_dead(fair: Path) -> None:
    for number, payload in enumerate(PAYLOADS):
        hostile_story(fair, number, payload)
    with (fair / "content" / "vocabulary" / "organisations.yml").open("a", encoding="utf-8") as file:
        file.write("".join(f"- {{id: doc-{n}, name: {quoted(text)}}}\n" for n, text in enumerate(PAYLOADS)))
    outcome = build(fair, keep_going=True)
    assert outcome.summary is not None
    assert outcome.summary.initiatives >= 3 + 12  # most are odd, not wrong: they are published, escaped
    assert_sound(fair)
    page = (fair / "site/sang-kien/viec-doc-010/index.html").read_text("utf-8")
    assert page.count("</html>") == 1
    assert (
        "49" not in (fair / "site/sang-kien/viec-doc-008/index.html").read_text("utf-8").split("<h1>")[1][:9]
    )


def test_payloads_in_settings_and_people_are_dead(fair: Path) -> None:
    payload = "</script>\"><img src=x onerror=alert(1)>'{{ 7*7 }}"
    config = (fair / "mkdocs.yml").read_text("utf-8")
    config = config.replace(
        "Công đoàn Thử", quoted(payload)
    )  # the name itself stands in Material's templates too
    (fair / "mkdocs.yml").write_text(
        config + f"site_description: {quoted(payload)}\ncopyright: abc\n", "utf-8"
    )
    people = fair / "content" / "people"
    people.mkdir()
    (people / "x.md").write_text(
        f"---\nname: {quoted(payload)}\nrole: {quoted(payload)}\n"
        f"citation: {quoted(payload)}\n---\n\n{payload}\n",
        "utf-8",
    )
    story = fair / "initiatives" / slug(2) / "index.md"
    story.write_text(
        story.read_text("utf-8").replace("    role: Thợ", "    person: x\n    role: Thợ"), "utf-8"
    )
    (fair / "content" / "programme.yml").write_text(
        f"name: {quoted(payload)}\nends: 2023-09-30\nnote: {quoted(payload)}\nfields: [{quoted(payload)}]\n"
        f"counts: [{{date: 2022-05-05, count: 5, source: {quoted(payload)}}}]\n"
        f"phases: [{{id: mot, name: {quoted(payload)}, occasion: {quoted(payload)}, ends: 2022-05-31}}]\n",
        "utf-8",
    )
    build(fair, keep_going=True)
    assert_sound(fair)


LINKS = [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;&#x61;vascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x]( javascript:alert(1) 'a')",
    "[x](vbscript:a)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "[![x](data:a)](javascript:alert(1))",
    '[x](https://vi.du/ "\\" onclick=\\"alert(1)")',
    '[x](https://vi.du/" onclick="alert(1))',
    '![" onerror=alert(1) x="](may.jpg \'" onload=alert(1)\')',
    "[x](//evil.example/)",
    "[x](/\\evil.example/)",
    "[x](file:///etc/passwd)",
    "[x](blob:abc)",
    "<div onclick=alert(1)>x</div>",
    "<scr<script>ipt>alert(1)</script>",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 \x02amp\x03lt;script>",
    "*<img src=x onerror=alert(1)>*",
    "&lt;img src=x onerror=alert(1)&gt;",
    "[a]: # 'x'\n[<script>alert(1)</script>][a]",
    "{: onclick=alert(1) }\n# x {onclick=alert(1)}",
    "| <script> | b |\n|:---:|---|\n| <img onerror=alert(1)> | c |",
]


@pytest.mark.parametrize("text", LINKS)
def test_no_disguise_brings_a_link_or_tag_to_life(text: str) -> None:
    html = render_story(text).html
    assert live(html) == []
    for element in html5lib.parse(html).iter(f"{HTML}a"):
        address = urlsplit(element.get("href", ""))
        assert address.scheme in ("", "http", "https", "mailto")
        assert address.scheme or not address.netloc, "leads off the site without saying so"
    assert not list(html5lib.parse(html).iter(f"{HTML}img"))


HUGE = {
    "brackets": "[" * 30_000,
    "pictures": "![" * 15_000,
    "quotes": "> " * 3_000 + "x",
    "lists": "- " * 3_000 + "x",
    "lists below lists": "\n".join("    " * depth + "- a" for depth in range(200)),
    "stars": "*a **b " * 2_000,
    "tags": "<div " * 5_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", HUGE)
def test_a_story_made_to_hang_or_crash_does_neither(kind: str) -> None:
    assert live(render_story(HUGE[kind]).html) == []


def test_brackets_are_links_up_to_a_number() -> None:
    link = "[a](https://vi.du/)\n\n"
    assert render_story(link * MOST_BRACKETS).html.count("<a ") == MOST_BRACKETS
    assert "<a " not in render_story(link * (MOST_BRACKETS + 1)).html


# Files that aren't what they should be

Break = Callable[[Path, Path], object]
"""Given the fair and a story's folder, make it hostile."""


def front(line: str) -> Break:
    def change(root: Path, folder: Path) -> None:
        file = folder / "index.md"
        file.write_text(
            file.read_text("utf-8").replace("status: published\n", f"status: published\n{line}\n"), "utf-8"
        )

    return change


def replaced(old: str, new: str) -> Break:
    def change(root: Path, folder: Path) -> None:
        text = (folder / "index.md").read_text("utf-8")
        assert old in text
        (folder / "index.md").write_text(text.replace(old, new), "utf-8")

    return change


def raw(make: Callable[[bytes], bytes]) -> Break:
    return lambda root, folder: (folder / "index.md").write_bytes(make((folder / "index.md").read_bytes()))


def linked(target: str, name: str) -> Break:
    def change(root: Path, folder: Path) -> None:
        outside = root.parent / "outside"
        outside.mkdir(exist_ok=True)
        (outside / "secret.md").write_text(
            (folder / "index.md").read_text("utf-8").replace("Tay đòn", "BIMAT"), "utf-8"
        )
        (outside / "index.md").write_text((outside / "secret.md").read_text("utf-8"), "utf-8")
        (outside / "secret.jpg").write_bytes(photo())
        place = folder / name
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        place.unlink(missing_ok=True)
        place.symlink_to(outside / target)

    return change


def instead(make: Callable[[Path], object]) -> Break:
    def change(root: Path, folder: Path) -> None:
        (folder / "index.md").unlink()
        make(folder / "index.md")

    return change


def folder_named(name: bytes) -> Break:
    def change(root: Path, folder: Path) -> None:
        place = folder.parent / os.fsdecode(name)
        shutil.copytree(folder, place)
        text = (place / "index.md").read_text("utf-8").replace("code: T-002\n", "")
        (place / "index.md").write_text(text, "utf-8")

    return change


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A small PNG that says it has 3.6 thousand million points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(1_000_000)))
        + chunk(b"IEND", b"")
    )


def picture(data: bytes, name: str = "anh.jpg") -> Break:
    def change(root: Path, folder: Path) -> None:
        front(f"photos:\n  - {{file: {name}, alt: a, credit: b}}")(root, folder)
        (folder / name).write_bytes(data)

    return change


ALIASES = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
OUT = False
"""The story may not be published."""
BREAKS: dict[str, tuple[Break, bool]] = {
    "brackets": (front("tags: " + "[" * 30_000), OUT),
    "braces": (front("benefit: " + "{a: " * 12_000), OUT),
    "dashes": (front("tags:\n  " + "- " * 30_000), OUT),
    "questions": (front("? " * 30_000), OUT),
    "alias bomb": (front(ALIASES), OUT),
    "alias of itself": (front("tags: &a [*a]"), OUT),
    "merge": (front("<<: {title: x}"), OUT),
    "python tag": (front("tags: !!python/object/apply:os.system ['true']"), OUT),
    "long front matter": (front("tags: [" + "a, " * 40_000 + "b]"), OUT),
    "long key": (front("k" * 2_000 + ": x"), OUT),
    "surrogate": (replaced("title: Tay", 'title: "\\ud800 Tay"  #'), OUT),
    "lone low surrogate pair": (replaced("title: Tay", 'title: "\\ude00\\ud83d"  #'), OUT),
    "escaped NUL": (replaced("title: Tay", 'title: "a\\0b"  #'), True),
    "escaped controls": (replaced("title: Tay", 'title: "a\\u0001\\b\\uFFFF"  #'), True),
    "year nought": (replaced("published: 2022", "published: 0000"), OUT),
    "year one": (replaced("published: 2022-03-03", "published: 0001-01-01"), OUT),
    "last day": (replaced("published: 2022-03-03", "published: 9999-12-31"), OUT),
    "last hour elsewhere": (replaced("published: 2022-03-03", "published: 9999-12-31T23:59-14:00"), OUT),
    "odd zone": (replaced("published: 2022-03-03", "published: 2022-03-03T08:00+99:99"), OUT),
    "leap second": (replaced("published: 2022-03-03", "published: 2022-03-03T08:00:60Z"), OUT),
    "last day applied": (replaced("applied: 2021-10-03", "applied: 9999-12-31"), OUT),
    "huge number": (replaced("vnd_per_year: 3000000", "vnd_per_year: " + "9" * 5_000), OUT),
    "infinity": (replaced("vnd_per_year: 3000000", "vnd_per_year: .inf"), OUT),
    "negative": (replaced("vnd_per_year: 3000000", "vnd_per_year: -1"), OUT),
    "share not a number": (replaced("share: 60", "share: NaN"), OUT),
    "front matter a list": (raw(lambda data: b"---\n- a\n---\n\nx\n"), OUT),
    "front matter a word": (raw(lambda data: b"---\nxin chao\n---\n\nx\n"), OUT),
    "empty file": (raw(lambda data: b""), OUT),
    "NUL": (raw(lambda data: data + b"\x00"), OUT),
    "UTF-16": (raw(lambda data: data.decode().encode("utf-16")), OUT),
    "Latin-1": (raw(lambda data: data + b"\xe9"), OUT),
    "BOM and CRLF": (raw(lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")), True),
    "old Mac": (raw(lambda data: data.replace(b"\n", b"\r")), True),
    "three megabytes": (raw(lambda data: data + b"a" * 3_000_000), OUT),
    "controls in the story": (raw(lambda data: data + "\x01\x03\x0b\x1f\x7f\ufffe\uffff".encode()), True),
    "text a link": (linked("secret.md", "index.md"), OUT),
    "text a dangling link": (linked("nothing", "index.md"), OUT),
    "text a folder": (instead(Path.mkdir), OUT),
    "text a pipe": (instead(os.mkfifo), OUT),
    "no text": (instead(lambda path: None), OUT),
    "photo a bomb": (picture(bomb(), "anh.png"), OUT),
    "photo none": (picture(b"GIF89a" + bytes(20)), OUT),
    "photo cut": (picture(photo()[:400]), OUT),
    "photo empty": (picture(b""), OUT),
    "photo SVG": (picture(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "anh.svg"), OUT),
    "photo elsewhere": (front("photos:\n  - {file: ../viec-so-000/may.jpg, alt: a}"), OUT),
    "photo absolute": (front("photos:\n  - {file: /etc/passwd, alt: a}"), OUT),
    "code a path": (replaced("code: T-002", "code: ../../index"), OUT),
    "alias a path": (front("aliases: [../x]"), OUT),
    "sector a path": (replaced("sector: co-khi", "sector: ../../x"), OUT),
    "video a script": (front("videos: [{url: 'javascript:alert(1)', title: x}]"), OUT),
    "press data": (front("press: [{outlet: a, title: b, url: 'data:text/html,x'}]"), OUT),
    "web address with a quote": (front("videos: [{url: 'https://vi.du/\"onclick=', title: x}]"), OUT),
}  # fmt: skip
NAMES = {
    "spaces": b"viec so hai",
    "dots": b"...",
    "newline": b"viec\nso",
    "not UTF-8": b"viec-\xe9",
    "quote": b"viec\"'<script>",
    "reserved": b"trang",
    "device": b"con",
    "Vietnamese": "việc-số".encode(),
    "hidden": b".viec",
    "long": b"a" * 200,
    "backslash": b"..\\..\\x",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_story_is_a_finding_and_never_a_traceback(fair: Path, name: str) -> None:
    change, published = BREAKS[name]
    folder = fair / "initiatives" / slug(2)
    change(fair, folder)
    checked = check_fair(DiskTree(str(fair)), settings_of(fair))
    errors = [item for item in checked.diagnostics if item.severity == 2]
    assert bool(errors) is not published, errors
    assert all(
        item.span.line >= 1 and item.message.vi and item.message.en and item.help.vi for item in errors
    )
    shutil.rmtree(fair / "site")
    outcome = build(fair, keep_going=True)
    assert outcome.summary is not None
    assert outcome.summary.initiatives == 2 + published
    assert (fair / "site" / "sang-kien" / slug(2)).exists() is published
    assert not [path for path, data in files(fair / "site").items() if b"BIMAT" in data]
    for path in ("feed.xml", "sitemap.xml"):
        ET.fromstring((fair / "site" / path).read_bytes())  # noqa: S314  # our own output


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_oddly_named_is_a_finding(fair: Path, name: str) -> None:
    folder_named(NAMES[name])(fair, fair / "initiatives" / slug(2))
    for file in (fair / "initiatives").rglob("*"):
        os.utime(file, (1_600_000_000, 1_600_000_000))  # old enough for the cache
    build(fair, keep_going=True)
    outcome = build(fair, keep_going=True)
    assert outcome.summary is not None
    assert outcome.summary.initiatives == 3
    own = [path for path in files(fair / "site") if path.startswith("sang-kien/") and path.count("/") > 1]
    assert {path.split("/")[1] for path in own} == {slug(0), slug(1), slug(2)}
    assert (outcome.errors > 0) is not NAMES[name].startswith(b".")


def test_nothing_outside_the_fair_is_read(fair: Path) -> None:
    outside = fair.parent / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("---\ntitle: BIMAT\n---\nBIMAT\n", "utf-8")
    (outside / "a.svg").write_text("<svg>BIMAT</svg>", "utf-8")
    (outside / "may.jpg").write_bytes(photo("#010203"))
    shutil.copytree(fair / "initiatives" / slug(2), outside / "story")
    (fair / "content" / "a.md").symlink_to(outside / "a.md")
    (fair / "content" / "a.svg").symlink_to(outside / "a.svg")
    (fair / "content" / "folder").symlink_to(outside)
    (fair / "theme" / "assets" / "b.svg").symlink_to(outside / "a.svg")
    (fair / "initiatives" / "lien-ket").symlink_to(outside / "story")
    (fair / "initiatives" / slug(0) / "may.jpg").unlink()
    (fair / "initiatives" / slug(0) / "may.jpg").symlink_to(outside / "may.jpg")
    shutil.rmtree(fair / "site")
    outcome = build(fair, keep_going=True, clean=True)
    assert {item.code for item in outcome.diagnostics if item.severity == 2} == {"IMG001"}
    assert [
        path for path, data in files(fair / "site").items() if b"BIMAT" in data or "lien-ket" in path
    ] == []
    assert not (fair / "site" / "sang-kien" / slug(0)).exists()
