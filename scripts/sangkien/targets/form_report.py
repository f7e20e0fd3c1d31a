"""``mau-bao-cao.docx``: the report's form with the headings that import reads, a zip of XML."""

from __future__ import annotations

import io
import zipfile
from html import escape
from typing import Final

from sangkien.targets.zip_entry import zip_entry

FILE: Final = "mau-bao-cao.docx"
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TABLE: Final = ("Họ và tên", "Nơi công tác", "Chức danh", "Tỷ lệ đóng góp (%)")
_FORM: Final[tuple[tuple[str, str], ...]] = (
    ("Tên sáng kiến", "Gọi thẳng tên sự vật, không viết hoa toàn bộ."),
    ("Tóm tắt", "Một, hai câu: gặp khó gì, làm ra gì, được gì."),
    ("Tác giả", "Ghi vào bảng dưới đây, mỗi người một dòng; tỷ lệ cộng lại đủ 100%."),
    ("Đơn vị áp dụng", "Tên đầy đủ."),
    ("Lĩnh vực", "Chọn một, cái gần nhất."),
    ("Loại giải pháp", "Kỹ thuật, quản lý, tác nghiệp hay ứng dụng tiến bộ kỹ thuật."),
    ("Địa bàn", "Nơi áp dụng."),
    ("Ngày áp dụng lần đầu", "Ngày/tháng/năm dùng thật hoặc dùng thử."),
    ("Hoàn cảnh ra đời", "Trước kia làm ra sao, vướng chỗ nào, ai phải chịu?"),
    ("Giải pháp", "Làm ra cái gì, khác trước chỗ nào? Chèn ảnh ngay tại đây, dưới mỗi ảnh ghi “Hình 1: …”."),
    ("Hiệu quả", "Trước và sau khác nhau ra sao? Ghi cả phép tính."),
    ("Số tiền làm lợi mỗi năm (đồng)", "Ví dụ 86.400.000 đồng. Chưa tính được thì để trống."),
    ("Nơi xác nhận làm lợi", "Phòng, ban xác nhận số tiền."),
    ("Khả năng nhân rộng", "Nơi khác muốn làm theo thì được không?"),
    ("Điều kiện áp dụng", "Vật tư, máy, tay nghề."),
    ("Cần giữ bí mật", "Không có thì ghi “Không”."),
)


def report_form() -> bytes:
    """The file's bytes; the guiding lines stand in square brackets, which import passes over."""
    body = [_paragraph("BÁO CÁO SÁNG KIẾN", "Title")]
    for number, (heading, guide) in enumerate(_FORM, 1):
        body += [_paragraph(f"{number}. {heading}", "Heading1"), _paragraph(f"[{guide}]", "Guide")]
        if heading == "Tác giả":
            body.append(_table())
        body.append(_paragraph("", ""))
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{"".join(body)}{_PAGE}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations("officeDocument", "word/document.xml"),
        "word/document.xml": document,
        "word/styles.xml": _STYLES,
        "word/_rels/document.xml.rels": _relations("styles", "styles.xml"),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zip_entry(name), _DECLARATION + text)
    return out.getvalue()


def _paragraph(text: str, style: str) -> str:
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>' if text else ""
    return f"<w:p>{kind}{run}</w:p>"


def _table() -> str:
    width = 9000 // len(_TABLE)
    grid = f'<w:gridCol w:w="{width}"/>' * len(_TABLE)
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    rows = "".join(_row(cell, texts) for texts in (_TABLE, ("",) * len(_TABLE), ("",) * len(_TABLE)))
    look = '<w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _row(cell: str, texts: tuple[str, ...]) -> str:
    return "<w:tr>" + "".join(f"{cell}{_paragraph(text, '')}</w:tc>" for text in texts) + "</w:tr>"


def _relations(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_DOCUMENT}/{kind}" Target="{target}"/></Relationships>'
    )


def _style(name: str, title: str, look: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/>'
        f"<w:pPr><w:keepNext/></w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_STYLES: Final = (
    f'<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="26"/>'
    '<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + _style("Title", "Title", '<w:b/><w:sz w:val="32"/>')
    + _style("Heading1", "heading 1", '<w:b/><w:sz w:val="28"/>')
    + _style("Guide", "Guide", '<w:i/><w:color w:val="595959"/><w:sz w:val="22"/>')
    + f'<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table '
    f'Grid"/><w:tblPr><w:tblBorders>{_BORDERS}'
    "</w:tblBorders></w:tblPr></w:style></w:styles>"
)
_PAGE: Final = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" '
    'w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)
_TYPES: Final = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
    "</Types>"
)
