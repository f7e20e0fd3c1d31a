"""In English nothing of the interface is Vietnamese: content without such letters makes pages without."""

from __future__ import annotations

import html5lib
import pytest

from sangkien.text.folding import toneless
from small_events import write_event
from small_fair import build, make_fair

FOLDED = (".md", ".yml")
MANUAL = "huong-dan/kiem-tra/index.html"
"""Its examples are Vietnamese, and so are the words they speak of."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every page of a small fair whose content lost its marks, in English."""
    root = make_fair(tmp_path_factory.mktemp("english") / "fair", stories=8)
    write_event(root)
    for path in (*root.glob("content/**/*"), *root.glob("initiatives/*/*"), root / "mkdocs.yml"):
        if path.suffix in FOLDED:
            path.write_text(bare(path.read_text("utf-8")), "utf-8")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("{organiser:", "{language: en, organiser:"), "utf-8")
    assert build(root).errors == 0
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}


def bare(text: str) -> str:
    """Text without marks, letter by letter: what is plain already stays as it is."""
    return "".join(letter if letter.isascii() else toneless(letter) for letter in text)


def marked(page: str) -> list[str]:
    """Words with a Vietnamese letter, in text, attributes and data; examples of code aside."""
    found: set[str] = set()
    whole = html5lib.parse(page, namespaceHTMLElements=False)
    for code in (*whole.iter("pre"), *whole.iter("code")):
        tail = code.tail
        code.clear()
        code.tail = tail
    for element in whole.iter():
        if isinstance(element.tag, str):
            for text in (element.text, element.tail, *element.attrib.values()):
                found |= {word for word in (text or "").split() if bare(word.lower()) != word.lower()}
    return sorted(found)


def test_no_vietnamese_letter_is_left(pages: dict[str, str]) -> None:
    assert marked('<p title="Tác giả">Đơn vị, <code>đ</code> Unit: café') == [
        "Tác",
        "café",
        "giả",
        "vị,",
        "Đơn",
    ]
    assert {name.split("/")[0] for name in pages} >= {
        "index.html",
        "404.html",
        "sang-kien",
        "su-kien",
        "tac-gia",
    }
    left = {name: marked(page) for name, page in pages.items() if name != MANUAL}
    assert {name: words for name, words in left.items() if words} == {}


def test_pages_say_that_they_are_english(pages: dict[str, str]) -> None:
    assert [
        name for name, page in pages.items() if not name.startswith("s/") and '<html lang="en"' not in page
    ] == []
