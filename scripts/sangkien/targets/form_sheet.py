"""``mau-sang-kien.xlsx``: the sheet that units fill in, with drop-downs of the fair's vocabularies."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sangkien.diagnostics import Language, Text
from sangkien.model.vocabulary import Vocabularies
from sangkien.targets.form_fields import EXAMPLE, FIELDS
from sangkien.targets.workbook import finished, new_workbook

Offered = Mapping[str, tuple[str, ...]]
"""Column → the names to choose from."""
FILE: Final = "mau-sang-kien.xlsx"
_LISTS: Final = {
    "organisation": "organisations",
    "sector": "sectors",
    "solution": "solutions",
    "place": "places",
    "award": "awards",
}
_LEVELS: Final = ("Cơ sở", "Cấp trên trực tiếp cơ sở", "Tỉnh, ngành", "Toàn quốc")
_ROWS: Final = 500
"""Rows with drop-downs."""
_COLUMNS: Final[tuple[tuple[str, int, Text, str], ...]] = (
    (
        "title",
        42,
        Text("Bắt buộc. Gọi thẳng tên sự vật, không viết hoa toàn bộ.", "Required."),
        "Xe đẩy hàng có phanh chân",
    ),
    (
        "summary",
        48,
        Text("Một, hai câu, nhiều nhất 300 ký tự.", "One or two sentences, at most 300 characters."),
        "Xe đẩy dừng lại ngay khi người đẩy nhấc chân.",
    ),
    ("code", 14, Text("Nếu đơn vị có đặt.", "If the unit gives one."), "SK-001"),
    (
        "authors",
        44,
        Text(
            "Mỗi người một dòng trong ô (Alt+Enter): Họ tên (chức danh) - tỷ lệ %. Tập thể thì ghi tên tổ.",
            "One a line: name (role) - share %.",
        ),
        "Nguyễn Văn Mẫu (Thợ hàn) - 60%\nTrần Thị Thử (Thủ kho) - 40%",
    ),
    (
        "organisation",
        34,
        Text("Chọn trong danh sách; chưa có thì gõ tên đầy đủ.", "Choose, or type the full name."),
        "",
    ),
    ("sector", 26, Text("Chọn một, cái gần nhất.", "Choose the nearest."), ""),
    ("solution", 26, Text("Chọn một.", "Choose one."), ""),
    ("place", 22, Text("Nơi áp dụng.", "Where it is applied."), ""),
    ("applied", 18, Text("Ngày/tháng/năm, ví dụ 15/10/2021.", "Day/month/year."), "15/10/2021"),
    ("registered", 18, Text("Ngày đăng ký với công đoàn.", "Day of registration."), "20/4/2022"),
    (
        "money",
        22,
        Text(
            "Số tiền một năm, ví dụ 86.400.000 hoặc 86,4 triệu. Chưa tính được thì để trống.",
            "Amount a year; empty if unknown.",
        ),
        "86.400.000",
    ),
    ("kinds", 26, Text("Tăng năng suất, Giảm chi phí… cách nhau dấu phẩy.", "Several, with commas."), ""),
    (
        "reckoning",
        34,
        Text("Phép tính, không chỉ đáp số.", "How it was reckoned."),
        "9 thùng × 800.000 × 12 tháng",
    ),
    ("confirmed_by", 22, Text("Phòng, ban xác nhận số tiền.", "Who confirmed it."), "Phòng Kế toán"),
    (
        "circumstances",
        50,
        Text("Lúc ấy vướng ở đâu, ai phải chịu?", "What was in the way?"),
        "Dốc từ sân lên kho dài 9 mét, trời mưa xe hay tuột.",
    ),
    (
        "story",
        50,
        Text("Làm ra cái gì, khác trước chỗ nào?", "What was made?"),
        "Lò xo luôn ép má phanh; gạt bàn đạp lên thì xe mới lăn.",
    ),
    (
        "effect",
        50,
        Text("Trước và sau khác nhau ra sao?", "Before and after."),
        "Một năm không xe nào tuột dốc.",
    ),
    (
        "spread",
        50,
        Text("Nơi khác muốn làm theo thì cần gì?", "What do others need?"),
        "Cần máy hàn, làm trong một buổi.",
    ),
    ("level", 24, Text("Cấp đã công nhận, nếu có.", "Level of recognition."), ""),
    ("decision", 20, Text("Số quyết định công nhận.", "Number of the decision."), ""),
    ("decided", 18, Text("Ngày ký quyết định.", "Its day."), ""),
    ("award", 26, Text("Nếu đã được khen.", "If any."), ""),
    ("cost", 20, Text("Chi phí làm một cái.", "Cost of one."), "650.000"),
    ("conditions", 34, Text("Vật tư, máy, tay nghề.", "Material, machines, skill."), ""),
    ("confidential", 16, Text("Có hoặc để trống.", "Có (yes), or empty."), ""),
    ("photos", 26, Text("Tên tệp ảnh gửi kèm, cách nhau dấu phẩy.", "Names of photos sent along."), ""),
)


def offered(vocabularies: Vocabularies) -> Offered:
    """What the drop-downs offer, invented entries left out."""
    found = {
        name: tuple(entry.name for entry in vocabularies.names(vocabulary).values() if not entry.sample)
        for name, vocabulary in _LISTS.items()
    }
    return {**found, "level": _LEVELS}


def sheet_form(choices: Offered, language: Language = "vi") -> bytes:
    """The file's bytes: a sheet to fill in with an example row that is never imported, and hidden lists."""
    out = io.BytesIO()
    book = new_workbook(out)
    sheet = book.add_worksheet("Sáng kiến")
    lists = book.add_worksheet("Danh mục")
    lists.hide()
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1", "border": 1}
    )
    example = book.add_format({"italic": True, "text_wrap": True, "valign": "top", "font_color": "#595959"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (name, width, note, said) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width, body)
        sheet.write_string(0, column, FIELDS[name].of(language), head)
        sheet.write_comment(0, column, note.of(language), {"author": "", "x_scale": 2})
        values = choices.get(name, ())
        text = said or (values[0] if values else "")
        sheet.write_string(1, column, f"{EXAMPLE} {text}" if column == 0 else text, example)
        if values:
            _offer(sheet, lists, column, values)
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 1)
    sheet.activate()
    return finished(book, out)


def _offer(sheet: Any, lists: Any, column: int, values: Sequence[str]) -> None:
    """A drop-down; what is not in it is accepted too, for a new unit must be able to write its name."""
    for number, value in enumerate(values):
        lists.write_string(number, column, value)
    from xlsxwriter.utility import xl_range_abs  # a build must not load it  # noqa: PLC0415

    source = f"='Danh mục'!{xl_range_abs(0, column, len(values) - 1, column)}"
    sheet.data_validation(
        1,
        column,
        _ROWS,
        column,
        {"validate": "list", "source": source, "error_type": "information", "show_error": False},
    )
