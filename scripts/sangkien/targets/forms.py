"""The forms to fill in, beside the guide that tells how: ``huong-dan/mau-….xlsx`` and ``.docx``."""

from __future__ import annotations

from collections.abc import Container, Iterator

from sangkien import urls
from sangkien.model.vocabulary import Vocabularies
from sangkien.targets import form_report, form_sheet
from sangkien.targets.target import Kit, Target
from sangkien.views.parts import digest_of


def plan_forms(vocabularies: Vocabularies, pages: Container[str], base: str) -> Iterator[Target]:
    """Both forms, where the fair has the guide's page that leads to them."""
    if urls.IMPORT_GUIDE not in pages:
        return
    choices = form_sheet.offered(vocabularies)
    for file, maker, data in (
        (form_sheet.FILE, "sheet-form", choices),
        (form_report.FILE, "report-form", None),
    ):
        yield Target(urls.GUIDES + file, digest_of((base, maker, data)), maker, data)


def make_sheet_form(data: form_sheet.Offered, kit: Kit) -> bytes:
    """The sheet, with the fair's own drop-downs."""
    return form_sheet.sheet_form(data)


def make_report_form(data: None, kit: Kit) -> bytes:
    """The report, the same for every fair."""
    return form_report.report_form()
