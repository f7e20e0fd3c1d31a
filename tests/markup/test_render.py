"""The renderer against plain Python-Markdown: its ways round the library's slow parts change no byte."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from library_markdown import plainly
from sangkien.markup.outline import outline
from sangkien.markup.render import Picture, render_story

WORDS = st.sampled_from(
    [
        "Ca nào",
        "cũng",
        "dừng máy",
        "Đường ống",
        "ệ ử ỹ",
        "1.",
        "2)",
        "a_b_c",
        "snake_case",
        "5 * 3",
        "<b>",
        "&",
        "&amp;",
        "&#60;",
        "!",
        "\\*",
        "\\",
        "#",
        "-",
        "+",
        ">",
        "|",
        "`mã`",
        "**đậm**",
        "*nghiêng*",
        "_gạch_",
        "***cả hai***",
        "~~bỏ~~",
        "[chữ](https://vi.du/a_b)",
        "[trong](/sang-kien/x/)",
        "[neo](#muc)",
        "![ảnh](may.jpg)",
        "[tên][r]",
        "<https://vi.du>",
        "<a@vi.du>",
        "\u00a0",
        "\u200b",
        "\U0001f600",
        "“trích”",
        "3.500đ",
        "http://vi.du",
        "*hở",
        "**hở",
        "`hở",
        "[hở",
        "](",
        "e\u0301",
    ]
)
LINE = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
BLOCK = st.one_of(
    LINE,
    st.lists(LINE, min_size=2, max_size=4).map("\n".join),
    st.lists(LINE, min_size=2, max_size=3).map("  \n".join),
    st.tuples(st.integers(1, 7), LINE).map(lambda pair: "#" * pair[0] + " " + pair[1]),
    st.tuples(LINE, st.sampled_from("=-")).map(lambda pair: f"{pair[0]}\n{pair[1] * 5}"),
    st.lists(LINE, min_size=1, max_size=4).map(lambda rows: "\n".join(f"- {row}" for row in rows)),
    st.lists(LINE, min_size=1, max_size=4).map(
        lambda rows: "\n".join(f"{n}. {row}" for n, row in enumerate(rows, 3))
    ),
    st.tuples(LINE, LINE).map(lambda pair: f"- {pair[0]}\n\n    {pair[1]}\n    - {pair[0]}"),
    st.lists(LINE, min_size=1, max_size=3).map(lambda rows: "\n".join(f"> {row}" for row in rows)),
    st.tuples(LINE, LINE).map(lambda pair: f"> ## {pair[0]}\n>\n> - {pair[1]}"),
    st.tuples(LINE, LINE).map(lambda pair: f"| {pair[0]} | b |\n|:--|--:|\n| {pair[1]} | d |"),
    st.tuples(LINE, LINE).map(lambda pair: f"```\n{pair[0]}\n\n{pair[1]}\n```"),
    st.tuples(LINE, LINE).map(lambda pair: f"    {pair[0]}\n\n    {pair[1]}"),
    st.sampled_from(
        ["---", "* * *", "[r]: https://vi.du/r 'Tên'", "[r]: /sang-kien/y/", "```", "~~~", "", "***"]
    ),
)
GAP = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n \n", "\n\t\n", "\r\n\r\n"])
STORY = st.lists(st.tuples(BLOCK, GAP), min_size=1, max_size=8).map(
    lambda parts: "".join(a + b for a, b in parts)
)


@settings(max_examples=200, deadline=None)
@given(STORY)
def test_short_cuts_change_no_byte(body: str) -> None:
    assert render_story(body) == plainly(body)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aĐ ệ#*_-+>|`[]()!<&;\\1.=~:\n\t\x0b\x0c\x1c\x85\u2028\u00a0", max_size=60))
def test_short_cuts_change_no_byte_of_noise(body: str) -> None:
    assert render_story(body) == plainly(body)


# Headings within quotes and lists are left out: the outline doesn't read them, and LNK004 says so.
FLAT = st.lists(
    st.one_of(BLOCK.filter(lambda block: not block.startswith((">", "-", "3.")) or "#" not in block), LINE),
    min_size=1,
    max_size=6,
).map("\n\n".join)


def closed(body: str) -> str:
    """Without marks that nothing closes: what a heading of those reads is the library's guess."""
    for mark in ("`hở", "**hở", "*hở", "[hở", "]("):
        body = body.replace(mark, "hở") if mark != "](" else body.replace(" ](", "")
    return body


@settings(max_examples=150, deadline=None)
@given(FLAT.map(closed))
def test_ids_of_headings_are_the_anchors_of_the_outline(body: str) -> None:
    assume("][" not in body)  # a reference link to nothing within a heading: each reads its text its own way
    assert {heading.id for heading in render_story(body).headings} == set(outline(body).anchors)


@pytest.mark.parametrize(
    ("to_root", "link"),
    [
        ("../../", "../../sang-kien/x/"),
        ("./", "./sang-kien/x/"),
        ("https://a.vn/", "https://a.vn/sang-kien/x/"),
    ],
)
def test_links_within_the_site_are_made_relative(to_root: str, link: str) -> None:
    assert f'href="{link}"' in render_story("[x](/sang-kien/x/)", to_root).html


def test_only_listed_pictures_are_shown() -> None:
    shown = Picture("../a-480.webp", "../a-480.webp 480w", 480, 360)
    html = render_story("Đây ![một](a.jpg) và ![hai](b.jpg) đó", pictures={"a.jpg": shown}).html
    assert html.count("<img") == 1
    assert 'src="../a-480.webp"' in html
    assert 'width="480"' in html
    assert "và  đó" in html  # what an unlisted picture shows isn't told either


def test_a_story_has_no_heading_of_the_first_level() -> None:
    assert render_story("# Một\n\nHai\n===").html == '<h2 id="mot">Một</h2>\n<h2 id="hai">Hai</h2>'
