"""The sections of a story: what the form of a report asks for, and which heading stands for which."""

from __future__ import annotations

import re
from functools import lru_cache

from sangkien.text.folding import fold

REQUIRED = ("Hoàn cảnh ra đời", "Giải pháp", "Hiệu quả", "Khả năng nhân rộng")
"""Headings of every story (design, section 2): the circumstances first, for they are what people tell."""

_NUMBER = re.compile(r"^(?:(?:[ivx]+|\d+(?:\.\d+)*|[a-d])[.):]\s*)?")
_FOLDED = tuple((fold(name), name) for name in REQUIRED)


@lru_cache(maxsize=1024)
def section_of(heading: str) -> str | None:
    """The required section that a heading opens: by its first words, whatever the tones, case or number."""
    words = _NUMBER.sub("", fold(heading))
    return next((name for folded, name in _FOLDED if words == folded or words.startswith(folded + " ")), None)
