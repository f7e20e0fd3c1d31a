"""TXT: encodings, letters, sections and style, beyond the examples of the manual."""

from __future__ import annotations

from typing import Any

import pytest
from example_fair import BODY, SETTINGS, SLUG, fair, found
from hypothesis import given
from hypothesis import strategies as st

from sangkien.check.documents import check_document
from sangkien.diagnostics import Diagnostic, Severity
from sangkien.markup.outline import outline
from sangkien.rules.passages import MOST
from sangkien.rules.registry import RULES
from sangkien.rules.rule import Context
from sangkien.rules.sections import section_of
from sangkien.source.document import Document

INDEX = f"initiatives/{SLUG}/index.md"
CONTEXT = Context(SETTINGS)
MINE = tuple(rule for rule in RULES if rule.code[:3] in ("TXT", "IMG", "LNK", "PRV"))
DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)
KEYS = st.sampled_from(
    [
        "title",
        "summary",
        "authors",
        "photos",
        "status",
        "press",
        "videos",
        "featured",
        "replication",
        "confidential",
        "aliases",
        "tags",
        "name",
        "portrait",
        "portrait_alt",
        "citation",
        "consent",
        "file",
        "alt",
        "credit",
        "url",
        "withdrawn",
        "basis",
        "contact",
    ]
)
FRONT = st.dictionaries(
    KEYS, DATA | st.dictionaries(KEYS, DATA) | st.lists(st.dictionaries(KEYS, DATA)), max_size=6
)


def yaml(text: str) -> str:
    return f"```yaml\n{text}\n```\n"


def story(text: str) -> str:
    return f"```markdown\n{text}\n```\n"


def first(text: str) -> str:
    """The specimen's story with a paragraph in front of its own first one."""
    return story(BODY.replace("Mỗi ca", f"{text}\n\nMỗi ca", 1).rstrip("\n"))


def mend(example: str, code: str) -> str:
    """The specimen's file after every fix of a rule is applied."""
    text = fair(example)[INDEX].decode()
    for item in sorted(found(code, example), key=lambda item: item.span.start, reverse=True):
        assert item.fix is not None
        text = text[: item.fix.start] + item.fix.replacement + text[item.fix.end :]
    return text


@given(
    DATA | FRONT,
    st.text(max_size=200),
    st.sampled_from(["initiative", "person", "vocabulary", "programme", "page"]),
)
def test_no_rule_raises_on_any_data(data: Any, body: str, kind: Any) -> None:
    text = f"---\nx\n---\n{body}"
    document = Document(
        f"initiatives/{SLUG}/index.md", kind, text, "x\n", 4, data, body, 10, folder=("a.jpg",)
    )
    for item in check_document(document, CONTEXT, MINE):
        assert item.message.vi
        assert item.message.en


@given(st.text(alphabet="[]()!<>`\\\"'# \n=:/.-abgiải…XĐ0123456789", max_size=200))
def test_no_rule_raises_on_any_story(body: str) -> None:
    document = Document(INDEX, "initiative", body, data={"status": "published"}, body=body)
    check_document(document, CONTEXT, MINE)


@pytest.mark.parametrize(
    ("code", "bad"),
    [
        ("TXT001", yaml("title: Saùng kieán cuûa ngöôøi lao ñoäng")),
        ("TXT001", first("S¸ng kiÕn cña ng­êi lao ®éng ®­îc ¸p dông.")),
        ("TXT002", yaml("tags: [{U+0061}{U+0301}o]")),
        ("TXT002", first("Xe đâ{U+0309}y.")),
        ("TXT003", yaml("title: Xe đẩу hàng")),
        ("TXT003", first("Ｘe đẩy.")),
        ("TXT004", yaml('title: "Xe\\u200bđẩy"')),
        ("TXT004", first("Xe đẩy{U+202E} hàng.")),
        ("TXT004", first("Xe{U+00AD}đẩy hàng.")),
        (
            "TXT006",
            story(BODY.replace("Xưởng nào có máy hàn cũng làm được trong một buổi.", "<!-- chưa -->")),
        ),
        (
            "TXT006",
            story(BODY.replace("Hàng đến nơi", "Hết.\n\n## Trống\n\n### Mục con\n\n---\n\n## Khác\n\nHàng")),
        ),
        ("TXT007", story(BODY + "\n# Lời kết\n\nHết.")),
        ("TXT007", story(BODY + "\nLời kết\n=======\n\nHết.")),
        ("TXT010", first("một<br>hai")),
        ("TXT010", first("<!-- ghi chú -->")),
        ("TXT010", first('<script src="x"></script>')),
        ("TXT011", yaml("title: Xe đẩy hàng;")),
        ("TXT012", yaml("summary: …")),
        ("TXT012", yaml('summary: "..."')),
        ("TXT012", first("TODO: viết tiếp")),
        ("TXT012", first("Tiết kiệm [điền số] đồng.")),
        ("TXT012", first("Tiết kiệm ............ đồng.")),
        ("TXT012", first("- …")),
        ("TXT012", first("Ông XXX làm.")),
    ],
)
def test_fires(code: str, bad: str) -> None:
    assert len(found(code, bad)) == 1


