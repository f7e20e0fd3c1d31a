"""Origins of imports: known again, and without a title or a name in the file."""

from __future__ import annotations

from pathlib import Path

from sangkien.intake.origins import Known, read_origins, write_origins


def test_a_file_of_an_earlier_version_is_read_as_one_of_today(tmp_path: Path) -> None:
    plain = Known(
        "may-cat", ("code:SK-1", "title:may cat|xuong"), ("Nguyễn.xlsx", "Trần Thử", 2), {"title": "ab"}, "An"
    )
    write_origins(str(tmp_path), [plain])
    (one,) = read_origins(str(tmp_path))
    write_origins(str(tmp_path), [one])
    assert read_origins(str(tmp_path)) == (one,)
    text = (tmp_path / ".sangkien" / "intake" / "origins.json").read_text("utf-8")
    assert [word for word in ("SK-1", "may cat", "Nguy", "Thử", "An") if word in text] == []
    assert (one.slug, one.fields, [key.partition("#")[0] for key in one.keys]) == (
        *("may-cat", {"title": "ab"}),
        ["code:", "title:"],
    )
