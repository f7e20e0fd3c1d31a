"""Private details in the texts of a document, for the rules that refuse them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sangkien.diagnostics import Path, Severity
from sangkien.rules.passages import MOST, Passage, details, finding_at, passages
from sangkien.rules.raw import mapping, word
from sangkien.rules.rule import Finding
from sangkien.source.document import Document
from sangkien.text.folding import is_nfc
from sangkien.text.plain import PLAIN, byte_set, plain_bytes
from sangkien.text.private import PrivateKind

_NUMBERS = frozenset({"vnd_per_year", "cost_vnd", "share", "rank", "year"})
_MARKS = frozenset({"url", "code", "file", "decision", "portrait", "aliases", "person", "organisation"})
_LONG_NUMBER = re.compile(r"[0-9](?:[ ./()\u00a0\u2010-\u2013-]{0,3}[0-9]){6,}")
_HARMLESS = re.compile(
    r"(?:19|20)\d\d-\d\d-\d\d(?: \d\d?)?|\d\d?[./-]\d\d?[./-](?:19|20)\d\d|(?:19|20)\d\d-\d{4}"
)
_SUMS = ("vnd_per_year: ", "cost_vnd: ")
_BIRTHS = (b"sinh", b"born", b"birth", b"dob")
_BIRTH = re.compile(
    r"(?:sinh|Sinh|SINH|born|Born|birth|Birth|BIRTH|dob|Dob|DOB)[^\d\n]{0,30}\d{1,2}[ ]?(?:[./-]|tháng)"
)
_STREET = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_HOUSE = re.compile(
    r"[0-9][0-9A-Za-z/-]{0,24},?[ \u00a0]+"
    rf"(?:[đĐ](?:ường|\.)|[pP]hố|[nN]g(?:õ|ách)|[hH]ẻm|[kK]iệt|[{_STREET}])"
)
# In plain bytes with "0" for every digit: what may be one of these begins there.
_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_LONG_IN_BYTES = re.compile(rb"0(?:[ ./()%s-]{0,3}0){6,}" % byte_set("–"))
_HOUSE_IN_BYTES = re.compile(
    rb"0[0A-Za-z/-]{0,24},? +[%s]" % byte_set(re.findall(f"[đĐpPnNhHkK{_STREET}]", PLAIN))
)
OFFICES: tuple[Path, ...] = (("replication", "contact"), ("contact",))
"""Where an office may give its telephone; beside them ``contact`` of a vocabulary's entry."""
PUBLIC_PLACE = "venue"
"""Whose house number and street may be told: everybody is asked to come there."""


def private(document: Document, kind: PrivateKind) -> Iterator[Finding]:
    """Each detail of a kind in texts that are shown.

    ``{detail}`` is masked, so that reports don't spread it.
    """
    if not may_be_private(document.text) and "\\" not in document.front and document.text:
        return
    status = word(mapping(document.data).get("status"))
    hidden = document.kind in ("initiative", "event") and status in ("draft", "withdrawn")
    for passage in passages(document):
        if _is_number_or_mark(passage.path):
            continue
        for detail in details(passage.text)[:MOST]:
            text = passage.text[detail.offset : detail.offset + detail.length]
            if detail.kind == kind and not _may_stand(kind, passage, text):
                finding = finding_at(document, passage, detail.offset, detail.length, detail=masked(text))
                yield finding._replace(severity=Severity.NOTICE if hidden else None)


@lru_cache(maxsize=4)
def may_be_private(text: str) -> bool:
    """Whether a file is worth a closer look: a long number that is no date nor sum, a house, a birth."""
    plain = plain_bytes(text)
    if plain is None and not is_nfc(text):
        return True
    zeros = None if plain is None else plain.translate(_ZEROS)
    numbers = _LONG_NUMBER.finditer(text) if zeros is None else _LONG_IN_BYTES.finditer(zeros)
    if any(_is_telling(text, number.start(), number.end()) for number in numbers):
        return True
    if _may_tell_a_birth(text, plain) and _BIRTH.search(text):
        return True
    if zeros is None:
        return any(_details_around(text, match) for match in _HOUSE.finditer(text))
    houses = (_HOUSE.match(text, match.start()) for match in _HOUSE_IN_BYTES.finditer(zeros))
    return any(_details_around(text, match) for match in houses if match)


def _is_telling(text: str, start: int, end: int) -> bool:
    """Whether seven digits or more are neither a date nor a sum; seven alone tell only behind a letter."""
    number = text[start:end]
    if number[:7].isdecimal() and text[start - 1 : start].isalpha() and text[start - 1 : start].isascii():
        return True
    if _HARMLESS.fullmatch(number) or text.endswith(_SUMS, 0, start):
        return False
    return sum(character.isdecimal() for character in number) > 7


def _may_tell_a_birth(text: str, plain: bytes | None) -> bool:
    """The plain search for a word costs a fraction of the pattern behind it."""
    if plain is None:
        return True
    lower = plain.lower()
    return any(word in lower for word in _BIRTHS)


def _details_around(text: str, match: re.Match[str]) -> bool:
    """Whether there is a detail in the line of a match."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    return bool(details(text[start : end if end >= 0 else len(text)]))


def masked(text: str) -> str:
    """Enough of a detail to find it again, not enough to use it: ``0912…``."""
    line = " ".join(text.split())
    return line[: max(2, len(line) // 3)].rstrip(" .-") + "…"


def _is_number_or_mark(path: Path) -> bool:
    names: set[Any] = set(path)
    return bool(names & _NUMBERS) or bool(names & _MARKS)


def _may_stand(kind: PrivateKind, passage: Passage, text: str) -> bool:
    """The address of a venue; a landline (02…) under ``contact``: a mobile is always somebody's own."""
    if kind == "address":
        return passage.path[:1] == (PUBLIC_PLACE,)
    entry = passage.path[1:] == ("contact",) and isinstance(passage.path[0], int)
    if kind != "telephone" or not (entry or passage.path in OFFICES):
        return False
    digits = "".join(character for character in text if character.isdecimal())
    for prefix in ("0084", "84"):
        digits = digits.removeprefix(prefix) if len(digits) > 10 else digits
    return digits.lstrip("0").startswith("2")
