"""A fair of extremes for the pages of stories and of the programme, all invented: shortest and longest title,
no photo and twelve, ten authors, a public report; ten phases and forty reported counts."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw

from small_fair import make_fair

SHORT, LONG, REPORT, ONE, PAIR = "kep", "may-cat-dai", "bao-cao", "mot-anh", "truoc-sau"
TITLES = {
    SHORT: "Kẹp",
    LONG: ("Máy cắt, gấp, đếm và bó lá chuối tự động cho tổ đóng gói ca đêm, chạy bằng mô-tơ quạt cũ " * 2)[
        :160
    ],
    REPORT: "Máy đo nhiệt độ thử",
    ONE: "Giá treo dây hơi không vướng chân người",
    PAIR: "Bánh xe có chắn bùn",
}
STORY = """## Hoàn cảnh ra đời

Ca nào cũng có người phải dừng tay chờ, và ai cũng thấy sốt ruột vì chuyện ấy. {more}

> Chờ thì mỏi, mà làm thì vướng. Thôi, mình nghĩ cách khác.
>
> — **Lê Thị Giả Định**, thợ may

## Giải pháp

Anh em trong tổ lắp thêm một *tay đòn*, rồi thử đi thử lại:

1. Tháo chốt.
2. Lắp tay đòn vào khớp `K-12`.

| Việc | Trước | Sau | Ghi chú dài để bảng không vừa màn hình hẹp |
|---|---|---|---|
| Cắt | 12 phút | 4 phút | Đo ba ca liền, mỗi ca một trăm tấm |
| SốHiệuKhôngCóKhoảngTrắngNàoĐểXuốngDòng | 1 | 2 | 3 |

![Tay đòn](anh-01.jpg)

### Chi tiết

- một
- hai

## Hiệu quả

Việc nay xong trước giờ nghỉ trưa, người làm đỡ mỏi lưng hơn hẳn. {more}

## Khả năng nhân rộng

Xưởng nào có máy hàn cũng tự làm được trong một buổi chiều. {more}
"""
FULL = """\
applied: 2021-10-05
registered: 2022-02-03
updated: 2022-06-01
corrections:
  - {date: 2022-06-01, text: Số đúng là 4 phút.}
benefit: {vnd_per_year: 1250000000, kinds: [giam-chi-phi], note: Tiền công, confirmed_by: Phòng Thử}
recognition:
  - {level: co-so, decision: Số 00/QĐ-THỬ, date: 2022-05-12}
  - {award: bang-khen-thu, year: 2022}
featured: {rank: 1, citation: Một việc nhỏ mà cả xưởng thở phào.}
replication:
  cost_vnd: 650000
  parts: [Mô-tơ quạt cũ, Thép hộp 20 × 40 mm]
  conditions: Xưởng có máy hàn.
  contact: Tổ hỗ trợ sáng kiến Xưởng may Ví Dụ
