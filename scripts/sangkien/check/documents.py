"""Rules over one document, and over the catalogue → sorted diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import get_args

from sangkien.catalogue.index import Catalogue
from sangkien.diagnostics import Diagnostic, Span, Text
from sangkien.model.typing import Fault
from sangkien.rules.registry import RULES
from sangkien.rules.rule import Context, DocumentCheck, Finding, Rule
from sangkien.source.document import Document, Kind

MOST = 200
"""Findings of one rule in one document: the next run reports what is left, and a hostile file ends."""

Locate = Callable[[str, Finding], Span]


def check_document(
    document: Document, context: Context, rules: Iterable[Rule] = RULES
) -> tuple[Diagnostic, ...]:
    """What the document rules find in one document, sorted."""
    found = [
        _diagnostic(rule, finding, document.path, _span(document, finding))
        for rule, look in _looking_at(document, rules)
        for finding in islice(look(document, context), MOST)
    ]
    return tuple(sorted(found, key=Diagnostic.sort_key))


def _looking_at(document: Document, rules: Iterable[Rule]) -> Iterable[tuple[Rule, DocumentCheck]]:
    """The rules for this kind of document, each with how it looks at one; most documents have no fault."""
    if document.faults:
        return [(rule, partial(_findings, rule)) for rule in rules if document.kind in rule.kinds]
    return _WITHOUT_FAULTS[document.kind] if rules is RULES else _without_faults(document.kind, rules)


def _without_faults(kind: Kind, rules: Iterable[Rule]) -> list[tuple[Rule, DocumentCheck]]:
    return [(rule, rule.document) for rule in rules if rule.document and kind in rule.kinds]


_WITHOUT_FAULTS = {kind: _without_faults(kind, RULES) for kind in get_args(Kind)}


def check_catalogue(
    catalogue: Catalogue, locate: Locate, rules: Iterable[Rule] = RULES
) -> tuple[Diagnostic, ...]:
    """What the catalogue rules find; ``locate`` opens a file again to say where, only for a finding."""
    found = [
        _diagnostic(rule, finding, finding.file or "", locate(finding.file or "", finding))
        for rule in rules
        if rule.catalogue
        for finding in rule.catalogue(catalogue)
    ]
    return tuple(sorted(found, key=Diagnostic.sort_key))


def span_of(document: Document, finding: Finding) -> Span:
    """Where a finding stands in its document."""
    return _span(document, finding)


def _findings(rule: Rule, document: Document, context: Context) -> Iterator[Finding]:
    if rule.faults:
        for fault in document.faults:
            if fault.kind in rule.faults:
                yield rule.explain(document, fault, context) if rule.explain else _of_fault(document, fault)
    if rule.document:
        yield from rule.document(document, context)


def _of_fault(document: Document, fault: Fault) -> Finding:
    values = {"key": fault.path[-1] if fault.path else "", **fault.params}
    if fault.path:
        return Finding(values, path=fault.path, key=fault.kind == "unknown-key")
    return Finding(values, line=document.span_of_fault(fault).line)


def _span(document: Document, finding: Finding) -> Span:
    if finding.offset is not None:
        return document.span_at(finding.offset, finding.length)
    if finding.line is not None:
        return Span(finding.line, 1)
    return document.span(finding.path, key=finding.key)


def _diagnostic(rule: Rule, finding: Finding, file: str, span: Span) -> Diagnostic:
    return Diagnostic(
        file=file,
        code=rule.code,
        severity=rule.severity if finding.severity is None else finding.severity,
        message=_filled(rule.message, finding),
        help=_filled(rule.help, finding),
        span=span,
        field=finding.path,
        fix=finding.fix,
    )


def _filled(text: Text, finding: Finding) -> Text:
    """Each language is filled with values in that language, where a value is a Text."""
    vi = {key: value.vi if isinstance(value, Text) else value for key, value in finding.values.items()}
    en = {key: value.en if isinstance(value, Text) else value for key, value in finding.values.items()}
    return Text(text.vi.format_map(vi), text.en.format_map(en))
