"""The one line at the end of a build."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any


def summary_line(summary: Mapping[str, Any], seconds: float, language: str, site: Path) -> str:
    """Initiatives, pages made and kept, photos, seconds, and where it all is."""
    numbers = {key: _grouped(value, language) for key, value in summary.items()}
    took = f"{seconds:.1f}"
    if language == "vi":
        line = (
            f"{numbers['initiatives']} sáng kiến · {numbers['made']} tệp mới · "
            f"{numbers['kept']} tệp giữ nguyên · {numbers['photos']} ảnh "
            f"({numbers['encoded']} ảnh vừa xử lý) · {took.replace('.', ',')} giây → {site}"
        )
        extra = (
            f"\n{numbers['warnings']} cảnh báo: chạy “sangkien check” để xem." if summary["warnings"] else ""
        )
    else:
        line = (
            f"{numbers['initiatives']} initiatives · {numbers['made']} files made · {numbers['kept']} kept · "
            f"{numbers['photos']} photos ({numbers['encoded']} encoded) · {took} s → {site}"
        )
        extra = (
            f"\n{numbers['warnings']} warnings: run “sangkien check” to see them."
            if summary["warnings"]
            else ""
        )
    return line + extra


def _grouped(number: int, language: str) -> str:
    return f"{number:,}".replace(",", "." if language == "vi" else ",")
