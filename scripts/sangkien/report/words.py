"""The few words that reports share: severities and counts, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sangkien.diagnostics import Diagnostic, Language, Severity, Text

SEVERITIES: Final = {
    Severity.ERROR: Text("lỗi", "error"),
    Severity.WARNING: Text("cảnh báo", "warning"),
    Severity.NOTICE: Text("lưu ý", "notice"),
}


def counted(number: int, what: str, language: Language) -> str:
    """``1.200 lỗi``, ``1,200 errors``, ``1 error``."""
    digits = f"{number:,}"
    if language == "vi":
        return f"{digits.replace(',', '.')} {what}"
    return f"{digits} {what}" if number == 1 else f"{digits} {what}s"


def counts(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """One sentence: how many of each severity, in how many files."""
    if not diagnostics:
        return Text("Không tìm thấy lỗi nào.", "Nothing was found wrong.").of(language)
    parts = []
    for severity, name in SEVERITIES.items():
        number = sum(item.severity is severity for item in diagnostics)
        if number:
            parts.append(counted(number, name.of(language), language))
    files = counted(len({item.file for item in diagnostics}), Text("tệp", "file").of(language), language)
    joined = ", ".join(parts)
    return f"Có {joined} trong {files}." if language == "vi" else f"Found {joined} in {files}."
