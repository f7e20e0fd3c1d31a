"""The specimen: clean as a draft from the start, clean once it is filled, whatever the title."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest
from example_fair import BODY, FILES, SETTINGS
from hypothesis import given, settings
from hypothesis import strategies as st

from sangkien.check.fair import check_fair
from sangkien.diagnostics import Diagnostic, Language, Severity, UserError
from sangkien.intake.specimen import clean_title, next_free, specimen
from sangkien.model.initiative import Initiative, PublicReport, Withdrawal
from sangkien.model.scalars import is_slug
from sangkien.model.vocabulary import Vocabularies
from sangkien.source.document import read_document
from sangkien.source.load import load_vocabularies
from sangkien.source.tree import MemoryTree

LANGUAGES: tuple[Language, ...] = ("vi", "en")
GROUND = {path: text.encode() for path, text in FILES.items()}
VOCABULARIES = load_vocabularies(MemoryTree(GROUND), SETTINGS)[1]
FILLED = {
    "consent": "2022-04-28",
    "organisation": "cong-ty-mau",
    "sector": "co-khi",
    "solution": "ky-thuat",
    "place": "phu-mau",
}
HOSTILE = [
    "Máy cắt: bản 2 # thử",
    "\"Ngoặc\" và 'nháy'",
    "- Gạch đầu dòng",
    "--- xe",
    "Xe \U0001f6d2 đẩy \U0001f468\u200d\U0001f527",
    "Hai\r\ndòng\ttên\x00\x1b[31m",
    "Xe đa\u0302\u0309y",
    "C:\\xưởng\\máy",
    "{may: [mot]}",
    "*may &may !may %may @may `may",
    "true",
    "2022",
    "$title ${today} {title} %s",
    "Xe\u202e đảo\u200b",
    "Con",
    "Trang",
    "may " * 70,
]


def found(title: str, language: Language = "vi", text: str | None = None) -> tuple[Diagnostic, ...]:
    """What the check finds in the specimen, laid into an invented fair."""
    slug, made = specimen(title, SETTINGS, VOCABULARIES, language)
    path = f"initiatives/{slug}/index.md"
    found = check_fair(MemoryTree(GROUND | {path: (text or made).encode()}), SETTINGS).diagnostics
    return tuple(item for item in found if item.file == path)


def grave(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(item.code, item.message.en) for item in diagnostics if item.severity > Severity.NOTICE]


def filled(text: str) -> str:
    """The blanks filled as a person would, the status published; comments stay as they are."""
    front, body = text[4:].split("---\n", 1)
    for key, value in FILLED.items():
        front = re.sub(rf"^( *(?:- )?{key}:)$", rf"\1 {value}", front, flags=re.M)
    front = front.replace("status: draft", "status: published").replace("# published:", "published:")
    front = re.sub(r'"(?:\[điền|TODO)[^"\n]*"', "Nguyễn Văn Mẫu", front)
    assert body.count("## ") == 4
    return f"---\n{front}---\n{BODY}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("title", ["Xe đẩy hàng có phanh chân", *HOSTILE])
def test_clean_as_a_draft_and_clean_when_filled(title: str, language: Language) -> None:
    slug, text = specimen(title, SETTINGS, VOCABULARIES, language)
    assert is_slug(slug)
    assert grave(found(title, language)) == []
    assert grave(found(title, language, filled(text))) == []
    data = read_document("initiatives/x/index.md", "initiative", text.encode()).data
    assert data["title"] == clean_title(title)
    assert data["status"] == "draft"


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_title_is_quoted_right(title: str) -> None:
    wanted = clean_title(title)
    if not wanted:
        with pytest.raises(UserError):
            specimen(title, SETTINGS, VOCABULARIES)
        return
    slug, text = specimen(title, SETTINGS, VOCABULARIES)
    document = read_document("initiatives/x/index.md", "initiative", text.encode())
    assert document.faults == ()
    assert document.data["title"] == wanted
    assert not slug or is_slug(slug)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_blank_is_found(language: Language) -> None:
    text = specimen("Xe đẩy", SETTINGS, VOCABULARIES, language)[1]
    published = text.replace("status: draft", "status: published").replace("# published:", "published:")
    errors = {
        (item.code, item.field)
        for item in found("Xe đẩy", language, published)
        if item.severity is Severity.ERROR
    }
    author = ("authors", 0)
    assert errors == {
        ("TXT012", ("summary",)),
        ("TXT012", (*author, "name")),
        ("TXT012", (*author, "role")),
        ("TXT012", ("body",)),
        ("FLD003", (*author, "consent")),
        *(("FLD003", (key,)) for key in ("organisation", "sector", "solution", "place")),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_section_has_a_blank_of_its_own(language: Language) -> None:
    text = specimen("Xe đẩy", SETTINGS, VOCABULARIES, language)[1]
    for section in text.split("\n## ")[1:]:
        others = text.replace(section.split("\n", 1)[1], "\nViết rồi.\n")
        assert len(section.strip().splitlines()) == 3
        assert any(
            item.code == "TXT012" and item.field == ("body",) for item in found("Xe đẩy", language, others)
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_the_front_matter_is_explained(language: Language) -> None:
    hints = get_type_hints(Initiative, include_extras=True)
    records = [Initiative, PublicReport, Withdrawal]
    pending: list[Any] = list(hints.values())
    while pending:
        kind = pending.pop()
        if is_dataclass(kind) and kind.__module__ == Initiative.__module__:
            records.append(kind)  # type: ignore[arg-type]  # a class, not an instance
        pending += get_args(kind)
    keys = {item.name for record in records for item in fields(record)}
    text = specimen("Xe đẩy", SETTINGS, VOCABULARIES, language)[1]
    assert {
        key for key in keys if not re.search(rf"^[# {{-]*(?:consent: {{.*)?\b{key}:", text, re.M)
    } == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_optional_keys_work_when_their_mark_is_taken_off(language: Language) -> None:
    """Every commented key, uncommented at once, is one that the model knows."""
    text = specimen("Xe đẩy", SETTINGS, VOCABULARIES, language)[1]
    mark = re.compile(
        r"^( *)# ((?: *- |  )*(?!consent)[a-z_]+:( |$))"
    )  # other forms of consent: one is there
    lines = [mark.sub(r"\1\2", line) for line in text.splitlines()]
    document = read_document("initiatives/x/index.md", "initiative", "\n".join(lines).encode())
    assert document.faults == ()
    codes = {
        item.code for item in found("Xe đẩy", language, "\n".join(lines)) if item.severity is Severity.ERROR
    }
    assert "FLD002" not in codes
    assert set(document.data) == {item.name for item in fields(Initiative)}


def test_ids_are_offered_with_their_names() -> None:
    text = specimen("Xe đẩy", SETTINGS, VOCABULARIES)[1]
    assert "#   co-khi  (Cơ khí)\nsector:\n" in text
    assert "content/vocabulary/organisations.yml" in text


def test_a_fair_without_the_optional_vocabularies() -> None:
    few = Vocabularies({name: VOCABULARIES[name] for name in ("sectors", "organisations")})
    text = specimen("Xe đẩy", SETTINGS, few)[1]
    assert "\n# solution:\n" in text
    assert "\n# place:\n" in text
    assert "hội thi không có content/vocabulary/places.yml" in text


def test_titles_that_are_none() -> None:
    for title in ("", " \t\n", "\u200b\u202e", "\udcff"):
        with pytest.raises(UserError):
            specimen(title, SETTINGS, VOCABULARIES)
    with pytest.raises(UserError) as caught:
        specimen("dài " * 80, SETTINGS, VOCABULARIES)
    assert "319" in caught.value.text.vi
    assert specimen("\U0001f6d2 字", SETTINGS, VOCABULARIES)[0] == ""


def test_reserved_names_get_a_word_before_them() -> None:
    assert [specimen(title, SETTINGS, VOCABULARIES)[0] for title in ("Con", "Trang", "LPT1", "Con dao")] == [
        "sang-kien-con",
        "sang-kien-trang",
        "sang-kien-lpt1",
        "con-dao",
    ]


def test_next_free() -> None:
    assert next_free("xe", []) == "xe"
    assert next_free("xe", ["Xe", "xe-2", "xe-4"]) == "xe-3"
    long = "a" * 88 + "-b"
    assert next_free(long, [long]) == "a" * 88 + "-2"
    assert len(next_free("a" * 90, ["a" * 90])) == 90
