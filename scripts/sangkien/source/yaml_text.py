"""Strict, safe YAML: text in, plain data out, every scalar as text (design, section 3).

Refused before or while parsing: over 64 KB, over 20 levels of brackets or of indicators in a row
(libyaml ends the process at some 30,000), tags beyond str, seq and map, anchors, aliases, keys
given twice. PyYAML's own constructors are never run.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

from sangkien.diagnostics import Path, Span
from sangkien.model.typing import Fault

LIMIT = 64 * 1024
"""Bytes of front matter; also of a vocabulary's text for each hundred entries (see ``list_limit``)."""
LIST_LIMIT = 32 * 1024 * 1024
"""Bytes of a vocabulary: some hundred thousand entries."""
DEPTH = 20

_BASE: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TAG_OF = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_TAGS = frozenset(_TAG_OF.values())
_MAYBE_ANCHOR = re.compile(r"(?:^|[\s\[{,:\-?])[&*](?=\S)", re.M)
_INDICATORS = re.compile(rf"^[ \t]*(?:[-?:][ \t]+){{{DEPTH + 1}}}", re.M)
_BRACKETS = re.compile(r"[\[\]{}]")


class _Loader(_BASE):  # type: ignore[misc]  # chosen above
    """The base loader, which knows no tags but these, less the search for rules that could give others.

    It asks three questions for each value; the two that have no answer here are put to functions in C.
    """

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return _TAG_OF[kind]

    descend_resolver = staticmethod(operator.is_)
    ascend_resolver = staticmethod(tuple)


class _RefusedError(Exception):
    def __init__(self, kind: str, node: Any, **params: object) -> None:
        super().__init__(kind)
        self.fault = Fault(
            kind, params=dict(params), line=node.start_mark.line, column=node.start_mark.column
        )


def parse(text: str, limit: int = LIMIT) -> tuple[Any, tuple[Fault, ...]]:
    """Data of one YAML document, or None and why. Faults carry line and column from 0.

    Returns str, list and dict only. Never raises for bad text.
    """
    fault = _refuse_early(text, limit)
    if fault:
        return None, (fault,)
    try:
        if ("&" in text or "*" in text) and _MAYBE_ANCHOR.search(text):
            _refuse_anchors(text)
        node = _compose(text)
        return (None if node is None else _plain(node)), ()
    except _RefusedError as refused:
        return None, (refused.fault,)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return None, (
            Fault("yaml-syntax", params={"problem": error.problem or ""}, line=line, column=column),
        )
    except (yaml.YAMLError, ValueError, RecursionError, KeyError, AttributeError, TypeError) as error:
        return None, (Fault("yaml-syntax", params={"problem": type(error).__name__}),)


def locate(text: str, path: Path, *, key: bool = False) -> Span | None:
    """Where the value (or, with ``key``, the key) at a path stands; of its nearest parent if absent."""
    node = _composed(text)
    if node is None:
        return None
    found = node
    for number, part in enumerate(path):
        child, key_node = _child(found, part)
        if child is None:
            break
        found = key_node if key and key_node is not None and number == len(path) - 1 else child
    start, end = found.start_mark, found.end_mark
    return Span(start.line, start.column, start.index, end.index)


@lru_cache(maxsize=2)
def _composed(text: str) -> Any:
    """The node tree of a faulty document, kept while its faults are being placed."""
    try:
        return _compose(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def _compose(text: str) -> Any:
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _child(node: Any, part: str | int) -> tuple[Any, Any]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return value, key
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], None
    return None, None


def _plain(node: Any) -> Any:
    if node.tag not in _TAGS:
        raise _RefusedError("yaml-tag", node, tag=node.tag.removeprefix("tag:yaml.org,2002:"))
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    data: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _RefusedError("yaml-key", key)
        if key.value in data:
            raise _RefusedError("duplicate-key", key, key=key.value)
        data[key.value] = _plain(value)
    return data


def _refuse_early(text: str, limit: int) -> Fault | None:
    if len(text) > limit or len(text.encode("utf-8", "surrogatepass")) > limit:
        return Fault("too-much-front-matter", params={"limit": limit // 1024})
    if _may_be_deep(text) and _INDICATORS.search(text):
        return Fault("yaml-too-deep", params={"limit": DEPTH})
    if text.count("[") + text.count("{") <= DEPTH:
        return None
    depth = 0
    for match in _BRACKETS.finditer(text):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > DEPTH:
            line = text.count("\n", 0, match.start())
            return Fault("yaml-too-deep", params={"limit": DEPTH}, line=line)
    return None


def _may_be_deep(text: str) -> bool:
    """Whether there are so many indicators behind a blank, wherever they stand."""
    return "\t" in text or text.count(" -") + text.count(" ?") + text.count(" :") >= DEPTH


def _refuse_anchors(text: str) -> None:
    for event in _events(text):
        if getattr(event, "anchor", None):
            raise _RefusedError("yaml-anchor", event, anchor=event.anchor)


def _events(text: str) -> Iterator[Any]:
    yield from yaml.parse(text, Loader=_Loader)
