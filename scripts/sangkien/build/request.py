"""What a build is asked, whom it tells how far it is, and what it answers: plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sangkien.build.snapshot import Taken
from sangkien.diagnostics import Diagnostic, Severity, Text
from sangkien.settings import Settings
from sangkien.shell.slots import Chrome


class Progress(Protocol):
    """Hears how far a build is."""

    def stage(self, name: str, total: int | None) -> None:
        """A stage begins: ``read``, ``chrome`` or ``make``."""

    def advance(self, count: int) -> None:
        """So many more are done."""

    def waiting(self, holder: Text) -> None:
        """Another command holds the lock: ``holder`` says which."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked to do.

    ``chrome`` makes the chrome when it is already being made elsewhere. ``taken``: stats of the files, where
    they have been looked at already, not before ``settings.now``. ``record``: the outcome tells the site's
    addresses.
    """

    settings: Settings
    site: Path
    jobs: int = 1
    clean: bool = False
    keep_going: bool = False
    options: str = ""
    chrome: Callable[[str], Chrome] | None = None
    taken: Taken | None = None
    record: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did, for its one line at the end."""

    initiatives: int = 0
    made: int = 0
    kept: int = 0
    removed: int = 0
    photos: int = 0
    encoded: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """The addresses that a site shows (``catalogue.register.published_addresses``), and those of people who
    withdrew, which no record may hold."""

    addresses: Mapping[str, str]
    unnamed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """``summary`` is None when errors kept the site as it was. ``shown``: only where it was asked for."""

    summary: Summary | None
    diagnostics: tuple[Diagnostic, ...]
    taken_out: tuple[str, ...] = ()
    shown: Shown | None = None

    @property
    def errors(self) -> int:
        """How many errors were found."""
        return sum(item.severity is Severity.ERROR for item in self.diagnostics)
