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
from types import MappingProxyType

from sangkien.settings import Settings
from sangkien.source.document import decode
from sangkien.source.tree import Tree

NAME = "published.yml"
MAX = 64 * 1024 * 1024
"""Bytes: a million addresses."""
_PART = r"[a-z0-9](?:[a-z0-9._-]{0,158}[a-z0-9])?"
_ADDRESS = rf"(?:{_PART}/){{1,6}}"
LINE = re.compile(rf"(?P<address>{_ADDRESS}):(?: +(?P<value>{_ADDRESS}|{_PART}))?[ \t]*(?:[ \t]#.*)?")
"""A line of the ledger. Addresses are ASCII: whatever else is made of them needs no escaping."""
_NOTE = re.compile(r"[ \t]*(?:#.*)?")
_SHORT = "s/"


@dataclass(frozen=True)
class Ledger:
    """What is on record.

    Attributes:
        rows: address → what stands behind it, empty where nothing does.
        faults: lines that can't be understood, from 1, each with the line as it stands.
        digest: of the file; empty where there is none.
    """

    rows: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
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
    if wrong:
        return Ledger(faults=((wrong[0].line + 1, "UTF-8"),), digest=digest)
    rows, faults = rows_of(text)
    return Ledger(rows, faults, digest)


def rows_of(text: str) -> tuple[dict[str, str], tuple[tuple[int, str], ...]]:
    """Rows and faults of a ledger's text. The second of two lines about one address is a fault."""
    rows: dict[str, str] = {}
    faults: list[tuple[int, str]] = []
    match = LINE.fullmatch
    for number, line in enumerate(text.split("\n"), 1):
        found = match(line)
        if found is None:
            if not _NOTE.fullmatch(line):
                faults.append((number, line))
            continue
        address, value = found.groups()
        if address in rows or not _fits(address, value or ""):
            faults.append((number, line))
        else:
            rows[address] = value or ""
    return rows, tuple(faults)


def _fits(address: str, value: str) -> bool:
    """A slug stands behind a short address, and there alone; an address or nothing behind any other."""
    if address.startswith(_SHORT):
        return bool(value) and "/" not in value
    return not value or value.endswith("/")
