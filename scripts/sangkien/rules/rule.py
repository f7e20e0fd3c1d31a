"""What a rule is. Each rule is one file: a docstring that is its manual page, ``RULE``, and a check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sangkien.catalogue.index import Catalogue
from sangkien.diagnostics import Fix, Path, Severity, Text
from sangkien.model.programme import Programme
from sangkien.model.typing import Fault
from sangkien.model.vocabulary import Vocabularies
from sangkien.settings import Settings
from sangkien.source.document import Document, Kind


@dataclass(frozen=True, slots=True)
class Context:
    """What a document rule may know beside the document: nothing of other initiatives.

    ``people`` holds the ids of ``content/people``; ``pages`` the URLs (without leading slash, e.g.
    ``huong-dan/``) that links within the site may reach beside the initiatives; ``slugs`` the folders of
    ``initiatives/``.
    """

    settings: Settings
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    programme: Programme | None = None
    people: frozenset[str] = frozenset()
    slugs: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()


class Finding(NamedTuple):
    """One fault that a rule found.

    Where: ``path`` of a value (``key=True`` points at its key), or ``offset`` and ``length`` in
    ``document.text``, or a ``span`` computed by the document; ``file`` only from catalogue rules.
    ``values`` fill the places of the rule's message and help. ``severity`` softens the rule's own.
    """

    values: dict[str, Any] = {}  # noqa: RUF012  # never mutated; NamedTuple defaults are shared by design
    path: Path = ()
    key: bool = False
    offset: int | None = None
    length: int = 0
    line: int | None = None
    file: str | None = None
    fix: Fix | None = None
    severity: Severity | None = None


DocumentCheck = Callable[[Document, Context], Iterator[Finding]]
FaultCheck = Callable[[Document, Fault, Context], Finding]
CatalogueCheck = Callable[[Catalogue], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's card.

    Attributes:
        code: prefix and three digits; never used again for another rule.
        name: kebab-case English; names the fault, not the remedy.
        message, help: ``{name}`` places are filled from a finding's ``values``.
        manual: Vietnamese "what it requires" and "why", two short paragraphs; the English ones and both
            examples stand in the module's docstring.
        kinds: the kinds of document it looks at; empty for a rule of the whole catalogue.
        faults: kinds of loader and model fault that this rule reports; no other rule reports them.
        explain: makes the finding of such a fault, where more is to be said than its own parameters.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    help: Text
    manual: str
    kinds: tuple[Kind, ...] = ("initiative",)
    faults: tuple[str, ...] = ()
    explain: FaultCheck | None = None
    document: DocumentCheck | None = None
    catalogue: CatalogueCheck | None = None
