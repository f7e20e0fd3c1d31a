"""What the programme's page says: counts by phase, the latest report, states of the phases."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import html5lib
import pytest

from small_fair import build, make_fair

HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
PHASES = """name: Chương trình Thử
ends: 2023-09-30
target: 100
phases:
  - {id: dot-1, name: Đợt 1, ends: 2021-10-05, target: 40}
  - {id: dot-2, name: Đợt 2, starts: 2021-10-06, ends: 2022-05-31}
  - {id: dot-3, name: Đợt 3, starts: 2022-06-01, ends: 2023-09-30, target: 60}
counts:
  - {date: 2022-05-31, phase: dot-1, count: 1234, source: Báo cáo số 2}
  - {date: 2022-01-31, phase: dot-1, count: 55, source: Báo cáo số 1}
  - {date: 2022-06-30, count: 2345, source: Báo cáo số 3}
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_fair(tmp_path_factory.mktemp("programme") / "fair", stories=8)


def page(root: Path, programme: str | None, now: datetime = datetime(2022, 7, 10, tzinfo=UTC)) -> Any:
    """The tree of the programme's page of a fair with this programme."""
    file = root / "content" / "programme.yml"
    if programme is None:
        file.unlink()
    else:
        file.write_text(programme, "utf-8")
    build(root, now=now)
    return html5lib.parse((root / "site" / "chuong-trinh" / "index.html").read_text("utf-8"))


def text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def by_class(tree: Any, name: str) -> list[Any]:
    return [one for one in tree.iter() if name in (one.get("class") or "").split()]


def test_phases_with_their_state_target_and_counts(root: Path) -> None:
    tree = page(root, PHASES)
    phases = by_class(tree, "phases")[0]
    assert [one.get("class") for one in phases] == ["phase-over", "phase-over", "phase-now"]
    assert [[text(dd) for dd in one.iter(f"{HTML}dd")] for one in phases] == [
        ["40", "1.234", "5"],
        ["Không đặt mục tiêu riêng", "3"],
        ["60", "0"],
    ]
    assert [[text(part) for part in one] for one in by_class(tree, "programme-sums")[0]] == [
        ["Mục tiêu", "100 sáng kiến"],
        ["Được báo cáo đến 30/6/2022", "2.345 sáng kiến"],
        ["Đang giới thiệu trên trang", "8 sáng kiến"],
    ]


def test_each_drawing_is_named_and_has_its_table(root: Path) -> None:
    tree = page(root, PHASES)
    drawings = [one for one in tree.iter(f"{SVG}svg") if one.get("role") == "img"]
    assert len(drawings) == 3
    ids = {one.get("id"): one for one in tree.iter() if one.get("id")}
    for drawing in drawings:
        title, told = (drawing.get("aria-labelledby") or "").split()
        assert text(ids[title])
        assert text(ids[told])
    tables = [
        [[text(cell) for cell in row] for row in table.iter(f"{HTML}tr")][1:]
        for table in tree.iter(f"{HTML}table")
    ]
    assert tables == [
        [["Đợt 1", "5", "40"], ["Đợt 2", "3", "Chưa có thông tin"], ["Đợt 3", "0", "60"]],
        [["tháng 10/2021", "8"]],
        [
            ["31/01/2022", "55", "Đợt 1 · Báo cáo số 1"],
            ["31/5/2022", "1.234", "Đợt 1 · Báo cáo số 2"],
            ["30/6/2022", "2.345", "Báo cáo số 3"],
        ],
    ]


@pytest.mark.parametrize(
    ("programme", "year", "told", "bar"),
    [
        (PHASES.replace("ends: 2023-09-30\ntarget", "starts: 2021-09-01\ntarget"), 2021, "before", []),
        (PHASES.replace("target: 100", "target: 4690"), 2022, "during", [("500", "2.345 / 4.690")]),
        (PHASES.split("counts:", maxsplit=1)[0], 2022, "during", [("80", "8 / 100")]),
        (PHASES, 2024, "after", []),
    ],
)
def test_home_tells_how_far_while_the_programme_runs(
    root: Path, programme: str, year: int, told: str, bar: list[tuple[str, str]]
) -> None:
    """By the count that was reported, else by what the site shows; no bar before and after."""
    page(root, programme, datetime(year, 7, 10, tzinfo=UTC))
    home = html5lib.parse((root / "site" / "index.html").read_text("utf-8"))
    kickers = {
        "before": "Chương trình sắp tới",
        "during": "Đã đi được bao xa",
        "after": "Chương trình để lại gì",
    }
    assert kickers[told] in [text(one) for one in by_class(home, "kicker")]
    assert text(by_class(home, "programme-sums")[0]).startswith("Mục tiêu")
    assert [(one.get("value"), text(one)) for one in home.iter(f"{HTML}progress")] == bar


def test_days_within_a_phase_leave_the_page_as_it_is(root: Path) -> None:
    page(root, PHASES, datetime(2022, 7, 10, tzinfo=UTC))
    before = (root / "site" / "chuong-trinh" / "index.html").read_bytes()
    page(root, PHASES, datetime(2023, 9, 29, tzinfo=UTC))
    assert (root / "site" / "chuong-trinh" / "index.html").read_bytes() == before
    tree = page(root, PHASES, datetime(2023, 10, 2, tzinfo=UTC))
    assert [one.get("class") for one in by_class(tree, "phases")[0]] == ["phase-over"] * 3


def test_a_programme_of_a_name_alone_says_what_is_not_known(root: Path) -> None:
    tree = page(root, "name: Thử\n")
    assert text(by_class(tree, "programme-unknown")[0]) == "Chưa có số liệu nào được báo cáo."
    assert by_class(tree, "phases") == []


def test_a_fair_without_a_programme_still_has_the_page(root: Path) -> None:
    tree = page(root, None)
    assert text(next(tree.iter(f"{HTML}h1"))) == "Chương trình"
    assert [one for one in tree.iter(f"{SVG}svg") if one.get("role") == "img"] == []
