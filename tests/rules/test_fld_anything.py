"""FLD: nothing that can stand in a file raises, and no fault hides another."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from example_fair import SETTINGS, SLUG, fair
from field_findings import INDEX, of
from hypothesis import given
from hypothesis import strategies as st

from sangkien.check.documents import check_document
from sangkien.check.fair import lay_ground
from sangkien.model.typing import INITIATIVE, KNOWN_KEYS, PERSON, PROGRAMME, typed
from sangkien.source.document import Document
from sangkien.source.load import load_initiative
from sangkien.source.tree import MemoryTree


def test_a_gloriously_bad_file() -> None:
    """All that one front matter can hold of faults at once, each with its own code, none hiding another."""
    bad = """title: [a, b]
sumary: a
authors:
  - name: Nguyễn Văn Mẫu
    collective: Tổ 2
    person: khong-co
    organisation: cong-ty-mou
    share: 60
    consent: 2022-13-40
  - name: Trần Thị Thử
    share: 50
    consent: 2099-01-01
organisation: Công ty Mẫu
place: phu-mau #2
status: Published
published: 2022-05-01 08:00
applied: 2021-01-01
recognition: [{year: 2022, date: 2020-01-01}]
benefit: {vnd_per_year: 120.000}
tags: [a, A]
videos:
  - {url: https://example.org/a, title: DAI}
""".replace("DAI", "a" * 301)
    items = of(bad, "summary solution")
    only_elsewhere = {"FLD012", "FLD021"}  # there is a date of publication; and this is no vocabulary
    assert {item.code for item in items} == {f"FLD{n:03d}" for n in range(1, 23)} - only_elsewhere
    assert all(item.span.line > 1 for item in items)


TREE = MemoryTree(fair(""))
CONTEXT = replace(lay_ground(TREE, SETTINGS).context, people=frozenset({"a-b"}))
SPECIMEN: dict[str, Any] = load_initiative(TREE, SETTINGS, SLUG).data
WORDS = st.sampled_from(
    ["", " ", "2022-05-01", "2022-02-30", "100", "a-b", "0", "published", "public-report", "co-khi"]
)
KEYS = st.sampled_from(
    ["name", "consent", "date", "share", "award", "organisation", "kinds", "basis", "id", "phase", "file"]
)
DATA = st.recursive(
    WORDS | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.sampled_from(KNOWN_KEYS["initiative"]), DATA)
def test_nothing_in_a_fields_place_raises(key: str, value: Any) -> None:
    data = SPECIMEN | {key: value}
    record, faults = typed(INITIATIVE, data)
    check_document(Document(INDEX, "initiative", data=data, record=record, faults=faults), CONTEXT)


@given(DATA)
def test_nothing_in_a_whole_files_place_raises(data: Any) -> None:
    for path, kind, adapter in (
        ("content/people/a.md", "person", PERSON),
        ("content/programme.yml", "programme", PROGRAMME),
        ("content/vocabulary/organisations.yml", "vocabulary", PROGRAMME),
    ):
        record, faults = typed(adapter, data)
        check_document(Document(path, kind, data=data, record=record, faults=faults), CONTEXT)  # type: ignore[arg-type]  # one of Kind
