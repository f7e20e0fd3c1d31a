"""Whether a new draft may be one that stands: same authors, same unit, nearly the same text or title."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sangkien.diagnostics import Text
from sangkien.intake.entry import Entry
from sangkien.intake.standing import sections_in
from sangkien.source.document import Document
from sangkien.text.folding import fold, syllables
from sangkien.text.similarity import closest, likeness, shingles

_NEAR: Final = 0.8
"""Likeness of texts, less than what ``CAT006`` reports: here authors and unit are the same too."""

_Who = tuple[str, frozenset[str]]


class Twins:
    """Initiatives that stand and that no row of the import is, by unit and authors."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._by_who: dict[_Who, list[Document]] = {}
        self._shingles: dict[str, frozenset[int]] = {}
        for document in documents:
            data = document.data if isinstance(document.data, dict) else {}
            who = _who(data.get("organisation"), data.get("authors"))
            if who[1] and data.get("sample") != "true":
                self._by_who.setdefault(who, []).append(document)

    def of(self, entry: Entry) -> str:
        """The slug of the one that the entry most likely is; empty where none is near."""
        values = {name: value.data for name, value in entry.values.items()}
        there = self._by_who.get(_who(values.get("organisation"), values.get("authors")), [])
        text = "\n".join(entry.sections.values()).strip() or str(values.get("summary") or "")
        own = shingles(text) if there else frozenset()
        near = {document.slug: likeness(own, self._shingles_of(document)) for document in there}
        best = max(near, key=lambda slug: near[slug], default="")
        if best and near[best] >= _NEAR:
            return best
        titles = {str(document.data.get("title") or ""): document.slug for document in reversed(there)}
        words = set(syllables(entry.title))
        alike = [title for title in titles if 2 * len(words & set(syllables(title))) >= len(words)]
        return titles.get(closest(entry.title, alike) or "", "")

    def _shingles_of(self, document: Document) -> frozenset[int]:
        if document.slug not in self._shingles:
            self._shingles[document.slug] = shingles(_text(document))
        return self._shingles[document.slug]


def said_twin(slug: str, folder: str) -> Text:
    """The doubt that a new draft bears. ``folder``: where initiatives lie."""
    place = f"{folder}/{slug}"
    return Text(
        f"có thể là {place} (cùng tác giả, cùng đơn vị, tên hoặc nội dung gần giống): nếu đúng thì "
        "sửa bài ấy rồi xóa thư mục này",
        f"may be {place} (same authors and unit, title or text nearly the same): if so, mend that one and "
        "delete this folder",
    )


def _who(unit: Any, authors: Any) -> _Who:
    rows = [row for row in authors if isinstance(row, dict)] if isinstance(authors, list) else []
    names = frozenset(fold(str(row.get("name") or row.get("collective") or "")) for row in rows)
    return (unit if isinstance(unit, str) else "", names - {""})


def _text(document: Document) -> str:
    sections = "\n".join(text for _, _, text in sections_in(document.body).values()).strip()
    return sections or str(document.data.get("summary") or "")
