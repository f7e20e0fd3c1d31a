"""FLD: dates as people write them, and in their order."""

from __future__ import annotations

from datetime import date

import pytest
from field_findings import ERROR, WARNING, codes, of
from hypothesis import given
from hypothesis import strategies as st

from sangkien.diagnostics import Severity
from sangkien.rules.dates import day, day_as_written


def test_a_status_asks_for_its_date() -> None:
    assert codes("status: published", "published") == ["FLD012"]
    assert codes("status: draft", "published") == []
    assert codes("status: withdrawn", "published") == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("published: 2021-10-14", ERROR),
        ("published: 2021-10-14T18:00Z", None),  # the 15th in the fair's zone
        ("published: 2021-10-14T16:00Z", ERROR),
        ("updated: 2022-04-30", WARNING),
        ("corrections: [{date: 2022-04-30, text: a}]", WARNING),
        ("recognition: [{level: tinh, date: 2021-01-01}]", WARNING),
        ("adopters: [{organisation: cong-ty-mau, since: 2021-01-01}]", WARNING),
    ],
)
def test_order_of_dates(text: str, severity: Severity | None) -> None:
    items = [item for item in of(text) if item.code == "FLD013"]
    assert [item.severity for item in items] == ([severity] if severity is not None else [])


def test_today_is_no_future_and_tomorrow_is() -> None:
    assert codes("registered: 2026-01-05") == []
    assert codes("registered: 2026-01-06") == ["FLD014"]


@pytest.mark.parametrize(
    "consent",
    ["2099-01-01", "{withdrawn: 2099-01-01}", "{basis: public-report, publisher: A, date: 2099-01-01}"],
)
def test_a_consent_to_come_is_none(consent: str) -> None:
    (item,) = of(f"authors: [{{name: A, consent: {consent}}}]")
    assert (item.code, item.touches_visibility) == ("FLD014", True)


def test_without_registration_an_early_start_is_a_warning() -> None:
    assert [(item.code, item.severity) for item in of("applied: 2021-08-01", "registered")] == [
        ("FLD015", WARNING)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01/9/2021", date(2021, 9, 1)),
        ("1-9-2021", date(2021, 9, 1)),
        ("ngày 1 tháng 9 năm 2021", date(2021, 9, 1)),
        ("2021-9-1", date(2021, 9, 1)),
        ("1/9/21", None),
        ("9/2021", None),
        ("31/4/2021", None),
    ],
)
def test_dates_as_people_write_them(text: str, expected: date | None) -> None:
    assert day_as_written(text) == expected


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 12, 31)))
def test_every_date_written_the_vietnamese_way_is_read_back(moment: date) -> None:
    assert day_as_written(f"{moment.day}/{moment.month}/{moment.year}") == moment
    assert day(moment.isoformat()) == moment
