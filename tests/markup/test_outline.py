"""The outline agrees with what Python-Markdown makes of the same text."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from sangkien.markup.outline import Heading, Link, Section, Tag, outline
from sangkien.markup.render import render_story

PIECES = (
    "[a](b)",
    '[a b](c/d "e")',
    "[a](<b c>)",
    "[a](b (c))",
    "![ảnh](may.jpg)",
    "[![nhỏ](nho.jpg)](to.jpg)",
    "[a][r]",
    "[r][]",
    "[r]",
    "[x]",
    "![a][r]",
    "<https://example.org/a?b=c>",
    "<ai@example.org>",
    "`[a](trong-ma)`",
    "``[a](`trong-ma)``",
    "\\[a](thoat)",
    "[a\\](thoat)",
    "**đậm** *nghiêng*",
    "## Tiêu đề",
    "### Mục *nhỏ* ###",
    "- mục",
    "- [a](trong-danh-sach)",
    "> [a](trong-trich)",
    "một, hai",
    "    [a](ma-thut-le)",
    "<b>",
    "[a](b",
    "[a [b](c)",
    "[a](javascript:alert(1))",
    "[a](c 'd')",
    "[a] (b)",
    "1. [m](n)",
)


def rendered(body: str) -> str:
    converter = Markdown(extensions=["tables", "sane_lists", "fenced_code"])
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter.convert(body)


def addresses(body: str) -> set[str]:
    found = re.findall(r'(?:href|src)="([^"]*)"', rendered(body))
    return {html.unescape(address) for address in found}


def targets(body: str) -> set[str]:
    return {html.unescape(link.target) for link in outline(body).links}


@pytest.mark.parametrize(
    "body",
    [
        *PIECES,
        "[r]: https://example.org/r\n\n[a][r] và [R][] và [r]",
        "[a][r]\n\n[r]: <b c> 'tiêu đề'\n[s]: d\n",
        "[a\nb](c)",
        "[a](b\nc)",
        "- một\n\n    [a](trong-muc)\n\n        [a](ma)\n",
        "1. một\n2. [a](b)\n\n    - [c](d)\n\n[e](f)",
        "```\n[a](b)\n\n[c](d)\n```\n\n[e](f)",
        "~~~ python\n[a](b)\n~~~\n[c](d)",
        "```\n[a](b)\n\n[c](d)",
        "đoạn\n    [a](khong-phai-ma)",
        "\t[a](ma)",
        "`a\n\n[a](b)`",
        "## `[a](b)` [c](d)",
        "[a](b)[c](d)![e](f)",
        "[![a](b) chữ](c) ![d](e)",
        "| a | b |\n| --- | --- |\n| [c](d) | `[e](f)` |",
        "[a](b \"c\") [d](e 'f (g)')",
        "[a](<>)",
        "[a]()",
        '![a](b "c")\n![d](e)',
        "[a][b][c](d)",
        "\\`[a](b)\\`",
        "\\\\`[a](b)`",
        "[a](b\\)c)",
        "[a](b_c_d) [e](f*g*h)",
        "[a](b&amp;c=1) [d](e&f)",
        "![a [b](c)",
        "[[[[[a](b)",
        "[a](((((b)",
        "[^1] và [a](b)",
        "text [a]: b",
        "Tên\n---\n[a](b)",
    ],
)
def test_agrees_with_python_markdown(body: str) -> None:
    assert targets(body) == addresses(body)


@given(st.lists(st.sampled_from(PIECES), max_size=6), st.sampled_from(["\n\n", "\n\n\n"]))
def test_agrees_on_any_sequence_of_blocks(pieces: list[str], gap: str) -> None:
    body = "[r]: https://example.org/r\n\n" + gap.join(pieces)
    assert targets(body) == addresses(body)


HEADINGS = ("> ## Trích", "> - ### Mục\n>\n> chữ", "- ## Mục\n\n    ## Mục", "## Trích", "Tên\n---")


@given(st.lists(st.sampled_from(PIECES + HEADINGS), max_size=6))
def test_agrees_on_the_headings_of_any_sequence_of_blocks(pieces: list[str]) -> None:
    body = "\n\n".join(pieces)
    assert [heading.anchor for heading in outline(body).headings] == [
        heading.id for heading in render_story(body).headings
    ]


@given(st.text(alphabet="[]()!<>`\\\"' \n#-=ab1.:\t", max_size=120))
def test_never_raises_and_offsets_hold(body: str) -> None:
    found = outline(body)
    for link in found.links:
        assert body[link.offset] in "[!<"
        assert 0 < link.length <= len(body) - link.offset
    for tag in found.tags:
        assert body[tag.offset : tag.offset + tag.length].startswith("<")
    for section in found.sections:
        assert section.offset <= section.start <= section.end <= len(body)
    assert len(found.anchors) == len(found.headings)


def test_headings_sections_and_anchors() -> None:
    body = "mở\n\n## Giải pháp\n\na\n\n### Nhỏ *hơn*\n\nb\n\n## Giải pháp ##\nc\n"
    found = outline(body)
    assert found.headings == (
        Heading(2, "Giải pháp", 4, "giai-phap"),
        Heading(3, "Nhỏ hơn", body.index("###"), "nho-hon"),
        Heading(2, "Giải pháp", body.rindex("## G"), "giai-phap-2"),
    )
    assert [(part.title, body[part.start : part.end].strip()[:1]) for part in found.sections] == [
        ("Giải pháp", "a"),
        ("Giải pháp", "c"),
    ]
    assert found.sections[1] == Section("Giải pháp", body.rindex("## G"), body.rindex("c\n"), len(body))


def test_underlined_headings() -> None:
    assert [
        (item.level, item.text) for item in outline("Một\n===\n\nHai\n---\nba\n\nBốn\nnăm\n---\n").headings
    ] == [
        (1, "Một"),
        (2, "Hai"),
    ]


def test_an_anchor_is_never_given_twice() -> None:
    assert [item.anchor for item in outline("## a\n## a-2\n## a\n## !\n## ?\n").headings] == [
        "a",
        "a-2",
        "a-3",
        "muc",
        "muc-2",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "## Một *hai* `ba` [bốn](năm)\n",
        "## __x__ a_b_c a**b**c\n",
        "# Một\n## Một\n",
        "Hai\n---\n",
        "##không cách\n",
        "đoạn\n## sát đoạn\nđoạn",
        "## <https://example.org/a>\n",
        "### ba\n\n## !!!\n## ???",
        "## a #\n##\n## b",
        "## ![ảnh](x.jpg) chữ\n",
        "> ## Trong trích\n\n## Ngoài\n\n> > ### sâu\n>\n> ## nông\n\n## Trong trích",
        "- ## mục\n\n## Ngoài\n\n1. một\n\n    ## trong một\n\n## trong một",
        "> a\n## sát trích\n- b\n## sát danh sách",
    ],
)
def test_anchors_are_those_of_the_page(body: str) -> None:
    assert [(item.anchor, item.text) for item in outline(body).headings] == [
        (item.id, item.text) for item in render_story(body).headings
    ]


def test_links_say_where_they_stand() -> None:
    body = 'Xem [máy *rửa*](may.md "ảnh") và ![kho](kho.jpg).'
    assert outline(body).links == (
        Link("máy *rửa*", "may.md", 4, len('[máy *rửa*](may.md "ảnh")'), False),
        Link("kho", "kho.jpg", body.index("!["), len("![kho](kho.jpg)"), True),
    )


def test_raw_tags_outside_code() -> None:
    body = 'a <B class="x">b</b> `<i>` <3 <br/>\n\n    <u>\n\n2 < 3 > 1\n'
    assert outline(body).tags == (
        Tag("b", 2, len('<B class="x">')),
        Tag("b", body.index("</b>"), 4),
        Tag("br", body.index("<br/>"), 5),
    )


@pytest.mark.parametrize(("line", "anchors"), [("# \\", []), ("# Xe\\", []), ("# Xe\\\\", ["xe"])])
def test_a_backslash_takes_the_end_of_a_line(line: str, anchors: list[str]) -> None:
    assert sorted(outline(line).anchors) == anchors == [heading.id for heading in render_story(line).headings]


def test_headings_in_code_are_none() -> None:
    assert outline("```\n## a\n```\n\n    ## b\n\n## c\n").headings == (Heading(2, "c", 24, "c"),)


def test_hostile_repetition_is_linear() -> None:
    """Each of these takes minutes with a scanner that is quadratic."""
    for piece in ("[", "[a](", "`" * 3 + "a", "[a][", "![", "<a ", "    a\n\n", "(", "\\", "`a``b", "## a\n"):
        outline(piece * 20_000)
