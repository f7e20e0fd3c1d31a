"""Plain blocks that are written without the library: what is taken, and that no byte differs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library_markdown import plainly
from sangkien.markup.quick import Block, cut
from sangkien.markup.render import render_story

SHAPES = ("{}", "## {}", "- {}", "1. {}", "> {}")


def taken(body: str) -> list[bool]:
    """For each block of a story, whether it is written without the library."""
    return [isinstance(part, Block) for part in cut(body)]


@pytest.mark.parametrize(
    "block",
    [
        "Ca nào cũng dừng máy: 3.500 đồng (mỗi lần)!",
        "Dòng một\ndòng hai,\n“dòng ba”",
        "# Hoàn cảnh",
        "###### 1. **Giải pháp** - phần   một",
        "- một\n- **hai**: đậm\n- 3 phần",
        "1. một\n2. hai\n9. ba",
        "> Lời một\n> lời hai\n>\n> — **Nguyễn Văn Mẫu**",
        "**Đậm** đầu và **đậm cuối**",
        "e\u0301 tách dấu",
    ],
)
def test_plain_shapes_are_taken(block: str) -> None:
    assert taken(block) == [True]
    assert render_story(block) == plainly(block)


@pytest.mark.parametrize(
    "block",
    [
        *(
            "a & b",
            "a < b",
            "a > b",
            "<b>a</b>",
            "&amp;",
            "[a](b)",
            "![a](b)",
            "`a`",
            "a_b_c",
            "a\\*",
            "a | b",
        ),
        *("*a*", "***a***", "**a", "a** b **c", "** a **", "**a\nb**", "* a", "*", "**a****b**"),
        *("+ a", "-a", "- a\nb", "- - a", "- 1. a", "-  a", "2. a", "01. a", "1. 2. a", "1) a\n2. a\n    b"),
        *(
            "a\n===",
            "a\n---",
            "---",
            "a\n# b",
            "a\n- b",
            "a\n1. b",
            "# a\nb",
            "####### a",
            "#a",
            "# a #",
            "#",
        ),
        *("> a\nb", "> > a", ">a", "> # a", "> - a", "> a\n>\n>\n> b", "a\n> b", "> a\n> "),
        *(
            "    a",
            " a",
            "a ",
            "a  \nb",
            "a \nb",
            "a\tb",
            "a\rb",
            "```",
            "~~~",
            "[r]: /b",
            ": a",
            "= a",
            "a\x00b",
        ),
        *("a\u00a0b", "a\u200bb", "a\u2028b", "a\x0bb", "a\ud800b", "a\U0001f600", "a\ue001"),
    ],
)
def test_what_may_mean_anything_is_left_to_the_library(block: str) -> None:
    assert not any(taken(block))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- a\n\n- b", [False, False]),
        ("- a\n\n1. b", [False, False]),
        ("> a\n\n> b", [False, False]),
        ("- a\n\n> b", [True, True]),
        ("- a\n\n*b*\n\n> c", [False, False, False]),
        ("a\n\n*b*\n\n## c", [True, False, True]),
        ("- a\n\nb\n\n- c", [True, True, True]),
    ],
)
def test_a_list_or_a_quote_is_taken_only_where_nothing_can_join_it(body: str, expected: list[bool]) -> None:
    assert taken(body) == expected
    assert render_story(body) == plainly(body)


def test_blank_lines_round_a_story_are_no_part_of_it() -> None:
    assert taken("\n \n\n1. a\n   \n\nb\n\n") == [True, True]
    assert taken("\n") == []


def test_every_letter_that_is_taken_means_nothing_wherever_it_stands() -> None:
    letters = [letter for letter in map(chr, range(0x10000)) if taken(f"a{letter}b") == [True]]
    assert set("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạừửữứựỳỷỹýỵ0123456789 .,;:?!") <= set(letters)
    assert not set("&<>[]`_\\|#\u00a0\x00\r\t\x02\x03") & set(letters)
    texts = [text for one in letters for text in (f"{one}b", f"a {one}b a{one} a{one}")]
    for shape in SHAPES:
        blocks = [shape.format(text) for text in texts]
        body = "\n\na\n\n".join(block for block in blocks if taken(block) == [True])
        assert all(taken(body))
        assert render_story(body) == plainly(body)


PLAIN = (
    "Ca nào",
    "cũng",
    "dừng máy",
    "“trích”",
    "3.500đ",
    "**đậm**",
    "12",
    "(a)",
    "e\u0301",
    "—",
    "và",
    "1.5",
)
ODD = (
    "*hở*",
    "**",
    "*",
    "1. ",
    "2.",
    "- ",
    "> ",
    "#",
    " ",
    "&",
    "<b>",
    "[r]",
    "`mã`",
    "_a_",
    "\\",
    "|",
    "-",
    "=",
)
WORD = st.sampled_from(PLAIN * 4 + ODD)
LINE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
LINES = st.lists(LINE, min_size=1, max_size=3)
BLOCK = st.one_of(
    LINES.map("\n".join),
    st.tuples(st.sampled_from(["# ", "## ", "### ", "#", "##  "]), LINE).map("".join),
    LINES.map(lambda rows: "\n".join(f"- {row}" for row in rows)),
    LINES.map(lambda rows: "\n".join(f"{number}. {row}" for number, row in enumerate(rows, 1))),
    st.tuples(st.sampled_from(["\n> ", "\n>\n> ", "\n"]), LINES).map(
        lambda pair: "> " + pair[0].join(pair[1])
    ),
    st.sampled_from(
        ["---", "    mã", "[r]: /b/", "```\na\n```", "| a | b |\n|---|---|\n| c | d |", "  - a", "* a"]
    ),
)
GAP = st.sampled_from(["\n\n"] * 6 + ["\n", "\n\n\n", "\n \n", "\n    \n"])
STORY = st.tuples(
    st.sampled_from(["", "\n", "\n \n", " \n"]), st.lists(st.tuples(BLOCK, GAP).map("".join), max_size=7)
).map(lambda parts: parts[0] + "".join(parts[1]))


@settings(max_examples=200, deadline=None)
@given(STORY)
def test_the_quick_way_gives_the_bytes_of_the_library(body: str) -> None:
    assert render_story(body) == plainly(body)
