"""IMG: photos that are missing, broken, too small, without words; portraits by the same rules."""

from __future__ import annotations

import pytest
from example_fair import SETTINGS, fair, found, picture

from sangkien.check.fair import check_fair
from sangkien.diagnostics import Diagnostic, Severity
from sangkien.source.tree import MemoryTree

PERSON = "content/people/nguyen-van-mau.md"


def photos(*rows: str, front: str = "") -> str:
    lines = "".join(f"  - {row}\n" for row in rows)
    return f"```yaml\nphotos:\n{lines}{front}\n```\n"


def files(*rows: str) -> str:
    return "```photos\n" + "".join(f"{row}\n" for row in rows) + "```\n"


def row(file: str) -> str:
    return f"{{file: {file}, alt: Xe đẩy, credit: Tổ bảo trì}}"


def severities(code: str, example: str) -> list[Severity]:
    return [item.severity for item in found(code, example)]


def of_person(front: str, *portraits: tuple[str, bytes]) -> list[Diagnostic]:
    text = f"---\nname: Nguyễn Văn Mẫu\nconsent: 2022-04-28\n{front}\n---\nAnh Mẫu vào nghề từ tiệm sửa xe.\n"
    tree = fair("") | {PERSON: text.encode()} | {f"content/people/{name}": data for name, data in portraits}
    items = check_fair(MemoryTree(tree), SETTINGS).diagnostics
    return [item for item in items if item.file == PERSON and item.code.startswith("IMG")]


def test_a_heic_in_a_draft_is_a_notice_also_where_a_field_is_wrong() -> None:
    example = photos(row("xe.heic"), front="status: draft\nsummary:") + files("xe.heic heic 1200x900")
    assert severities("IMG009", example) == [Severity.NOTICE]
    assert severities("IMG009", example.replace("draft", "published")) == [Severity.ERROR]


@pytest.mark.parametrize(
    ("named", "present", "mended"),
    [
        ("xe.jpg", "xe.JPG", "xe.JPG"),
        ("xe.jpg", "xe.png", "xe.png"),
        ("xe đẩy.jpg", "xe-day.jpg", None),
        ("Xê.jpg", "xe.jpg", "xe.jpg"),
        ("xe-dayy.jpg", "xe-day.jpg", None),
    ],
)
def test_a_missing_photo_is_mended_only_when_certain(named: str, present: str, mended: str | None) -> None:
    kind = "png" if present.endswith("png") else "jpeg"
    (item,) = found("IMG001", photos(row(named)) + files(f"{present} {kind} 1200x900"))
    assert present in item.message.vi
    assert (item.fix.replacement if item.fix else None) == (f'"{mended}"' if mended else None)


def test_two_files_that_could_be_meant_are_no_mend() -> None:
    (item,) = found("IMG001", photos(row("xe.jpg")) + files("xe.png png 900x900", "xe.webp webp 900x900"))
    assert item.fix is None


def test_a_wrong_name_is_one_fault_not_two() -> None:
    assert found("IMG002", photos(row("xe.jpg")) + files("xe.JPG jpeg 1200x900")) == []


def test_what_is_merely_missing_in_a_draft_is_a_notice() -> None:
    example = photos("{file: xe-khac.jpg}", front="status: draft\n")
    items = found("IMG", example)
    assert {item.code for item in items} == {"IMG001", "IMG002", "IMG007", "IMG008"}
    assert {item.severity for item in items} == {Severity.NOTICE}


def test_other_files_are_no_unused_photos() -> None:
    assert found("IMG002", photos(row("xe.jpg")) + files("xe.jpg jpeg 1200x900", "bao-cao.docx text")) == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "IMG003"),
        (b"<html>", "IMG003"),
        (b"PK\x03\x04word/document.xml", "IMG003"),
        (b"%PDF-1.7", "IMG003"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "IMG003"),
        (picture("jpeg", "1200x900")[:4000], "IMG003"),
        (picture("heic"), "IMG009"),
        (picture("moving", "900x900"), "IMG010"),
    ],
)
def test_every_broken_picture_has_one_rule(content: bytes, code: str) -> None:
    tree = fair("") | {"initiatives/xe-day-hang/xe.jpg": content}
    items = [
        item for item in check_fair(MemoryTree(tree), SETTINGS).diagnostics if item.code.startswith("IMG")
    ]
    assert [(item.code, item.severity, item.field) for item in items] == [
        (code, Severity.ERROR, ("photos", 0, "file"))
    ]


@pytest.mark.parametrize(
    ("size", "expected"),
    [("800x10", []), ("10x800", []), ("799x799", [Severity.WARNING])],
)
def test_the_long_edge_counts(size: str, expected: list[Severity]) -> None:
    assert severities("IMG004", files(f"xe.jpg jpeg {size}")) == expected


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("a.JPEG", "jpeg", 0),
        ("a.jpg", "webp", 1),
        ("a.png", "png", 0),
        ("a.jfif", "jpeg", 1),
        ("a", "jpeg", 1),
    ],
)
def test_the_ending_fits_the_format(name: str, kind: str, expected: int) -> None:
    assert len(found("IMG006", photos(row(name)) + files(f"{name} {kind} 900x900"))) == expected


def test_one_picture_under_two_names() -> None:
    example = photos(row("a.jpg"), row("b.jpg"), row("c.jpg"))
    (item,) = found(
        "IMG011", example + files("a.jpg jpeg 900x900", "b.jpg jpeg 900x900", "c.jpg jpeg 900x901")
    )
    assert item.field == ("photos", 1, "file")
    assert "a.jpg" in item.message.vi


def test_a_portrait_is_checked_like_a_photo() -> None:
    missing = of_person("portrait: mau.jpg")
    assert sorted((item.code, item.field) for item in missing) == [
        ("IMG001", ("portrait",)),
        ("IMG007", ("portrait_alt",)),
        ("IMG008", ("portrait_credit",)),
    ]
    words = "portrait: mau.jpg\nportrait_alt: Anh Mẫu cười\nportrait_credit: Công đoàn"
    assert of_person(words, ("mau.jpg", picture("jpeg", "400x300"))) == []
    assert [item.code for item in of_person(words, ("mau.jpg", picture("jpeg", "399x300")))] == ["IMG004"]
    assert [item.code for item in of_person(words, ("mau.jpg", b"none"))] == ["IMG003"]
