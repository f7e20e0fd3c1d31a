"""A unit, sector or place as somebody typed it → its id in the vocabulary, or the nearest as a proposal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sangkien.intake.reading import Reading, doubt
from sangkien.model.vocabulary import Entry, Vocabularies
from sangkien.text.folding import fold
from sangkien.text.similarity import closest

_SHORT_FORMS: Final = {
    "cty": "cong ty",
    "cp": "co phan",
    "tp": "thanh pho",
    "tx": "thi xa",
    "h": "huyen",
    "q": "quan",
    "cn": "chi nhanh",
    "xn": "xi nghiep",
    "nm": "nha may",
    "bv": "benh vien",
    "tt": "trung tam",
    "tphcm": "thanh pho ho chi minh",
    "th": "tieu hoc",
    "ttyt": "trung tam y te",
    "ubnd": "uy ban nhan dan",
    "ldld": "lien doan lao dong",
    "cdcs": "cong doan co so",
}
"""As they are written all over the country; the fair's own stand in its vocabularies as ``short``."""
_KINDS: Final = re.compile(
    r"^(?:(?:cong ty|tnhh|mtv|mot thanh vien|co phan|trach nhiem huu han|thanh pho|"
    r"thi xa|huyen|quan|xa|phuong|tinh) )+"
)
_CUTOFF: Final = 0.6
_LEAST: Final = 2


@dataclass(frozen=True, slots=True, order=True)
class Missing:
    """A name that no entry has: ``near`` is the id of the nearest, empty where nothing is."""

    vocabulary: str
    name: str
    near: str = ""


def plain_name(name: str) -> str:
    """A name as it is compared: folded, words alone, short forms written out."""
    words = re.findall(r"[a-z0-9]+", fold(name))
    return " ".join(_SHORT_FORMS.get(word, word) for word in words)


class Lookup:
    """The vocabularies of a fair as people write their names. Made once for an import."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies
        self._names: dict[str, dict[str, str]] = {}
        self._bare: dict[str, dict[str, set[str]]] = {}

    def has(self, vocabulary: str) -> bool:
        """Whether the fair has any entry of it."""
        return bool(self._vocabularies.names(vocabulary))

    def find(self, text: str, vocabulary: str) -> tuple[Reading[str], Missing | None]:
        """The id: by id, name or short name, short forms written out; or by the name without its kind.

        Else no value: a doubt that names the nearest known, and what is missing.
        """
        if not text:
            return Reading(), None
        names, bare = self._index(vocabulary)
        wanted = plain_name(text)
        if wanted in names:
            return Reading(names[wanted]), None
        alike = bare.get(_KINDS.sub("", wanted), set())
        if len(alike) == 1:
            return Reading(next(iter(alike))), None
        near = _nearest(wanted, names)
        known = f"{near} ({self._vocabularies.names(vocabulary)[near].name})" if near else ""
        found = doubt(
            f"“{text}” chưa có trong danh mục {vocabulary}" + (f"; gần nhất: {known}" if near else ""),
            f"“{text}” is not in the vocabulary {vocabulary}" + (f"; the nearest: {known}" if near else ""),
        )
        return Reading(None, found), Missing(vocabulary, text, near or "")

    def _index(self, vocabulary: str) -> tuple[dict[str, str], dict[str, set[str]]]:
        if vocabulary not in self._names:
            entries = tuple(self._vocabularies.names(vocabulary).values())
            names = {plain_name(name): entry.id for entry in reversed(entries) for name in _names(entry)}
            bare: dict[str, set[str]] = {}
            for name, key in names.items():
                bare.setdefault(_KINDS.sub("", name), set()).add(key)
            bare.pop("", None)
            self._names[vocabulary], self._bare[vocabulary] = names, bare
        return self._names[vocabulary], self._bare[vocabulary]


def _names(entry: Entry) -> tuple[str, ...]:
    return (entry.short or entry.name, entry.name, entry.id.replace("-", " "))


def _nearest(wanted: str, names: Mapping[str, str]) -> str | None:
    near = closest(wanted, names, _CUTOFF)
    if near:
        return names[near]
    bare = set(_KINDS.sub("", wanted).split())
    shared = {name: len(bare & set(_KINDS.sub("", name).split())) for name in names}
    best = max(sorted(shared), key=lambda name: shared[name], default=None)
    return names[best] if best is not None and shared[best] >= min(_LEAST, len(bare)) and bare else None
