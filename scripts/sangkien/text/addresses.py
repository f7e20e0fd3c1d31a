"""Addresses: a house number and a street together, as Vietnamese write them."""

import re
from collections.abc import Iterator
from typing import Final

_CAPITAL: Final = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_NAME: Final = rf"[{_CAPITAL}][^\W\d_]*(?:[ \u00a0][{_CAPITAL}][^\W\d_]*){{0,4}}"
_CANDIDATE: Final = re.compile(
    rf"(?P<number>[0-9](?<![\w+].)(?<!\w[./,:-].)\d{{0,3}}[A-Za-z]?\d?(?:[/-]\d{{1,4}}[A-Za-z]?)*)"
    rf"(?:,?[ \u00a0]+(?P<kind>[Đđ]ường|[Pp]hố|[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]iệt|[Đđ]\.)[ \u00a0]+"
    rf"(?:{_NAME}|\d{{1,2}}/\d{{1,2}}|\d{{1,2}} [Tt]háng \d{{1,2}}|số \d+)"
    rf"|[ \u00a0]+(?P<name>{_NAME}))"
)
# Streets of the same name in nearly every town.
_NAMES_OF_STREETS: Final = (
    "An Dương Vương, Âu Cơ, Bà Triệu, Bạch Đằng, Bùi Thị Xuân, Cách Mạng Tháng Tám, Cao Bá Quát, "
    "Cao Thắng, Chu Văn An, Duy Tân, Đề Thám, Điện Biên Phủ, Đinh Bộ Lĩnh, Đinh Tiên Hoàng, "
    "Đoàn Thị Điểm, Độc Lập, Đồng Khởi, Hai Bà Trưng, Hàm Nghi, Hàn Thuyên, Hoàng Diệu, Hoàng Hoa Thám, "
    "Hoàng Quốc Việt, Hoàng Văn Thụ, Hồ Tùng Mậu, Hồ Xuân Hương, Hùng Vương, Huỳnh Thúc Kháng, "
    "Lạc Long Quân, Lê Duẩn, Lê Đại Hành, Lê Hồng Phong, Lê Lai, Lê Lợi, Lê Quý Đôn, Lê Thánh Tông, "
    "Lê Thánh Tôn, Lê Văn Tám, Lương Thế Vinh, Lý Nam Đế, Lý Thái Tổ, Lý Thường Kiệt, Lý Tự Trọng, "
    "Mạc Đĩnh Chi, Mai Thúc Loan, Nam Kỳ Khởi Nghĩa, Ngô Gia Tự, Ngô Quyền, Nguyễn Bỉnh Khiêm, "
    "Nguyễn Chí Thanh, Nguyễn Công Trứ, Nguyễn Du, Nguyễn Đình Chiểu, Nguyễn Huệ, Nguyễn Hữu Cảnh, "
    "Nguyễn Hữu Thọ, Nguyễn Khuyến, Nguyễn Tất Thành, Nguyễn Thái Học, Nguyễn Thị Định, "
    "Nguyễn Thị Minh Khai, Nguyễn Thiện Thuật, Nguyễn Trãi, Nguyễn Tri Phương, Nguyễn Trường Tộ, "
    "Nguyễn Văn Cừ, Nguyễn Văn Linh, Nguyễn Văn Trỗi, Nguyễn Viết Xuân, Phạm Hồng Thái, Phạm Hùng, "
    "Phạm Ngọc Thạch, Phạm Ngũ Lão, Phạm Văn Đồng, Phan Bội Châu, Phan Châu Trinh, Phan Chu Trinh, "
    "Phan Đăng Lưu, Phan Đình Phùng, Phan Văn Trị, Quang Trung, Thống Nhất, Tô Hiến Thành, "
    "Tôn Đức Thắng, Tôn Thất Thuyết, Tôn Thất Tùng, Trần Bình Trọng, Trần Cao Vân, Trần Đại Nghĩa, "
    "Trần Hưng Đạo, Trần Khánh Dư, Trần Khát Chân, Trần Nguyên Hãn, Trần Nhân Tông, Trần Phú, "
    "Trần Quang Khải, Trần Quốc Toản, Trần Quý Cáp, Triệu Việt Vương, Trưng Nhị, Trưng Trắc, "
    "Trường Chinh, Trương Định, Võ Nguyên Giáp, Võ Thị Sáu, Võ Văn Kiệt, Võ Văn Tần, Xô Viết Nghệ Tĩnh, "
    "Yết Kiêu"
)
_STREETS: Final = frozenset(_NAMES_OF_STREETS.split(", "))
_ADDRESS_BEFORE: Final = re.compile(
    r"(?:\b(?:địa chỉ|số nhà|nhà số|nhà|ngụ|trú|hẻm|ngõ|ngách|kiệt)|\bđ/c)(?: tại| ở| số| là)*[ \t:*]*$",
    re.IGNORECASE,
)
_PLACE_BEFORE: Final = re.compile(
    r"(?:\b(?:số|tại|ở|đến|về|gần|trước)[ \t]+|[,;:(–—|>*-][ \t]*|^[ \t]*)$", re.IGNORECASE
)
_NO_PLACE_BEFORE: Final = re.compile(
    r"\b(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|tháng|năm|quý|tuần|lúc|lớp|phòng|khối|tổ|đội|nhóm|ca|khóa|khoá|máy|bộ|mẫu|hình"
    r"|ảnh|bảng|biểu|phụ lục|kho|xưởng|chuyền|giải|hạng|top|điều|khoản|mục|bước|đợt|lần|loại|tuyến)"
    r"(?: số)?[ \t]*$",
    re.IGNORECASE,
)
_AREA_AFTER: Final = re.compile(
    r",[ \u00a0]*(?:phường|P\.|P\d|xã|thị trấn|TT\.|quận|Q\.|Q\d|khu phố|KP|ấp|thành phố|TP|thị xã|TX"
    r"|huyện|H\.|tỉnh)",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 30


def addresses(s: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each house number with its street in ``s`` (NFC).

    A street alone, a ward, a highway, a number beside a person's name are no address. Without the
    word "đường", what stands around must say so: "địa chỉ", "số", a ward after it, "12/3", "123A",
    a street that nearly every town has.
    """
    for match in _CANDIDATE.finditer(s):
        before = s[max(0, match.start() - _LOOK_BACK) : match.start()].rpartition("\n")[2]
        if _NO_PLACE_BEFORE.search(before):
            continue
        composite = not match["number"].isdigit()
        if _ADDRESS_BEFORE.search(before):
            good = True
        elif match["kind"]:
            good = composite or _PLACE_BEFORE.search(before) is not None
        else:
            good = _is_street(match["name"], composite, before, s[match.end() : match.end() + _LOOK_BACK])
        if good:
            yield match.span()


def _is_street(name: str, composite: bool, before: str, after: str) -> bool:
    known = name.replace("\u00a0", " ") in _STREETS
    if _PLACE_BEFORE.search(before) is None:
        return known and composite
    return known or (composite and " " in name and _AREA_AFTER.match(after) is not None)
