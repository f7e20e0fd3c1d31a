"""Authors in a cell: several of them, with roles in brackets and shares, however they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from sangkien.diagnostics import Text
from sangkien.intake.cell_share import share_of
from sangkien.intake.cell_text import clean_text
from sangkien.intake.reading import Cell, Reading, doubt
from sangkien.text.folding import fold
from sangkien.text.names import usual_name

_PERCENT: Final = re.compile(r"[\s:–—-]*[(\[]?\s*(\d{1,3}(?:[.,]\d+)?)\s*%\s*[)\]]?")
_BRACKETS: Final = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_BULLET: Final = re.compile(r"^\s*(?:\d{1,2}\s*[.)/]|[-–+•*])\s*")
_INLINE_NUMBER: Final = re.compile(r"(?:^|\s)\d{1,2}[.)]\s+(?=\S)")
_LABEL: Final = re.compile(
    r"^(?:nhóm\s+)?(?:đồng\s+)?(?:tác\s+giả|chủ\s+nhiệm)\s*(?:chính|phụ)?\s*\d*\s*:\s*", re.I
)
_HONORIFIC: Final = re.compile(r"^(?:ông|bà|anh|chị|cô|chú|đ/c|đc|đ\.c|đồng chí)[.:]?\s+(?=\S+\s+\S)", re.I)
_DEGREE: Final = re.compile(r"^((?:(?:GS|PGS|TS|ThS|Ths|KS|BS|CN|CK1|CK2|DS|KTV|ĐD)\.\s*)+)")
_COLLECTIVE: Final = re.compile(
    r"^(?:tổ|nhóm|tập thể|phòng|ban|đội|phân xưởng|xưởng|khoa|bộ phận|công đoàn|trung tâm|chi đoàn)\s+\S",
    re.I,
)
_ROLE: Final = re.compile(
    r"^(?:trưởng|phó|tổ trưởng|tổ phó|nhân viên|công nhân|thợ|kỹ sư|kĩ sư|kỹ thuật|"
    r"giám đốc|quản đốc|đốc công|"
    r"chủ tịch|phó chủ tịch|ủy viên|giáo viên|bác sĩ|y sĩ|điều dưỡng|dược sĩ|"
    r"chuyên viên|kế toán|bảo trì|lái xe|"
    r"vận hành|cán bộ|hiệu trưởng|bí thư|đội trưởng|chuyền trưởng|ca trưởng|trưởng ca|tp\.|pgđ|gđ|nv)\b",
    re.I,
)
_FAMILIES: Final = frozenset(
    (
        *("nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang"),
        *("bui", "do", "ho", "ngo", "duong", "ly", "truong", "dinh", "mai", "dao"),
        *("lam", "ha", "cao", "luong", "luu", "trinh", "doan", "thai", "ta", "chau"),
        *("quach", "ton", "phung", "vuong", "la", "tang", "to", "kieu", "lai"),
    )
)
"""Family names, folded: most Vietnamese bear one of these."""
_NAME_WORD: Final = re.compile(r"^[^\W\d_][^\d_,;:/()]*$")
_MOST_WORDS: Final = 6
_LONGEST: Final = 150


@dataclass(frozen=True, slots=True)
class AuthorCell:
    """One author as a sheet names one: a person's ``name`` or a ``collective``. Never a consent."""

    name: str = ""
    collective: str = ""
    role: str = ""
    share: Decimal | None = None
    organisation: str = ""


def authors_of(cell: Cell) -> Reading[tuple[AuthorCell, ...]]:
    """All authors in order. Parts are told apart by line, semicolon, number, "và", and commas between names.

    A name all in capitals is made small with a doubt; shares that don't add up to 100 are left out with one.
    """
    read = people_of(cell)
    sound = with_sound_shares(read.value or ())
    return Reading(sound.value, tuple(dict.fromkeys(read.doubts + sound.doubts)))


def people_of(cell: Cell) -> Reading[tuple[AuthorCell, ...]]:
    """The same with the shares as they stand: the rest of a hundred may be in other cells."""
    read = clean_text(cell)
    text = _LABEL.sub("", read.value or "")
    doubts = read.doubts
    authors: list[AuthorCell] = []
    for part in _parts(text):
        one = _author(part)
        if one.value:
            authors.append(one.value)
        doubts += one.doubts
    return Reading(tuple(authors), tuple(dict.fromkeys(doubts)))