@pytest.mark.parametrize(
    ("code", "good"),
    [
        ("TXT001", first("Nhiệt độ 30°C, café, Lock® và «Mẫu».")),
        ("TXT003", first("Работа là tiếng Nga, giá 50.000₫.")),
        ("TXT004", first("Vui 👩‍🔧.")),
        ("TXT006", story(BODY.replace("Xưởng nào có máy hàn", "### Nhỏ\n\n- Xưởng"))),
        ("TXT007", first("~~~\n# ghi chú trong mã\n~~~")),
        ("TXT008", yaml("title: XE ATV")),
        ("TXT008", yaml("title: Máy CNC cho CNVCLĐ TP. HCM")),
        ("TXT010", first("Nhấn <Enter>, rồi `<b>`; 2 < 3 > 1.")),
        ("TXT011", yaml("title: Xe đẩy hàng…")),
        ("TXT011", yaml("title: Xe đẩy hàng của Công ty Mẫu ở TP.")),
        ("TXT012", first("Anh cười… rồi làm tiếp...")),
        ("TXT013", yaml("authors: [{name: NVA, consent: 2022-04-28}, {collective: TỔ BẢO TRÌ}]")),
        ("TXT012", first("Xem [số 2](https://example.org/2) và khóa XXX.")),
    ],
)
def test_is_silent(code: str, good: str) -> None:
    assert found(code, good) == []


@pytest.mark.parametrize(
    ("code", "bad", "mended"),
    [
        ("TXT002", yaml("title: Xe đâ{U+0309}y hàng"), "title: Xe đẩy hàng\n"),
        ("TXT003", yaml("title: Ðẩу hàng"), "title: Đẩy hàng\n"),
        ("TXT004", first("Xe{U+200B} đẩy{U+200B}{U+FEFF} hàng."), "\nXe đẩy hàng.\n"),
        ("TXT007", story(BODY + "\n# Lời kết\n\nHết."), "\n## Lời kết\n"),
        ("TXT011", yaml('title: "Xe đẩy hàng."'), 'title: "Xe đẩy hàng"\n'),
        (
            "TXT013",
            yaml('authors: [{name: "LÊ VĂN Đ", consent: 2022-04-28}]'),
            "authors: [{name: Lê Văn Đ, consent: 2022-04-28}]\n",
        ),
    ],
)
def test_mends_only_what_is_wrong(code: str, bad: str, mended: str) -> None:
    text = mend(bad, code)
    assert mended in text
    before = fair(bad)[INDEX].decode()
    assert len([line for line in text.split("\n") if line not in before.split("\n")]) == 1


def test_direction_marks_are_an_error_and_the_story_may_be_held() -> None:
    (item,) = found("TXT004", first("Xe {U+202E}đẩy."))
    assert (item.severity, item.field, item.touches_visibility) == (Severity.ERROR, ("body",), False)
    (item,) = found("TXT004", first("Xe {U+200B}đẩy."))
    assert item.severity is Severity.WARNING


def test_an_escaped_character_is_found_and_not_mended() -> None:
    (item,) = found("TXT004", yaml('title: "Xe\\u202eđẩy"'))
    assert item.field == ("title",)
    assert item.fix is None


def test_a_name_that_may_be_written_otherwise_is_not_mended() -> None:
    (item,) = found("TXT013", yaml("authors: [{name: H'HEN NIÊ, consent: 2022-04-28}]"))
    assert (item.fix, "“H'Hen Niê”" in item.message.vi) == (None, True)


def test_a_hostile_number_of_faults_is_cut_short() -> None:
    body = "Xe\u200b đẩy.\n" * 50_000
    document = Document(INDEX, "initiative", body, data={"status": "published"}, body=body)
    assert len([item for item in check_document(document, CONTEXT, MINE) if item.code == "TXT004"]) == MOST


def test_says_what_the_old_letters_read() -> None:
    (item,) = found("TXT001", yaml("summary: S¸ng kiÕn cña ng­êi lao ®éng."))
    assert "Sáng kiến của người lao động" in item.help.vi
    assert "TCVN3" in item.message.en


def missing(example: str) -> list[tuple[str, Severity]]:
    return [(item.message.en, item.severity) for item in found("TXT005", example)]


def test_missing_sections_and_a_near_heading() -> None:
    near = story(BODY.replace("## Khả năng nhân rộng", "## Khả năng nhận rộn"))
    assert missing(near) == [
        (
            "The story has no section “Khả năng nhân rộng”. Is it the heading “Khả năng nhận rộn”?",
            Severity.WARNING,
        )
    ]
    assert len(missing(story("Chỉ một đoạn."))) == 4


@pytest.mark.parametrize(
    "front",
    [
        "confidential: true",
        "status: withdrawn",
        "authors:\n  - {name: A B, consent: {basis: public-report, publisher: Công đoàn}}",
    ],
)
def test_who_needs_no_sections(front: str) -> None:
    assert missing(yaml(front) + story("Ngắn.")) == []


def test_a_draft_gets_notices_only() -> None:
    draft = yaml("status: draft\nsummary: …") + story("Ngắn.")
    items: list[Diagnostic] = found("TXT", draft)
    assert {item.code for item in items} == {"TXT005", "TXT009", "TXT012"}
    assert {item.severity for item in items} == {Severity.NOTICE}


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Giải pháp", "Giải pháp"),
        ("GIAI PHAP THỰC HIỆN", "Giải pháp"),
        ("2. Giải pháp", "Giải pháp"),
        ("II) Giải pháp", "Giải pháp"),
        ("Hiệu quả kinh tế", "Hiệu quả"),
        ("Hiệu quảng cáo", None),
        ("Lời kết", None),
    ],
)
def test_which_heading_stands_for_which_section(heading: str, section: str | None) -> None:
    assert section_of(heading) == section


def test_the_specimen_has_four_sections() -> None:
    assert [section.title for section in outline(BODY).sections] == [
        "Hoàn cảnh ra đời",
        "Giải pháp",
        "Hiệu quả",
        "Khả năng nhân rộng",
    ]