adopters: [{organisation: cang-thi-du, since: 2022-07-01}, {organisation: truong-nghe-mau}]
press: [{outlet: Báo Thử, title: Một buổi chiều ở xưởng, url: "https://example.org/bai", date: 2022-05-20}]
videos: [{url: "https://example.org/video", title: Máy chạy thử}]
tags: [đồ cũ, ca đêm]
"""
ANSWERS = "organisation: xuong-may-vi-du\nsector: co-khi\nsolution: ky-thuat\nplace: vung-thu\n"
FORMAT = (
    "---\ntitle: {title}\nsummary: {summary}\nauthors:\n{authors}{answers}status: published\n"
    "published: 2022-03-05\n{more}---\n\n{story}"
)
SHAPES = ((1000, 750), (750, 1000), (1200, 600), (800, 800))


def picture(number: int, size: tuple[int, int]) -> bytes:
    """A drawing with a frame and as many bars as its number, so that cropping shows."""
    width, height = size
    image = Image.new("RGB", size, (40 + number * 15, 110, 200 - number * 12))
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, width - 20, height - 20), outline="#fff", width=12)
    for bar in range(number):
        draw.rectangle((60 + bar * 45, height // 3, 90 + bar * 45, height * 2 // 3), fill="#ffd98a")
    out = io.BytesIO()
    image.save(out, "JPEG", quality=60)
    return out.getvalue()


def authors(count: int) -> str:
    """That many people, each with a position; the last has taken the consent back."""
    names = ("Lê Thị Giả Định", "Tôn Nữ Hoàng Ngọc Minh Thí Dụ", "Vũ Mẫu")
    lines = [
        f"  - name: {names[number % 3]} {'ABCDEFGHIJ'[number]}\n    role: Thợ may bậc {number % 7 + 1}\n"
        f"    organisation: xuong-may-vi-du\n    share: {100 // count}\n"
        f"    consent: {'2022-01-02' if number < 9 else '{withdrawn: 2022-02-02}'}\n"
        for number in range(count)
    ]
    return "".join(lines)


def photos(count: int, shows: dict[int, str]) -> str:
    """The front matter of numbered photos; every second one has a caption."""
    rows = [
        f"  - {{file: anh-{number:02d}.jpg, alt: Ảnh số {number}, credit: Tổ thử"
        + (f", caption: Chú thích của ảnh số {number}" if number % 2 else "")
        + (f", shows: {shows[number]}" if number in shows else "")
        + "}\n"
        for number in range(1, count + 1)
    ]
    return "photos:\n" + "".join(rows) if rows else ""


def write(root: Path, slug: str, count: int, shows: dict[int, str], **parts: str) -> None:
    """One story of the fair of extremes."""
    folder = root / "initiatives" / slug
    folder.mkdir(parents=True)
    for number in range(1, count + 1):
        (folder / f"anh-{number:02d}.jpg").write_bytes(picture(number, SHAPES[(number - 1) % len(SHAPES)]))
    values = {
        "title": TITLES[slug],
        "summary": "Một tay đòn giúp việc xong sớm hơn nửa buổi.",
        "authors": authors(1),
        "answers": ANSWERS,
        "story": STORY.format(more=""),
    } | parts
    if not count:
        values["story"] = values["story"].replace("![Tay đòn](anh-01.jpg)\n\n", "")
    values["more"] = photos(count, shows) + parts.get("more", "")
    (folder / "index.md").write_text(FORMAT.format_map(values), "utf-8")


def make_story_fair(root: Path) -> Path:
    """The fair of extremes in ``root``, with the theme of the repository."""
    make_fair(root, stories=3)
    more = "Chuyện còn dài, kể thêm cho đủ. " * 60
    write(root, SHORT, 0, {}, authors=authors(10), more="applied: 2021-10-05\n")
    write(root, LONG, 12, {3: "before", 4: "after", 1: "hero"}, more=FULL, story=STORY.format(more=more))
    write(root, ONE, 1, {1: "before"}, authors=authors(2), more="applied: 2021-12-05\nsample: true\n")
    write(root, PAIR, 2, {1: "before", 2: "after"}, more="applied: 2022-01-05\n")
    write(
        root,
        REPORT,
        0,
        {},
        authors="  - name: Trần Văn Thí Dụ\n    consent: {basis: public-report, publisher: Công đoàn Thử, "
        'title: Những việc nhỏ, url: "https://example.org/tin", date: 2022-01-09}\n',
        answers="organisation: cang-thi-du\nsector: dien\n",
        story="## Hoàn cảnh ra đời\n\nViệc này được nhắc trong một bản tin.\n",
    )
    (root / "content" / "programme.yml").write_text(programme(10, 40), "utf-8")
    return root


def programme(phases: int, counts: int) -> str:
    """A programme with that many phases of two months each, and reported counts a fortnight apart."""
    ends = [(2021 + (9 + 2 * number) // 12, (9 + 2 * number) % 12 + 1) for number in range(phases)]
    starts = [(2021 + (8 + 2 * number) // 12, (8 + 2 * number) % 12 + 1) for number in range(phases)]
    lines = ["name: Chương trình Thử tài của thợ cả nước\nends: 2023-09-30\ntarget: 12000\nphases:\n"]
    lines += [
        f"  - {{id: dot-{number}, name: Đợt {number} thi đua chào mừng ngày hội lớn của xưởng, "
        f"starts: {starts[number][0]}-{starts[number][1]:02d}-01, "
        f"ends: {ends[number][0]}-{ends[number][1]:02d}-28"
        f"{', target: ' + str(400 * number) if number else ''}}}\n"
        for number in range(phases)
    ]
    lines += ["counts:\n"] if counts else []
    lines += [
        f"  - {{date: {2022 + number // 24}-{number // 2 % 12 + 1:02d}-{15 if number % 2 else 1:02d}, "
        f"count: {(number + 1) ** 2 * 5}, source: Báo cáo số {number}"
        f"{', phase: dot-1, url: https://example.org/so' if number % 5 == 0 else ''}}}\n"
        for number in range(counts)
    ]
    return "".join(lines)
