"""The search's index in a preview: made when it is first asked for, then mended from save to save."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from threading import Lock

from sangkien.search.core import Sizes, with_size
from sangkien.search.patch import UnexpectedError, patched
from sangkien.search.plan import SearchPlan, target_of
from sangkien.search.postings import Postings
from sangkien.targets.pages import PagePlan
from sangkien.targets.target import Target

_ROWS = {"c": "card", "p": "line", "u": "line"}
"""Section of the files that are made one by one, as they are asked for."""


class LiveIndex:
    """The index of one public catalogue. ``earlier``: that of the catalogue before, where there was one."""

    def __init__(self, pages: Callable[[], PagePlan], earlier: LiveIndex | None = None) -> None:
        self._pages, self._lock = pages, Lock()
        self._words: dict[str, str] = {}
        self._earlier: LiveIndex | None = earlier if earlier is None or earlier._words else earlier._earlier

    @cached_property
    def _plan(self) -> SearchPlan:
        return SearchPlan(self._pages())

    def target(self, name: str) -> Target | None:
        """The target of a file of the index; None where a build would make none."""
        with self._lock:
            kind, dash, number = name.partition("-")
            if kind in _ROWS and dash and number.isascii() and number.isdecimal():
                keys = self._plan.sections()[_ROWS[kind]]
                return next(self._plan.section(_ROWS[kind], (name,))) if name in keys else None
            if not self._words:
                self._words, self._earlier = self._mended() or self._whole(), None
            return target_of(name, self._words[name]) if name in self._words else self._rest.get(name)

    def _mended(self) -> dict[str, str] | None:
        before = self._earlier
        if before is None:
            return None
        try:
            changed = patched(before._plan.numbers, self._plan, before._plan.terms, before._words.get).files
        except UnexpectedError:
            return None
        return {name: text for name, text in (before._words | changed).items() if text}

    def _whole(self) -> dict[str, str]:
        postings = Postings()
        if total := len(self._plan.catalogue.stories):
            postings.take(self._plan.gather(range(total)))
        return dict(self._plan.word_files(postings))

    @cached_property
    def _rest(self) -> Mapping[str, Target]:
        """Facets and core, by name."""
        sizes: dict[str, Sizes] = {}
        for name, text in self._words.items():
            with_size(sizes, name, len(text.encode()))
        core = self._plan.core(sizes, self._words)
        return {
            target.path.rpartition("/")[2].removesuffix(".js"): target
            for target in (*self._plan.facets(), core)
        }
