"""Costly work that gives the same from the same, done once in a test process: most tests build a small fair.

Packing the typeface, compiling the theme's templates and listing Material's ten thousand icons take most of a
small clean build. Nothing else is kept: a build under test finds none of what an earlier one left on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import chain
from typing import Any

import pytest
from jinja2 import FileSystemLoader

from sangkien.targets.templates import Templates
from sangkien.typeface import subset

Compile = Callable[..., Any]
Listing = Callable[[FileSystemLoader], list[str]]


@contextmanager
def done_once() -> Iterator[None]:
    """Typefaces are packed and templates compiled once for the same input, for as long as this lasts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subset, "woff2", cache(subset.woff2))
        patch.setattr(subset, "measures", cache(subset.measures))
        patch.setattr(Templates, "compile", _compiled_once(Templates.compile))
        patch.setattr(FileSystemLoader, "list_templates", _listed_once(FileSystemLoader.list_templates))
        yield


def _listed_once(list_them: Listing) -> Listing:
    """Of installed packages alone: a fair's own theme may have changed since."""

    def below(place: str) -> list[str]:
        return list_them(FileSystemLoader(place))

    installed = cache(below)

    def listed(self: FileSystemLoader) -> list[str]:
        found = ((installed if "site-packages" in place else below)(place) for place in self.searchpath)
        return sorted({*chain.from_iterable(found)})

    return listed


def _compiled_once(compile_it: Compile) -> Compile:
    """By the source, the name and all that is folded into a template."""
    known: dict[object, Any] = {}

    def compiled(self: Templates, source: str, name: str | None = None, *rest: Any, **more: Any) -> Any:
        words, values = self._fold._words, self._fold._values  # all that is folded in
        key = (source, name, tuple(words.texts.items()), repr(values))
        if key not in known:
            known[key] = compile_it(self, source, name, *rest, **more)
        return known[key]

    return compiled
