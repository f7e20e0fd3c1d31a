"""Payloads in every field: nothing of them is live in the output (design, section 7)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from small_fair import build, make_fair, photo, slug
from soundness import assert_sound


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_fair(tmp_path_factory.mktemp("hostile") / "fair", stories=3)
    build(root)
    return root


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
