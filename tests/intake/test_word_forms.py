"""Shapes of reports that are about: forms in a table, labels in one paragraph, numbered heads, signatures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from intake.test_word import picture, read, saved
from sangkien.intake.written import plain_values, written


def document(*lines: str) -> Any:
    """A line in "**" is bold, one that begins with "# " an item that Word numbers."""
    made = docx.Document()
    for line in lines:
        if line.startswith("# "):
            made.add_paragraph(line[2:], style="List Number")
        else:
            made.add_paragraph().add_run(line.strip("*")).bold = line.startswith("**")
    return made


def table(made: Any, rows: Sequence[Sequence[str]]) -> Any:
    added = made.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(added.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return added


def notes(made: Any) -> list[str]:
    return [note.vi for note in read(saved(made)).notes]


FORM = (
    ("1", "Tên sáng kiến:", "Kẹp giữ ống"),
    ("2", "Họ và tên tác giả", "Bùi Thử Mẫu"),
    ("3", "Chức vụ", "Kỹ sư"),
    ("4", "Đơn vị", "Cảng Thí Dụ"),
    ("5", "Nội dung sáng kiến", "Kẹp chữ V.\nCó khóa."),
    ("6", "Trình độ", "Đại học"),
)


def test_a_form_in_a_table_of_labels_and_answers() -> None:
    made = document("PHIẾU ĐĂNG KÝ SÁNG KIẾN")
    table(made, FORM)
    entry = read(saved(made))
    assert plain_values(entry) == {
        "title": "Kẹp giữ ống",
        "summary": "",
        "authors": [{"name": "Bùi Thử Mẫu", "role": "Kỹ sư"}],
        "organisation": "cang-thi-du",
        "sector": "",
        "solution": "",
        "place": "",
        "status": "draft",
    }
    assert entry.sections == {"Giải pháp": "Kẹp chữ V.\n\nCó khóa."}
    assert notes(made) == [
        "dòng này của báo cáo chưa rõ thuộc mục nào nên không nhập: “6 · Trình độ · Đại học”"
    ]


def test_labels_in_one_paragraph_behind_line_breaks_tabs_and_dots() -> None:
    made = document()
    made.add_paragraph(
        "Tên sáng kiến:\tĐèn cảm biến ..........\nTác giả: Ngô Thử Mẫu ....... Chức vụ: Thợ điện\n"
        "Đơn vị: Cảng Thí Dụ"
    )
    made.add_paragraph("Nội dung giải pháp: Lắp cảm biến.\nGiờ tắt: sau 30 giây.")
    entry = read(saved(made))
    data = plain_values(entry)
    assert (data["title"], data["organisation"]) == ("Đèn cảm biến", "cang-thi-du")
    assert data["authors"] == [{"name": "Ngô Thử Mẫu", "role": "Thợ điện"}]
    assert entry.sections == {"Giải pháp": "Lắp cảm biến.\n\nGiờ tắt: sau 30 giây."}


def test_a_numbered_item_is_a_heading_where_text_follows_it_and_a_list_elsewhere() -> None:
    made = document(
        "# Tên sáng kiến: Thùng rác ba ngăn",
        "# Đơn vị: Cảng Thí Dụ",
        "# Thực trạng trước khi có sáng kiến",
        "Rác để lẫn.",
        "# Nội dung sáng kiến",
        "Ba việc:",
        "# Cắt tôn",
        "# Kết quả thử: đạt",
        "# Sơn ba màu",
        "Rồi đem dùng.",
    )
    entry = read(saved(made))
    assert plain_values(entry)["organisation"] == "cang-thi-du"
    assert entry.sections == {
        "Hoàn cảnh ra đời": "Rác để lẫn.",
        "Giải pháp": "Ba việc:\n\n1. Cắt tôn",
        "Hiệu quả": "đạt\n\n3. Sơn ba màu\n\nRồi đem dùng.",
    }


def test_what_is_under_no_known_heading_is_named_and_never_joins_the_title() -> None:
    made = document(
        "Là tác giả đề nghị xét công nhận sáng kiến: Móc cẩu",
        "- Chủ đầu tư tạo ra sáng kiến: Cảng Thí Dụ",
        "Trước kia móc hay tuột.",
        "- Đánh giá lợi ích thu được hoặc dự kiến có thể thu được: đỡ mỏi tay",
        "Tôi xin cam đoan mọi thông tin là trung thực.",
        "Phú Mẫu, ngày 20 tháng 4 năm 2022",
        "Người nộp đơn",
        "Phạm Kín Tên",
    )
    entry = read(saved(made))
    assert entry.title == "Móc cẩu"
    assert entry.sections == {"Giải pháp": "Trước kia móc hay tuột.", "Hiệu quả": "đỡ mỏi tay"}
    assert notes(made) == [
        (
            "dòng này của báo cáo chưa rõ thuộc mục nào nên không nhập: "
            "“- Chủ đầu tư tạo ra sáng kiến: Cảng Thí Dụ”"
        ),
        "đoạn này của báo cáo chưa rõ thuộc mục nào, tạm xếp vào Giải pháp: “Trước kia móc hay tuột.”",
    ]
    assert written(entry).count("\n# Cần xem: ") == 2
    assert entry.doubts == 2


def test_a_title_goes_on_below_in_capitals_and_fellow_authors_join() -> None:
    made = document(
        "**Tên sáng kiến:**",
        "**MÓC CẨU**",
        "**HAI CHIỀU**",
        "Tác giả: Lê Ví Dụ",
        "Đồng tác giả: Trần Mẫu Thử",
    )
    entry = read(saved(made))
    assert entry.title == "Móc cẩu hai chiều"
    assert [one["name"] for one in plain_values(entry)["authors"]] == ["Lê Ví Dụ", "Trần Mẫu Thử"]


def test_a_second_answer_to_one_question_is_named() -> None:
    made = document("Tên sáng kiến: Móc cẩu", "Lĩnh vực: Cơ khí", "Lĩnh vực: Điện")
    assert plain_values(read(saved(made)))["sector"] == "co-khi"
    assert notes(made) == ["báo cáo ghi mục này hai lần khác nhau, lần sau không nhập: “Lĩnh vực: Điện”"]


@pytest.mark.parametrize(
    ("answer", "benefit", "effect"),
    [
        ("86,4 triệu đồng", {"vnd_per_year": "86400000"}, "Đỡ mỏi."),
        (
            "mỗi ca bớt một giờ, cả năm bớt được 86,4 triệu đồng tiền công",
            None,
            "Đỡ mỏi.\n\nHiệu quả kinh tế: mỗi ca bớt một giờ, cả năm bớt được 86,4 triệu đồng tiền công",
        ),
    ],
)
def test_a_benefit_that_is_told_stays_in_the_story(answer: str, benefit: Any, effect: str) -> None:
    made = document("Tên sáng kiến: Móc cẩu", "**4. Hiệu quả**", "Đỡ mỏi.", f"Hiệu quả kinh tế: {answer}")
    entry = read(saved(made))
    assert plain_values(entry).get("benefit") == benefit
    assert entry.sections == {"Hiệu quả": effect}


def test_headings_within_a_section_stay_there() -> None:
    made = document("Tên sáng kiến: Móc cẩu", "**Hiệu quả**", "**Hiệu quả xã hội:**", "Yên tâm.")
    assert read(saved(made)).sections == {"Hiệu quả": "Hiệu quả xã hội:\n\nYên tâm."}


def test_captions_under_pictures_side_by_side_in_a_table() -> None:
    made = document("Tên sáng kiến: Rào chắn", "**Giải pháp**", "Hàn rào.")
    grid = table(made, (("", ""), ("Ảnh 1. Trước khi có rào", "Ảnh 2: Sau khi có rào")))
    for cell in grid.rows[0].cells:
        cell.paragraphs[0].add_run().add_picture(picture())
    entry = read(saved(made))
    assert entry.values["photos"].data == [
        {"file": "anh-1.jpg", "caption": "Trước khi có rào"},
        {"file": "anh-2.jpg", "caption": "Sau khi có rào"},
    ]
    assert entry.sections == {"Giải pháp": "Hàn rào."}


def test_a_sentence_that_begins_like_a_caption_is_none() -> None:
    made = document("Tên sáng kiến: Rào chắn", "**Giải pháp**")
    made.add_picture(picture())
    made.add_paragraph("Hình thức rào là khung thép.")
    entry = read(saved(made))
    assert entry.values["photos"].data == [{"file": "anh-1.jpg"}]
    assert entry.sections == {"Giải pháp": "Hình thức rào là khung thép."}


def test_a_table_of_signatures_is_no_part_of_the_story() -> None:
    made = document("Tên sáng kiến: Rào chắn", "**Giải pháp**", "Hàn rào.")
    table(made, (("XÁC NHẬN CỦA ĐƠN VỊ", "NGƯỜI BÁO CÁO"), ("", "Phạm Kín Tên")))
    made.element.body.append(parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>Phạm Kín Tên</w:t></w:r></w:p>"))
    entry = read(saved(made))
    assert entry.sections == {"Giải pháp": "Hàn rào."}
    assert entry.notes == ()


def test_old_letters_in_a_section_are_named() -> None:
    made = document("Tên sáng kiến: Bàn nâng", "**Giải pháp**", "LÊp kÝch thñy lùc cò vµo bµn.")
    assert notes(made) == ["Giải pháp: chữ TCVN3 đã chuyển sang Unicode: hãy đọc soát lại"]
