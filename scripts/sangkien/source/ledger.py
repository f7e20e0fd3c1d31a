"""``content/published.yml``: every address that the site has shown and that must go on answering.

A line for each, sorted: a file that merges, and that shows in a diff what came. It is YAML, but is read line
by line, for at ten thousand stories it has some forty thousand of them::

    don-vi/ten-cu/: don-vi/ten-moi/
    s/sk-2022-0007/: xe-day-hang
    sang-kien/xe-day-hang/:

Behind a short address stands the slug of its story; behind any other address, where people have written it
there, the address that it leads to now.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sangkien.settings import Settings
from sangkien.source.document import decode
from sangkien.source.tree import Tree

NAME = "published.yml"
MAX = 64 * 1024 * 1024
"""Bytes: a million addresses."""
_PART = r"[a-z0-9][a-z0-9._-]*+(?<![._-])"
LINE = re.compile(
    r"^(?=[^:\n]{1,200}:)"  # a slug has at most 90 letters
    rf"(?P<address>(?P<short>s/)?+(?:{_PART}/)++):"
    rf"(?(short) ++(?P<slug>{_PART})|(?: ++(?P<to>(?:{_PART}/)++))?+)"
    r"[ \t]*+(?:(?<=[ \t])#.*+)?$",
    re.M,
)
"""A line of the ledger: a slug stands behind a short address, and there alone; an address or nothing behind
any other. Addresses are ASCII: whatever else is made of them needs no escaping."""
_BROKEN = re.compile("[\ufffd\0]")
_NOTE = re.compile(r"[ \t]*(?:#.*)?")


@dataclass(frozen=True)
class Ledger:
    """What is on record.

    Attributes:
        rows: address → what stands behind it, empty where nothing does.
        faults: lines that can't be understood, from 1, each with the line as it stands.
        digest: of the file; empty where there is none.
    """

    rows: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[tuple[int, str], ...] = ()
    digest: str = ""


def ledger_path(settings: Settings) -> str:
    """Where the ledger stands."""
    return f"{settings.content_dir}/{NAME}"


def read_ledger(tree: Tree, settings: Settings) -> Ledger:
    """The ledger of a fair; an empty one where there is none. Never raises: what is wrong is a fault."""
    if NAME not in tree.files(settings.content_dir):
        return Ledger()
    try:
        raw = tree.read(ledger_path(settings))
    except OSError as error:
        return Ledger(faults=((1, error.strerror or "OSError"),), digest="-")
    digest = hashlib.blake2b(raw, digest_size=12).hexdigest()
    if len(raw) > MAX:
        return Ledger(faults=((1, f"> {MAX // 1024 // 1024} MB"),), digest=digest)
    text, wrong = decode(raw)
    if wrong and not text:  # UTF-16: every line would be one
        return Ledger(faults=((1, "UTF-8"),), digest=digest)
    rows, faults = _readable(text) if wrong else rows_of(text)
    return Ledger(rows, faults, digest)


def _readable(text: str) -> tuple[dict[str, str], tuple[tuple[int, str], ...]]:
    """Of a file that is not all UTF-8: its other lines count, for old links hang on them."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    broken = [(number, "UTF-8") for number, line in enumerate(lines, 1) if _BROKEN.search(line)]
    rows, faults = _one_by_one(["" if _BROKEN.search(line) else line for line in lines])
    return rows, tuple(sorted([*broken, *faults]))


def rows_of(text: str) -> tuple[dict[str, str], tuple[tuple[int, str], ...]]:
    """Rows and faults of a ledger's text. The second of two lines about one address is a fault."""
    lines = text.split("\n")
    found = LINE.findall(text)
    rows = {address: slug or to for address, _, slug, to in found}
    notes = sum(1 for line in lines if not line or line[0] == "#")
    if len(rows) == len(found) == len(lines) - notes:
        return rows, ()
    return _one_by_one(lines)


def _one_by_one(lines: list[str]) -> tuple[dict[str, str], tuple[tuple[int, str], ...]]:
    """The same, line by line: something is out of the ordinary."""
    rows: dict[str, str] = {}
    faults: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        match = LINE.fullmatch(line)
        if match and match["address"] not in rows:
            rows[match["address"]] = match["slug"] or match["to"] or ""
        elif match or not _NOTE.fullmatch(line):
            faults.append((number, line))
    return rows, tuple(faults)
