"""Whether a text names a person: in full, with or without tones, or as people call each other."""

from __future__ import annotations

import re
from functools import lru_cache

from sangkien.text.folding import fold

TITLE = (
    r"(?:anh|chị|ông|bà|cô|chú|bác|em|thầy|cậu|k[ỹĩ] sư|đồng chí|đ/c|tác giả|công nhân|bác s[ĩỹ]|tổ trưởng"
    r"|mr|ms|mrs)"
)
"""What people put before a given name."""


def is_named(text: str, name: str, others: tuple[str, ...] = ()) -> bool:
    """Whether a text names a person; a given name that a co-author bears too tells nothing."""
    full, called = _patterns(name)
    if full.search(fold(text)):
        return True
    called_by = given(name).casefold()
    if any(other and given(other).casefold() == called_by for other in others):
        return False
    return bool(called.search(text))


def given(name: str) -> str:
    """The last word of a name that isn't empty."""
    return name.rsplit(maxsplit=1)[-1]


@lru_cache(maxsize=64)
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The folded full name; an honorific with the given name, or with the last two words of the name."""
    words = name.split()
    own = re.escape(words[-1])
    middle = f"(?:{re.escape(words[-2])}\\s+)?" if len(words) > 1 else ""
    full = r"\s+".join(re.escape(part) for part in fold(name).split()) or r"(?!)"
    if len(words) == 1:
        full = r"(?!)"  # one word alone is as likely a common noun: it counts with an honorific only
    return re.compile(rf"(?<!\w){full}(?!\w)"), re.compile(rf"(?i:(?<!\w){TITLE})\s+{middle}{own}(?!\w)")
