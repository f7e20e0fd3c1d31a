"""What a row of the fair's own sheet holds, and what our forms call each column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sangkien.diagnostics import Text

EXAMPLE: Final = "[VÍ DỤ]"
"""What marks the example row of our sheet, which is never imported."""

FIELDS: Final[Mapping[str, Text]] = {
    "title": Text("Tên sáng kiến", "Title"),
    "summary": Text("Tóm tắt", "Summary"),
    "code": Text("Số hiệu", "Code"),
    "authors": Text("Tác giả", "Authors"),
    "role": Text("Chức danh", "Role"),
    "share": Text("Tỷ lệ đóng góp (%)", "Share"),
    "workplace": Text("Nơi công tác của tác giả", "The author's workplace"),
    "organisation": Text("Đơn vị áp dụng", "Organisation"),
    "sector": Text("Lĩnh vực", "Sector"),
    "solution": Text("Loại giải pháp", "Kind of solution"),
    "place": Text("Địa bàn", "Place"),
    "applied": Text("Ngày áp dụng lần đầu", "First applied"),
    "registered": Text("Ngày đăng ký", "Registered"),
    "money": Text("Số tiền làm lợi mỗi năm (đồng)", "Benefit a year (đồng)"),
    "kinds": Text("Nhóm lợi ích", "Kinds of benefit"),
    "reckoning": Text("Cách tính làm lợi", "How it was reckoned"),
    "confirmed_by": Text("Nơi xác nhận làm lợi", "Confirmed by"),
    "level": Text("Cấp công nhận", "Level of recognition"),
    "decision": Text("Số quyết định công nhận", "Decision"),
    "decided": Text("Ngày công nhận", "Day of recognition"),
    "award": Text("Khen thưởng", "Award"),
    "circumstances": Text("Hoàn cảnh ra đời", "Circumstances"),
    "story": Text("Giải pháp", "Solution"),
    "effect": Text("Hiệu quả", "Effect"),
    "spread": Text("Khả năng nhân rộng", "Replication"),
    "conditions": Text("Điều kiện áp dụng", "Conditions"),
    "cost": Text("Chi phí làm ra (đồng)", "Cost (đồng)"),
    "confidential": Text("Cần giữ bí mật", "Confidential"),
    "tags": Text("Từ khóa", "Tags"),
    "photos": Text("Tên tệp ảnh", "Photos"),
    "stamp": Text("Dấu thời gian", "Timestamp"),
    "consent": Text("(sự đồng ý: không nhập từ bảng)", "(consent: never imported from a sheet)"),
    "private": Text("(thông tin riêng: không nhập)", "(private: not imported)"),
    "skip": Text("(không nhập)", "(not imported)"),
}
"""Field → what our own template calls its column."""
