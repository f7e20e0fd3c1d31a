"""Charts: the numbers drawn are the numbers said, and nothing leaves the drawing."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sangkien.model.programme import Programme
from sangkien.views.charts import FOOT, WIDTH, Bar, Dot, bars, ceiling, columns, dots, shortened
from sangkien.views.programme import programme_charts
from sangkien.views.words import Words
from small_fair import REPOSITORY

WORDS = {
    language: Words(language, yaml.safe_load((REPOSITORY / f"theme/words/{language}.yml").read_text("utf-8")))
    for language in ("vi", "en")
}
VI = WORDS["vi"]
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
NUMBERS = st.integers(0, 10**12)


def within(chart: dict[str, Any]) -> bool:
    """Whether every piece stands within the drawing."""
    return (
        all(box["x"] >= 0 and box["x"] + box["width"] <= WIDTH for box in chart["boxes"])
        and all(box["y"] >= 0 and box["y"] + box["height"] <= chart["height"] for box in chart["boxes"])
        and all(0 <= dot["x"] <= WIDTH and 0 <= dot["y"] <= chart["height"] for dot in chart["dots"])
        and all(0 <= label["x"] <= WIDTH and 0 <= label["y"] <= chart["height"] for label in chart["labels"])
    )


def test_bars_of_count_on_target_share_one_scale() -> None:
    chart = bars([Bar("Đợt 1", 1000, 4000), Bar("Đợt 2", 3, 6000), Bar("Đợt 3", 0, None)], VI)
    assert chart is not None
    assert [(box["kind"], box["width"]) for box in chart["boxes"]] == [
        ("track", 480),
        ("fill", 120),
        ("track", 720),
        ("fill", 3),
    ]
    assert chart["text"] == "Đợt 1: 1.000 / 4.000. Đợt 2: 3 / 6.000. Đợt 3: 0."
    assert chart["rows"] == [
        ["Đợt 1", "1.000", "4.000"],
        ["Đợt 2", "3", "6.000"],
        ["Đợt 3", "0", "Chưa có thông tin"],
    ]
    assert chart["height"] == 3 * 68


def test_a_bar_past_its_target_is_marked_there() -> None:
    chart = bars([Bar("Đợt 1", 80, 60)], VI)
    assert chart is not None
    assert [(box["kind"], box["x"], box["width"]) for box in chart["boxes"]] == [
        ("track", 0, 540),
        ("fill", 0, 720),
        ("goal", 538, 3),
    ]


def test_bars_say_nothing_of_nothing() -> None:
    assert bars([], VI) is None
    assert bars([Bar("Đợt 1", 0, None)], VI) is None
    assert bars([Bar("Đợt 1", 0, 10)], VI) is not None


def test_columns_of_months_leave_no_month_out() -> None:
    chart = columns([date(2021, 11, 3), date(2022, 2, 1), date(2022, 2, 28), date(2021, 11, 30)], VI)
    assert chart is not None
    assert chart["rows"] == [
        ["tháng 11/2021", "2"],
        ["tháng 12/2021", "0"],
        ["tháng 01/2022", "0"],
        ["tháng 02/2022", "2"],
    ]
    assert [(box["x"], box["width"], box["height"]) for box in chart["boxes"]] == [
        (0, 144, 180),
        (540, 144, 180),
    ]
    assert [label["text"] for label in chart["labels"]] == ["2", "2", "2021", "2022"]
    assert chart["text"] == "4 sáng kiến, từ tháng 11/2021 đến tháng 02/2022; nhiều nhất là 2."


def test_columns_of_too_many_months_are_years() -> None:
    chart = columns([date(1998, 5, 1), date(2022, 5, 1), date(2022, 6, 1)], WORDS["en"])
    assert chart is not None
    assert chart["rows"] == [["1998", "1"], ["2022", "2"]]


def test_labels_of_an_axis_never_touch() -> None:
    days = [date(2021, 12, 1) + timedelta(days=40 * number) for number in range(30)]
    chart = columns(days, VI)
    assert chart is not None
    ticks = [label for label in chart["labels"] if label["y"] == FOOT - 6]
    assert [label["text"] for label in ticks] == ["2022", "2023", "2024"]
    assert all(b["x"] - a["x"] >= 90 for a, b in pairwise(ticks))


def test_reported_counts_stand_by_their_day() -> None:
    found = [
        Dot(date(2022, 1, 1), 0, True),
        Dot(date(2022, 1, 11), 40, True),
        Dot(date(2022, 1, 6), 100, False),
    ]
    chart = dots(found, VI)
    assert chart is not None
    assert chart["dots"] == [
        {"kind": "whole", "x": 16, "y": 216},
        {"kind": "phase", "x": 360, "y": 36},
        {"kind": "whole", "x": 704, "y": 144},
    ]
    assert chart["both"] is True
    assert chart["text"] == "3 lần báo cáo, từ 01/01/2022 đến 11/01/2022; lần cuối 40 sáng kiến."


def test_one_reported_count_is_no_chart() -> None:
    assert dots([Dot(date(2022, 1, 1), 7, True)], VI) is None
    assert dots([], VI) is None


def test_two_counts_of_one_day_stand_over_each_other() -> None:
    chart = dots([Dot(date(2022, 1, 1), 7, True), Dot(date(2022, 1, 1), 9, True)], VI)
    assert chart is not None
    assert [dot["x"] for dot in chart["dots"]] == [360, 360]


@pytest.mark.parametrize(
    ("value", "top"), [(0, 1), (1, 1), (3, 5), (10, 10), (11, 20), (4000, 5000), (99999, 100000)]
)
def test_an_axis_ends_on_a_round_number(value: int, top: int) -> None:
    assert ceiling(value) == top


def test_a_label_of_a_drawing_is_short() -> None:
    assert shortened("Giai đoạn 1") == "Giai đoạn 1"
    assert shortened("Đợt thi đua chào mừng ngày hội lớn") == "Đợt thi đua chào mừng ngà…"


@given(st.lists(st.builds(Bar, st.text(max_size=60), NUMBERS, st.none() | NUMBERS), max_size=12))
def test_no_bar_leaves_the_drawing(rows: list[Bar]) -> None:
    chart = bars(rows, VI)
    assert chart is None or within(chart)


@given(st.lists(DAYS, max_size=60))
def test_no_column_leaves_the_drawing(days: list[date]) -> None:
    chart = columns(days, VI)
    assert chart is None or within(chart)


@given(st.lists(st.builds(Dot, DAYS, NUMBERS, st.booleans()), max_size=40))
def test_no_dot_leaves_the_drawing(counts: list[Dot]) -> None:
    chart = dots(counts, VI)
    assert chart is None or within(chart)


def test_a_programme_without_numbers_has_no_chart() -> None:
    assert programme_charts(Programme(name="Thử"), [], VI) == {
        "phases": None,
        "months": None,
        "reported": None,
    }
