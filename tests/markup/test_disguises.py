"""Stories written to bring a link or a tag to life, or to hang the renderer."""

from __future__ import annotations

from urllib.parse import urlsplit

import html5lib
import pytest

from sangkien.markup.render import MOST_BRACKETS, render_story
from soundness import HTML, live

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
