"""Reports in Word: the official form, tables of authors, pictures, tracked changes, our own form."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from intake.test_rows import WORDS
from sangkien.diagnostics import UserError
from sangkien.intake.container import kind_of
from sangkien.intake.entry import Entry, Rejected
from sangkien.intake.word import read_report
from sangkien.intake.written import plain_values
from sangkien.targets.form_report import report_form


def picture(kind: str = "JPEG") -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), "#336655").save(out, kind)
    out.seek(0)
    return out


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(data: bytes) -> Entry:
    assert kind_of(data, "a.docx") == "docx"
    entry = read_report(data, "a.docx", WORDS)
    assert isinstance(entry, Entry)
    return entry


def official(document: Any) -> None:
    """A report after the form of the circular, as people write it: bold numbered lines, a table, dots."""
    document.add_paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    document.add_paragraph("ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN")
    table = document.add_table(rows=3, cols=6)
    rows = (
        ("Số TT", "Họ và tên", "Ngày tháng năm sinh", "Nơi công tác", "Chức danh", "Tỷ lệ (%) đóng góp"),
        ("1", "Lê Ví Dụ", "01/01/1990", "Cảng Thí Dụ", "Thợ hàn", "60%"),
        ("2", "Trần Mẫu Thử", "02/02/1991", "Cảng Thí Dụ", "Thợ tiện", "40"),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Là tác giả đề nghị xét công nhận sáng kiến: Xe nâng bàn tay")
    for text in (
        "- Lĩnh vực áp dụng sáng kiến: Cơ khí.",
        "- Ngày sáng kiến được áp dụng lần đầu hoặc áp dụng thử: 15/10/2021",
        "- Những thông tin cần được bảo mật (nếu có): Không",
    ):
        document.add_paragraph(text)
    document.add_paragraph().add_run("1. Tình trạng trước đó").bold = True
    document.add_paragraph("Phải cúi. Việc: nâng thùng 20 kg.")
    document.add_paragraph("thùng rơi", style="List Bullet")
    document.add_paragraph().add_run("2. Mô tả bản chất của sáng kiến").bold = True
    document.add_paragraph("Nâng bàn lên.")
    document.add_picture(picture())
    document.add_paragraph("Hình 1: Bàn đã nâng")
    document.add_paragraph("- Danh sách những người đã tham gia áp dụng thử:")
    document.add_paragraph("Phạm Kín Tên")


def test_the_official_form() -> None:
    document = docx.Document()
    official(document)
    entry = read(saved(document))
    assert plain_values(entry) == {
        "title": "Xe nâng bàn tay",
        "summary": "",
        "authors": [
            {"name": "Lê Ví Dụ", "role": "Thợ hàn", "share": "60"},
            {"name": "Trần Mẫu Thử", "role": "Thợ tiện", "share": "40"},
        ],
        "organisation": "cang-thi-du",
        "sector": "co-khi",
        "solution": "",
        "place": "",
        "applied": "2021-10-15",
        "status": "draft",
        "photos": [{"file": "anh-1.jpg", "caption": "Bàn đã nâng"}],
    }
    assert entry.sections == {
        "Hoàn cảnh ra đời": "Phải cúi. Việc: nâng thùng 20 kg.\n\n- thùng rơi",
        "Giải pháp": "Nâng bàn lên.",
    }
    assert [one.data for one in entry.pictures] == [picture().getvalue()]


def test_birth_dates_and_bystanders_are_left_out() -> None:
    document = docx.Document()
    official(document)
    everything = repr(read(saved(document)))
    assert "1990" not in everything
    assert "Phạm Kín Tên" not in everything


def test_tracked_changes_are_read_as_accepted() -> None:
    document = docx.Document()
    official(document)
    paragraph = next(one for one in document.paragraphs if one.text == "Nâng bàn lên.")
    for tag, inner, text in (("ins", "t", " Thêm chân."), ("del", "delText", " Bỏ đi.")):
        change = f'<w:{tag} {nsdecls("w")} w:id="9" w:author="x"><w:r><w:{inner} xml:space="preserve">{text}'
        paragraph._p.append(parse_xml(f"{change}</w:{inner}></w:r></w:{tag}>"))
    assert read(saved(document)).sections["Giải pháp"] == "Nâng bàn lên. Thêm chân."


def textbox(inner: str) -> str:
    """A paragraph with a text box, as Word 2010 and LibreOffice write it: once more for older programs."""
    spaces = (
        f'{nsdecls("w", "wp", "a")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        f'<w:p {spaces}><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f'<a:graphicData uri="x"><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def test_boxes_controls_tables_within_tables_and_framed_pictures_are_read_once() -> None:
    document = docx.Document()
    official(document)
    document.add_picture(picture("PNG"))
    framed = document.paragraphs[-1]
    framed.add_run("Hình 2: Bàn hạ xuống")
    inner = framed._p.xml.partition("?>")[2] or framed._p.xml
    framed._p.getparent().remove(framed._p)

    def said(text: str) -> str:
        return f"<w:p {nsdecls('w')}><w:r><w:t>{text}</w:t></w:r></w:p>"

    def table(*cells: str) -> str:
        row = "".join(f"<w:tc>{cell}<w:p/></w:tc>" for cell in cells)
        return f"<w:tbl {nsdecls('w')}><w:tr>{row}</w:tr></w:tbl>"

    place = next(one for one in document.paragraphs if one.text == "Nâng bàn lên.")._p
    for xml in (
        textbox(inner),
        f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent>{said('Trong ô mẫu.')}</w:sdtContent></w:sdt>",
        textbox(said("Trong hộp.")),
        table(said("Một"), said("Hai") + table(said("Ba"), said("Bốn"))),
    ):
        place.addnext(parse_xml(xml))
    entry = read(saved(document))
    lines = ["Nâng bàn lên.", "Một · Hai", "Ba", "Bốn", "Trong hộp.", "Trong ô mẫu."]
    assert [line for line in entry.sections["Giải pháp"].split("\n") if line] == lines
    assert entry.values["photos"].data == [
        {"file": "anh-1.png", "caption": "Bàn hạ xuống"},
        {"file": "anh-2.jpg", "caption": "Bàn đã nâng"},
    ]


def test_our_own_form_filled_in() -> None:
    document = docx.Document(io.BytesIO(report_form()))
    answers = {"Tên sáng kiến": "Máy rửa tay", "Hiệu quả": "Đỡ mỏi.", "Số tiền": "86,4 triệu đồng"}
    for heading, answer in answers.items():
        number = next(
            n for n, one in enumerate(document.paragraphs) if heading in one.text and one.text[0].isdigit()
        )
        document.paragraphs[number + 2].add_run(answer)
    for cell, text in zip(
        document.tables[0].rows[1].cells, ("Lê Ví Dụ", "Cảng Thí Dụ", "Thợ hàn", "100"), strict=True
    ):
        cell.text = text
    entry = read(saved(document))
    data = plain_values(entry)
    assert (data["title"], data["benefit"]) == ("Máy rửa tay", {"vnd_per_year": "86400000"})
    assert data["authors"] == [{"name": "Lê Ví Dụ", "role": "Thợ hàn", "share": "100"}]
    assert entry.sections == {"Hiệu quả": "Đỡ mỏi."}


def test_the_form_has_the_same_bytes_each_time_and_empty_says_what_is_missing() -> None:
    assert report_form() == report_form()
    found = read_report(report_form(), "a.docx", WORDS)
    assert isinstance(found, Rejected)
    assert "Tên sáng kiến" in found.reason.vi


def test_a_picture_of_another_kind_is_left_with_a_doubt() -> None:
    document = docx.Document()
    official(document)
    document.add_picture(picture("GIF"))
    entry = read(saved(document))
    assert [one.name for one in entry.pictures] == ["anh-1.jpg"]
    assert any("1 hình" in one.vi for one in entry.values["photos"].doubts)


def nothing(document: Any) -> None:
    document.add_paragraph("Biên bản họp: tổ sản xuất")


@pytest.mark.parametrize("fill", [nothing, lambda document: None])
def test_another_document_is_rejected(fill: Callable[[Any], None]) -> None:
    document = docx.Document()
    fill(document)
    assert isinstance(read_report(saved(document), "a.docx", WORDS), Rejected)


def test_a_damaged_report_is_one_sentence() -> None:
    with pytest.raises(UserError, match="damaged"):
        read_report(b"PK\x03\x04", "a.docx", WORDS)
