"""Rows become entries: any sheet round-trips or is rejected row by row."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_files import HEADS, ROW
from sangkien.intake.columns import find_table
from sangkien.intake.entry import Entry, Rejected
from sangkien.intake.rows import read_rows
from sangkien.intake.sheets import Sheet
from sangkien.intake.standing import sections_in
from sangkien.intake.story_text import story_text
from sangkien.intake.written import plain_values, written
from sangkien.markup.render import render_story
from sangkien.model.typing import INITIATIVE, typed
from sangkien.model.vocabulary import Entry as Word
from sangkien.model.vocabulary import Vocabularies
from sangkien.source.document import read_document

WORDS = Vocabularies(
    organisations={
        "cang-thi-du": Word("cang-thi-du", "Cảng Thí Dụ"),
        "cong-ty-mau-mot": Word("cong-ty-mau-mot", "Công ty TNHH Cơ khí Mẫu Một", "Mẫu Một"),
    },
    sectors={"co-khi": Word("co-khi", "Cơ khí")},
    solutions={"ky-thuat": Word("ky-thuat", "Giải pháp kỹ thuật")},
    places={"vung-mau": Word("vung-mau", "Thành phố Vùng Mẫu"), "xa-mau": Word("xa-mau", "Huyện Xa Mẫu")},
    benefits={"giam-chi-phi": Word("giam-chi-phi", "Giảm chi phí")},
    awards={"bang-khen": Word("bang-khen", "Bằng khen Mẫu")},
)


def entries(*rows: Any, heads: tuple[str, ...] = HEADS) -> list[Entry | Rejected]:
    table = find_table(Sheet("a.xlsx", "T", (heads, *rows)), {})
    assert table is not None
    return list(read_rows(table, WORDS))


def values(row: dict[str, Any]) -> dict[str, Any]:
    """The front matter that one row gives, and what it is doubtful about."""
    heads = ("Tên sáng kiến", "Tóm tắt", *row)
    (entry,) = entries(("Xe đẩy", "Một câu.", *row.values()), heads=heads)
    assert isinstance(entry, Entry)
    return plain_values(entry)


@pytest.mark.parametrize(
    ("row", "key", "value"),
    [
        ({"Đơn vị": "cang thi du"}, "organisation", "cang-thi-du"),
        ({"Đơn vị": "Cty TNHH Cơ khí Mẫu Một"}, "organisation", "cong-ty-mau-mot"),
        ({"Đơn vị": "Mẫu Một"}, "organisation", "cong-ty-mau-mot"),
        ({"Đơn vị": "Cảng Thí Du 2"}, "organisation", ""),
        ({"Địa bàn": "TP. Vùng Mẫu"}, "place", "vung-mau"),
        ({"Địa bàn": "Vùng Mẫu"}, "place", "vung-mau"),
        ({"Địa bàn": "H. Xa Mẫu"}, "place", "xa-mau"),
        (
            {"Làm lợi (triệu đồng)": 86.4, "Nhóm lợi ích": "Giảm chi phí", "Cách tính": "a\nb"},
            "benefit",
            {"vnd_per_year": "86400000", "kinds": ["giam-chi-phi"], "note": "a b"},
        ),
        (
            {"Cấp công nhận": "Cấp cơ sở", "Số quyết định": "12/QĐ", "Ngày công nhận": "1/5/2022"},
            "recognition",
            [{"level": "co-so", "decision": "12/QĐ", "year": "2022", "date": "2022-05-01"}],
        ),
        ({"Khen thưởng": "Bằng khen mẫu"}, "recognition", [{"award": "bang-khen"}]),
        (
            {"Chi phí": "650k", "Điều kiện áp dụng": "Máy hàn"},
            "replication",
            {"cost_vnd": "650000", "conditions": "Máy hàn"},
        ),
        ({"Bảo mật": "Có"}, "confidential", "true"),
        ({"Từ khóa": "an toàn, kho"}, "tags", ["an toàn", "kho"]),
        ({"Mã số": "SK 01/2022"}, "code", "SK01-2022"),
        (
            {"Tác giả": "Lê Ví Dụ\nTrần Mẫu Thử", "Chức danh": "Thợ hàn\nThợ tiện", "Tỷ lệ": "60%\n40%"},
            "authors",
            [
                {"name": "Lê Ví Dụ", "role": "Thợ hàn", "share": "60"},
                {"name": "Trần Mẫu Thử", "role": "Thợ tiện", "share": "40"},
            ],
        ),
        (
            {"Tác giả 1": "Lê Ví Dụ", "Tỷ lệ 1": 0.6, "Tác giả 2": "Trần Mẫu Thử", "Tỷ lệ 2": 0.4},
            "authors",
            [{"name": "Lê Ví Dụ", "share": "60"}, {"name": "Trần Mẫu Thử", "share": "40"}],
        ),
        (
            {"Tác giả": "Lê Ví Dụ", "Nơi công tác": "Cảng Thí Dụ", "Đơn vị": "Mẫu Một"},
            "authors",
            [{"name": "Lê Ví Dụ", "organisation": "cang-thi-du"}],
        ),
    ],
)
def test_what_a_cell_becomes(row: dict[str, Any], key: str, value: object) -> None:
    assert values(row)[key] == value


def test_an_unclear_level_is_left_out_with_a_doubt() -> None:
    (entry,) = entries(("Xe", "x", "abc"), heads=("Tên sáng kiến", "Tóm tắt", "Cấp công nhận"))
    assert isinstance(entry, Entry)
    assert "recognition" not in plain_values(entry)
    assert len(entry.values["recognition"].doubts) == 1


def test_the_example_and_blank_rows_are_passed_over() -> None:
    assert entries(("[VÍ DỤ] Xe đẩy", *ROW[1:]), (None,) * 6, ("", " ")) == []


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Một dòng.\nHai dòng.", "<p>Một dòng.</p>\n<p>Hai dòng.</p>"),
        ("- một\n+ hai", "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>"),
        ("1. một\n2) hai", "<ol>\n<li>một</li>\n<li>hai</li>\n</ol>"),
        ("# Hiệu quả\n=====", "<p># Hiệu quả</p>\n<p>=====</p>"),
        ("5*3*2 _a_ [x](javascript:y)", "<p>5*3*2 _a_ [x](javascript:y)</p>"),
        ("a < b và <b>c</b> &amp;", "<p>a &lt; b và &lt;b&gt;c&lt;/b&gt; &amp;amp;</p>"),
    ],
)
def test_a_cell_is_shown_as_it_was_typed(text: str, html: str) -> None:
    assert render_story(story_text(text), to_root="").html.strip() == html


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(max_size=30),
            st.one_of(st.text(max_size=40), st.text("aàđ ,;-(%)\n1", max_size=700)),
            st.one_of(st.text(max_size=20), st.floats(), st.none(), st.dates()),
            st.text(max_size=20),
            st.one_of(st.text(max_size=20), st.floats(), st.dates()),
            st.text(max_size=60),
        ),
        max_size=6,
    )
)
def test_any_row_round_trips_or_is_rejected_for_itself(rows: list[tuple[Any, ...]]) -> None:
    found = entries(*rows, ROW)
    assert [one.origin.row for one in found] == sorted({one.origin.row for one in found})
    assert plain_values(found[-1]) == plain_values(entries(ROW)[0])  # type: ignore[arg-type]  # an Entry both
    for one in found:
        if isinstance(one, Rejected):
            assert one.reason.vi
            continue
        document = read_document("index.md", "initiative", written(one).encode())
        assert document.faults == ()
        assert document.data == plain_values(one)
        assert {fault.kind for fault in typed(INITIATIVE, document.data)[1]} <= {"empty", "missing"}
        assert {name: text for name, (_, _, text) in sections_in(document.body).items()} == {
            name: text.strip() for name, text in one.sections.items() if text
        }
