"""Private details that a story must not give away: telephone, identity number, address, birth date.

Law 91/2025/QH15 and Decree 356/2025 protect them. What is found is what people really write; what
only looks alike (money, decisions, codes, dates, a street without a house number) is passed over.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final, Literal, NamedTuple

from sangkien.text.addresses import addresses

PrivateKind = Literal["telephone", "identity-number", "address", "birth-date"]


class PrivateDetail(NamedTuple):
    """A private detail: ``s[offset : offset + length]``."""

    offset: int
    length: int
    kind: PrivateKind


_GAP: Final = "[ .\u00a0\u2010-\u2013-]"
_END: Final = r"(?![\w%]|[.,/:-]\d|\.[a-z]{2,4}\b)"
_START: Final = r"(?<![\w+])(?<![\w)][./,-])(?<!\d:)"
_TELEPHONE: Final = re.compile(
    rf"{_START}"
    rf"(?:\(?\+{_GAP}?84\)?|\(?0084\)?|\(84\)|84(?=[2-9]\d{{8}})|\(?(?=0\d))"
    rf"(?:{_GAP}?\(?0(?=\d|\)))?(?:{_GAP}?\)?\(?\d\)?{_GAP}?){{8,10}}\d{_END}"
)
_IDENTITY: Final = re.compile(
    rf"{_START}(?:\d{{9}}(?:\d{{3}})?|\d{{3}}(?:([ .])\d{{3}})(?:\1\d{{3}}){{1,2}}){_END}"
)
_TRUNK: Final = re.compile("^(?:(?:00)?840?|0)")
_NATIONAL: Final = re.compile(
    r"(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}"  # mobile
    r"|2(?:0[3-9]|1\d|2\d|[3-7]\d|8\d|9[0-9]|4\d)\d{7}"  # landline: area code and number, 10 digits
)
_NATIONAL_BEFORE_2018: Final = re.compile(r"1[2689]\d{8}|[2-8]\d{8,9}")
_CITIZEN: Final = re.compile(
    r"0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}"
)  # province, sex and century, year, six digits
_OLD_CARD: Final = re.compile(r"(?:0[1-9]|[12]\d|3[0-8])\d{7}")
_PASSPORT: Final = re.compile(r"(?:[Hh]ộ chiếu|[Pp]assport)[^\n\d]{0,20}?\b([A-Z]\d{7})\b")
_INSURANCE: Final = re.compile(r"(?:BHXH|[Bb]ảo hiểm xã hội)[ \t:.,()]*(?:số[ :]*)?(\d{10})\b")

_SPEAKS_OF_IDENTITY: Final = re.compile(
    r"\b(?:CCCD|CMND|CMTND|căn cước|chứng minh (?:nhân dân|thư)|định danh|identity|ID card)[^\d\n]{0,25}$",
    re.IGNORECASE,
)
_SPEAKS_OF_TELEPHONE: Final = re.compile(
    r"(?:\b(?:điện thoại|đ[tđ]|sđt|dđ|dtdđ|zalo|viber|hotline|gọi|liên hệ|số máy|tel|phone|mobile|call|fax)\b"
    r"|☎|📞|📱)[^\d\n]{0,20}$",
    re.IGNORECASE,
)
_SPEAKS_OF_CODE: Final = re.compile(
    r"\b(?:thuế|mst|tài khoản|stk|mã|model|sê-ri|serial|seri|series|isbn|issn|doi|barcode|lô|vnd|usd)\b"
    r"[^\d\n]{0,12}$",
    re.IGNORECASE,
)
_AMOUNT_FOLLOWS: Final = re.compile(
    r"\s*(?:đồng|đ\b|₫|vnđ|vnd|usd|\$|tỷ|tỉ|triệu|nghìn|ngàn|lượt|lít|kg|tấn|mét|m[23²³]?\b|kwh?"
    r"|người|sản phẩm|cái|chiếc)",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"[0-9](?<!\w.)\d?(?: ?[/.-] ?\d{1,2} ?[/.-] ?| tháng \d{1,2},? năm )(?:19|20)\d\d\b", re.IGNORECASE
)
# Not "phát sinh ngày", "vệ sinh ngày", "học sinh ngày": a mark or the line's start comes before.
_SPEAKS_OF_BIRTH: Final = re.compile(
    r"(?:(?:^|[(,;:–—|*-][ \t*]*)sinh|\b(?:ngày|tháng|năm)[ ,]*sinh|\bdate of birth|\bborn|\bdob)"
    r"(?:(?: vào)? ngày| on)?[ \t:*]*$",
    re.IGNORECASE | re.MULTILINE,
)
_URL: Final = re.compile(r"(?:\b[a-z]{2,10}://|\bwww\.)\S+", re.IGNORECASE)
_LONG_NUMBER: Final = re.compile(r"[0-9](?:[ ./()\u00a0\u2010-\u2013-]{0,3}\d){8,}")
_LOOK_BACK: Final = 48
_LOOK_AHEAD: Final = 8  # what _END looks at
_BRACKETS: Final = 3  # "(+" before the first digit


def private_details(s: str) -> Iterator[PrivateDetail]:
    """Yield the private details in ``s``, in order of place; what stands in a URL is passed over."""
    if s.isascii() or unicodedata.is_normalized("NFC", s):
        yield from _details(s)
        return
    pieces = [unicodedata.normalize("NFC", cluster) for cluster in _CLUSTER.findall(s)]
    here = [0, *accumulate(map(len, pieces))]
    there = [0, *accumulate(map(len, _CLUSTER.findall(s)))]
    for offset, length, kind in _details("".join(pieces)):
        start, end = (there[bisect_right(here, place) - 1] for place in (offset, offset + length))
        yield PrivateDetail(start, end - start, kind)


_CLUSTER: Final = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")


def _details(s: str) -> Iterator[PrivateDetail]:
    found = [PrivateDetail(start, end - start, "address") for start, end in addresses(s)]
    for run in _LONG_NUMBER.finditer(s):
        found += _numbers(s, max(0, run.start() - _BRACKETS), run.end() + _LOOK_AHEAD)
    # The plain search for a word costs a fiftieth of the pattern behind it.
    if "hiếu" in s or "assport" in s:
        found += (_detail(match, 1, "identity-number") for match in _PASSPORT.finditer(s))
    if "BHXH" in s or "xã hội" in s:
        found += (_detail(match, 1, "identity-number") for match in _INSURANCE.finditer(s))
    if any(word in s for word in ("sinh", "Sinh", "SINH", "irth", "orn", "DOB")):
        dates = _DATE.finditer(s)
        found += (_detail(m, 0, "birth-date") for m in dates if _SPEAKS_OF_BIRTH.search(_before(s, m)))
    if not found:
        return
    urls = [match.span() for match in _URL.finditer(s)]
    end = 0
    for detail in sorted(found):
        in_url = any(start <= detail.offset < stop for start, stop in urls)
        if detail.offset >= end and not in_url:
            end = detail.offset + detail.length
            yield detail


def _detail(match: re.Match[str], group: int, kind: PrivateKind) -> PrivateDetail:
    return PrivateDetail(match.start(group), match.end(group) - match.start(group), kind)


def _numbers(s: str, start: int, end: int) -> Iterator[PrivateDetail]:
    for match in _IDENTITY.finditer(s, start, end):
        if _is_identity(match[0], _before(s, match), s[match.end() : match.end() + _LOOK_BACK]):
            yield _detail(match, 0, "identity-number")
    for match in _TELEPHONE.finditer(s, start, end):
        if _is_telephone(match[0], _before(s, match), s[match.end() : match.end() + _LOOK_BACK]):
            yield _detail(match, 0, "telephone")


def _before(s: str, match: re.Match[str]) -> str:
    return s[max(0, match.start() - _LOOK_BACK) : match.start()]


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _is_identity(text: str, before: str, after: str) -> bool:
    digits = _digits(text)
    if _SPEAKS_OF_IDENTITY.search(before):
        return len(digits) in (9, 12)
    if _SPEAKS_OF_CODE.search(before) or _AMOUNT_FOLLOWS.match(after):
        return False
    if _CITIZEN.fullmatch(digits):
        return True
    return _OLD_CARD.fullmatch(text) is not None and not text.endswith("000")


def _is_telephone(text: str, before: str, after: str) -> bool:
    digits = _digits(text)
    national = re.sub(
        "^(?:00)?84(?:0(?=[^0]))?" if not digits.startswith("0") or digits.startswith("0084") else "^0",
        "",
        digits,
    )
    announced = _SPEAKS_OF_TELEPHONE.search(before) is not None
    if not announced and (
        _SPEAKS_OF_CODE.search(before) or _AMOUNT_FOLLOWS.match(after) or _is_row_of_pairs(text)
    ):
        return False
    if _NATIONAL.fullmatch(national):
        return True
    bracketed = text.startswith("(")
    return (announced or bracketed) and _NATIONAL_BEFORE_2018.fullmatch(national) is not None


def _is_row_of_pairs(text: str) -> bool:
    """Tell whether it may be a row of days or sizes: "08 12 15 20 22"."""
    groups = re.findall(r"\d+", text)
    return len(groups) >= 5 and all(len(group) <= 2 for group in groups)
