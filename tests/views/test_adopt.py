"""The page of what is taken up and what waits for it: which stories, in what order, with what beside them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import html5lib
import pytest

from sangkien.views import adopt
from small_fair import build, make_fair, slug, write_story

HTML = "{http://www.w3.org/1999/xhtml}"
UNITS = """- {id: xuong-may-vi-du, name: Xưởng may Ví Dụ, contact: Phòng Sáng kiến Xưởng may}
- {id: cang-thi-du, name: Cảng Thí Dụ}
- {id: truong-nghe-mau, name: Trường nghề Mẫu}
- {id: noi-bia, name: Nơi Bịa, sample: true}
- {id: noi-bon, name: Nơi Thứ Bốn}
"""
MORE = {
    0: "adopters: [{organisation: cang-thi-du}]",
    1: "adopters: [{organisation: cang-thi-du}, {organisation: truong-nghe-mau}, "
    "{organisation: xuong-may-vi-du}, {organisation: noi-bon}]\n"
    "replication: {cost_vnd: 90000, contact: Tổ Thử}",
    2: "adopters: [{organisation: noi-bia}]\nreplication: {parts: [Que]}",
    3: "replication: {cost_vnd: 0}",
    4: "replication: {contact: Tổ Thử}",
    5: "replication: {cost_vnd: 5000}\nsample: true",
    6: "adopters: [{organisation: cang-thi-du}, {organisation: noi-bia}]\nsample: true",
    7: "replication: {cost_vnd: 5000}\nconfidential: true",
    8: "adopters: [{organisation: noi-bon}, {organisation: noi-bia}]",
}


def listed(tree: Any) -> list[list[list[str]]]:
    """Of both lists, each row: title, then what stands beside its story."""
    lists = [one for one in tree.iter(f"{HTML}ul") if one.get("class") == "adopt-list"]
    return [
        [[text(row.find(f"{HTML}h3")), *map(text, row.iter(f"{HTML}dd"))] for row in rows] for rows in lists
    ]


def text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def page(root: Path) -> Any:
    assert build(root).errors == 0
    return html5lib.parse((root / "site" / "lam-theo" / "index.html").read_text("utf-8"))


def title(number: int) -> str:
    return f"Tay đòn cho việc số {number}"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_fair(tmp_path_factory.mktemp("adopt") / "fair", stories=0)
    (root / "content" / "vocabulary" / "organisations.yml").write_text(UNITS, "utf-8")
    for number, more in MORE.items():
        write_story(root, number, more=more + "\n")
    return root


def test_most_adopted_first_and_newest_first_what_waits(root: Path) -> None:
    unknown = "Chưa có thông tin"
    assert listed(page(root)) == [
        [
            [
                title(1),
                "90.000 đồng",
                "Tổ Thử",
                "Cảng Thí Dụ, Trường nghề Mẫu, Xưởng may Ví Dụ và 1 nơi khác",
            ],
            [title(8), unknown, "Công đoàn cơ sở Trường nghề Mẫu", "Nơi Thứ Bốn"],
            [title(0), unknown, "Phòng Sáng kiến Xưởng may", "Cảng Thí Dụ"],
        ],
        [
            [title(3), "0 đồng", "Phòng Sáng kiến Xưởng may"],
            [title(2), unknown, "Công đoàn cơ sở Trường nghề Mẫu"],
        ],
    ]


def test_a_long_list_is_cut_and_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adopt, "ON_A_LIST", 1)
    tree = page(root)
    assert [len(rows) for rows in listed(tree)] == [1, 1]
    assert [text(one) for one in tree.iter(f"{HTML}p") if text(one).startswith("Còn")] == [
        "Còn 2 sáng kiến nữa, ghi trong từng bài.",
        "Còn 1 sáng kiến nữa, ghi trong từng bài.",
    ]


def test_samples_are_shown_where_there_is_nothing_else(root: Path) -> None:
    for number in (0, 1, 2, 3, 8):
        shutil.rmtree(root / "initiatives" / slug(number))
    tree = page(root)
    assert [[row[0] for row in rows] for rows in listed(tree)] == [[title(6)], [title(5)]]
    marks = [text(one) for one in tree.iter(f"{HTML}b") if one.get("class") == "mark"]
    assert marks == ["Bài mẫu", "Bài mẫu"]
