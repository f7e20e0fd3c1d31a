"""The forms as targets: the same bytes each time, only where the guide is, made of the vocabularies."""

from __future__ import annotations

import io
import sys
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from sangkien import urls
from sangkien.model.vocabulary import Entry, Vocabularies
from sangkien.targets.form_report import report_form
from sangkien.targets.form_sheet import offered, sheet_form
from sangkien.targets.forms import plan_forms

WORDS = Vocabularies(
    organisations={
        "cang": Entry("cang", "Cảng Thí Dụ"),
        "mau": Entry("mau", "Xưởng Mẫu", sample=True),
    }
)


def test_only_where_the_guide_leads_to_them() -> None:
    assert list(plan_forms(WORDS, (), "base")) == []
    assert [target.path for target in plan_forms(WORDS, (urls.IMPORT_GUIDE,), "base")] == [
        "huong-dan/mau-sang-kien.xlsx",
        "huong-dan/mau-bao-cao.docx",
    ]


def test_the_sheet_alone_hangs_on_the_vocabularies() -> None:
    more = Vocabularies(organisations={"cang": replace(WORDS["organisations"]["cang"], name="Cảng Ví Dụ")})
    before, after = (list(plan_forms(words, (urls.IMPORT_GUIDE,), "base")) for words in (WORDS, more))
    assert [one.digest == other.digest for one, other in zip(before, after, strict=True)] == [False, True]


def test_the_sheet_has_the_same_bytes_and_offers_no_invented_unit() -> None:
    data = sheet_form(offered(WORDS))
    assert data == sheet_form(offered(WORDS))
    lists = CalamineWorkbook.from_object(io.BytesIO(data)).get_sheet_by_name("Danh mục").to_python()
    names = {cell for row in lists for cell in row}
    assert ("Cảng Thí Dụ" in names, "Xưởng Mẫu" in names) == (True, False)


def test_windows_makes_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """`zipfile` names the system in each entry."""
    before = sheet_form(offered(WORDS)), report_form()
    monkeypatch.setattr(sys, "platform", "win32")
    assert (sheet_form(offered(WORDS)), report_form()) == before
