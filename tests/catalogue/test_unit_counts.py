"""Counts reported by hand: what is sound, what is not and why."""

from __future__ import annotations

from datetime import date

import pytest

from sangkien.catalogue.unit_counts import UnitCount, sound_counts
from sangkien.source.counts import count_rows

TODAY = date(2026, 6, 1)
HEAD = "unit,month,number,source\n"


def judged(text: str) -> tuple[list[UnitCount], list[tuple[int, str]], list[int]]:
    rows = count_rows(text)
    assert rows is not None
    sound, faulty, repeated = sound_counts(rows, {"cong-ty-mau"}, TODAY)
    return list(sound), [(one.line, one.problem.en) for one in faulty], [one.line for one in repeated]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("month", ["2022-05", "5/2022", "05/2022"])
def test_what_is_sound(separator: str, month: str) -> None:
    text = HEAD + f'cong-ty-mau,{month},012,"Báo cáo"\n,,,\n'
    found = UnitCount("cong-ty-mau", date(2022, 5, 1), 12, "Báo cáo")
    assert judged(text.replace(",", separator)) == ([found], [], [])


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("khong-co,2022-05,1,x", "no unit has the id “khong-co”"),
        ("cong-ty-mau,2022-13,1,x", "“2022-13” is no month"),
        ("cong-ty-mau,May-22,1,x", "“May-22” is no month"),
        ("cong-ty-mau,2026-07,1,x", "the month 2026-07 is still to come"),
        ("cong-ty-mau,2022-05,1.200,x", "“1.200” is no whole number without marks"),
        ("cong-ty-mau,2022-05,-1,x", "“-1” is no whole number without marks"),
        ("cong-ty-mau,2022-05,,x", "“” is no whole number without marks"),
        ("cong-ty-mau,2022-05,1,", "the source is missing"),
        ("cong-ty-mau,2022-05,1", "the row has not four cells"),
        ("cong-ty-mau,2022-05,1,x,y", "the row has not four cells"),
    ],
)
def test_what_is_not(row: str, problem: str) -> None:
    assert judged(f"{HEAD}{row}\n") == ([], [(2, problem)], [])


def test_of_two_about_one_month_neither_counts() -> None:
    row = "cong-ty-mau,{},{},x\n"
    text = HEAD + row.format("2022-05", 1) + row.format("5/2022", 2) + row.format("2022-06", 3)
    assert judged(text) == ([UnitCount("cong-ty-mau", date(2022, 6, 1), 3, "x")], [], [2, 3])


@pytest.mark.parametrize(
    "text", ["", "unit,month,number\n", "đơn vị,tháng,số,nguồn\n", 'unit,month,number,source\n"']
)
def test_a_head_that_is_none(text: str) -> None:
    assert count_rows(text) in (None, ())
