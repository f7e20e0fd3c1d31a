"""What the preview says, in both languages."""

from __future__ import annotations

from typing import Final

from sangkien.diagnostics import Text
from sangkien.preview.state import Standing

NAME: Final = Text("Xem thử", "Preview")
MARKS: Final = {
    Standing.DRAFT: Text("Bản nháp – chưa công khai", "Draft – not public"),
    Standing.EMBARGO: Text("Hẹn ngày đăng – chưa công khai", "Embargoed – not public yet"),
    Standing.FAULTY: Text("Còn lỗi – chưa đăng được", "Has errors – cannot be published"),
    Standing.WITHDRAWN: Text("Đã rút – không còn công khai", "Withdrawn – no longer public"),
}
WHY: Final = {
    Standing.DRAFT: Text(
        "Chỉ máy này xem được. Bài chưa vào danh sách nào cho đến khi đổi “status: draft” thành "
        "“status: published”.",
        "Only this computer shows it. It is on no list until “status: draft” becomes “status: published”.",
    ),
    Standing.EMBARGO: Text(
        "Chỉ máy này xem được. Bài vào danh sách ở lần dựng đầu tiên sau ngày ghi ở dòng “published”.",
        "Only this computer shows it. It joins the lists with the first build after the date of “published”.",
    ),
    Standing.FAULTY: Text(
        "Chỉ máy này xem được. Sửa hết các lỗi dưới đây thì bài mới được đăng.",
        "Only this computer shows it. It is published once the errors below are mended.",
    ),
    Standing.WITHDRAWN: Text(
        "Nội dung không được hiện ở đây nữa.", "Its content is not shown here any more."
    ),
}
LAST_GOOD: Final = Text(
    "Bài hiện chưa đọc được; dưới đây là bản tốt gần nhất.",
    "The story cannot be read as it is; below is the last version that could.",
)
NOTHING: Final = Text(
    "Bài chưa đọc được nên chưa có gì để hiện.", "The story cannot be read: there is nothing to show yet."
)
FAULT: Final = Text(
    "Thay đổi vừa lưu chưa hiện được; trang vẫn như trước đó. {problem}",
    "What was saved last cannot be shown; the pages are as before. {problem}",
)
BROKEN: Final = Text(
    "Công cụ hoặc giao diện gặp lỗi: {problem}. Sửa tệp vừa lưu rồi lưu lại.",
    "The tool or the theme failed: {problem}. Mend the file saved last and save again.",
)
NOT_FOUND: Final = Text("Không có trang này", "There is no such page")
NOT_FOUND_WHY: Final = Text(
    "Địa chỉ chưa có, hoặc chỉ bản nháp nhắc đến. Xem danh sách bản nháp và chỗ cần sửa ở trang tổng quan.",
    "The address does not exist, or only a draft names it. The overview lists drafts and what to mend.",
)
OVERVIEW: Final = Text("Tổng quan bản xem thử", "Overview of the preview")
HIDDEN: Final = Text("Chưa công khai", "Not public")
WRONG: Final = Text("Những chỗ cần sửa", "What to mend")
MORE: Final = Text(
    "… và {number} chỗ nữa: chạy “sangkien check”.", "… and {number} more: run “sangkien check”."
)
NOTICES: Final = Text("Lưu ý ({number})", "Notices ({number})")
FIXABLE: Final = Text("Chạy “sangkien check --fix” để tự sửa chỗ này.", "“sangkien check --fix” mends this.")
ALL_WELL: Final = Text("Không tìm thấy lỗi nào.", "Nothing was found wrong.")
NONE_HIDDEN: Final = Text("Không có bản nháp nào.", "There are no drafts.")
"""The overview says so where every initiative is public."""