def with_sound_shares(authors: Sequence[AuthorCell]) -> Reading[tuple[AuthorCell, ...]]:
    """The authors, their shares only where all have one and they add up to 100."""
    shares = [author.share for author in authors if author.share is not None]
    if not shares:
        return Reading(tuple(authors))
    total = sum(shares, Decimal(0))
    if len(shares) == len(authors) and abs(total - 100) <= Decimal("0.01") * len(shares):
        return Reading(tuple(authors))
    given = ", ".join(f"{author.share:f}%" if author.share is not None else "?" for author in authors)
    return Reading(
        tuple(replace(author, share=None) for author in authors),
        doubt(
            f"tỷ lệ đóng góp ({given}) cộng lại không đủ 100% nên chưa ghi",
            f"the shares ({given}) don't add up to 100% and are left out",
        ),
    )


def _parts(text: str) -> Iterator[str]:
    for line in re.split(r"[\n;]+", text):
        pieces = _INLINE_NUMBER.split(f" {line}") if len(_INLINE_NUMBER.findall(f" {line}")) > 1 else [line]
        for piece in pieces:
            yield from _by_commas(_BULLET.sub("", piece).strip(" ,."))


def _by_commas(text: str) -> Iterator[str]:
    """Names between commas and "và"; what follows a name and is a role or a share stays with it."""
    kept = ""
    for piece in re.split(
        r"(?:,|\s&\s|\svà\s(?=[A-ZÀ-ỸĐ]|(?:ông|bà|anh|chị)\s+[A-ZÀ-ỸĐ]))(?![^()]*\))", text
    ):
        stripped = piece.strip()
        if not stripped:
            continue
        if kept and not _begins_author(stripped):
            kept = f"{kept}, {stripped}"
            continue
        if kept:
            yield kept
        kept = stripped
    if kept:
        yield kept


def _begins_author(text: str) -> bool:
    bare = _HONORIFIC.sub("", _BRACKETS.sub("", _PERCENT.sub("", text))).strip(" -–:")
    bare = re.split(r"\s[-–—]\s", bare)[0]
    if not bare or _ROLE.match(bare):
        return False
    words = bare.split()
    return bool(_COLLECTIVE.match(bare)) or (
        1 < len(words) <= _MOST_WORDS and all(word[0].isupper() for word in words)
    )


def _author(text: str) -> Reading[AuthorCell]:
    doubts: tuple[Text, ...] = ()
    share: Decimal | None = None
    if found := _PERCENT.search(text):
        read = share_of(f"{found[1]}%")
        share, doubts = read.value, read.doubts
        text = f"{text[: found.start()]} {text[found.end() :]}"
    roles = [inside.strip(" ,;") for inside in _BRACKETS.findall(text)]
    text = _BRACKETS.sub(" ", text)
    name, *more = re.split(r"\s[-–—]\s|\s*[:,–]\s*|\s{2,}|-(?=\s)", text.strip(" -–—:,"))
    roles = [role for role in (*roles, *(piece.strip(" -–—:,.") for piece in more)) if role]
    name = " ".join(_HONORIFIC.sub("", _LABEL.sub("", name.strip(" -–—:,.")).strip()).split())
    if degree := _DEGREE.match(name):
        name, roles = name[degree.end() :].strip(), [degree[1].strip(), *roles]
    if not name:
        return Reading(None, doubts)
    if len(name) > _LONGEST:
        return Reading(
            None, doubts + doubt(f"“{name[:60]}…” quá dài, không phải tên", f"“{name[:60]}…” is no name")
        )
    author = AuthorCell(role=", ".join(roles), share=share)
    if is_collective(name):
        return Reading(replace(author, collective=name), doubts)
    if _COLLECTIVE.match(name):
        doubts += doubt(f"“{name}” là tập thể hay một người?", f"is “{name}” a group or a person?")
    elif name == name.upper() and len(name.split()) > 1:
        name = usual_name(name)
        doubts += doubt(
            "tên tác giả gốc viết hoa toàn bộ, đã viết lại",
            "an author's name was all in capitals: see whether it is right",
        )
    if not _NAME_WORD.match(name) or not 1 < len(name.split()) <= _MOST_WORDS:
        doubts += doubt(f"“{name}” có phải là tên người không?", f"is “{name}” a person's name?")
    return Reading(replace(author, name=name), doubts)


def is_collective(name: str) -> bool:
    """Whether it names a group. A group with a person's name in it is a person: groups need no consent."""
    if not _COLLECTIVE.match(name):
        return False
    words = name.split()[1:]
    return not any(
        fold(one) in _FAMILIES and one[0].isupper() and other[0].isupper() for one, other in pairwise(words)
    )
