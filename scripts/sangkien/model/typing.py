"""Raw text data → typed records: all faults at once, as plain values with the path of each."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from sangkien.diagnostics import Path
from sangkien.model.event import Banner, Event
from sangkien.model.initiative import Initiative
from sangkien.model.person import Person
from sangkien.model.programme import Programme
from sangkien.model.vocabulary import Entry

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fault:
    """What the loader or the model found wrong; a rule of the same ``kind`` makes it a diagnostic.

    ``line`` and ``column`` are given where the data could not be read; else ``path`` says where.
    """

    kind: str
    path: Path = ()
    params: dict[str, Any] = field(default_factory=dict)
    line: int = 0
    column: int = 0


INITIATIVE: TypeAdapter[Initiative] = TypeAdapter(Initiative)
PERSON: TypeAdapter[Person] = TypeAdapter(Person)
PROGRAMME: TypeAdapter[Programme] = TypeAdapter(Programme)
ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry)
EVENT: TypeAdapter[Event] = TypeAdapter(Event)
BANNER: TypeAdapter[Banner] = TypeAdapter(Banner)

_RENAMED = {"dataclass_type": "not-mapping", "dataclass_exact_type": "not-mapping", "tuple_type": "not-list"}
_UNKNOWN = ("unexpected_keyword_argument", "extra_forbidden")


def typed(adapter: TypeAdapter[T], data: Any) -> tuple[T | None, tuple[Fault, ...]]:
    """The record, or None with every fault in the data. Never raises for bad data."""
    try:
        return adapter.validate_python(data), ()
    except ValidationError as error:
        return None, tuple(
            _fault(item["type"], item["loc"], item.get("ctx") or {}, item.get("input"))
            for item in error.errors(include_url=False)
        )


def _fault(kind: str, location: tuple[Any, ...], context: dict[str, Any], value: Any) -> Fault:
    path = tuple(part for part in location if isinstance(part, (str, int)))
    if kind in _UNKNOWN:
        return Fault("unknown-key", path, {"key": str(path[-1])})
    if kind in ("missing", "missing_argument"):
        return Fault("missing", path, {"key": str(path[-1])})
    return Fault(_RENAMED.get(kind, kind), path, dict(context))


KNOWN_KEYS: dict[str, tuple[str, ...]] = {
    "initiative": tuple(item.name for item in fields(Initiative)),
    "person": tuple(item.name for item in fields(Person)),
    "programme": tuple(item.name for item in fields(Programme)),
    "entry": tuple(item.name for item in fields(Entry)),
    "event": (*(item.name for item in fields(Event)), "from", "to"),
    "banners": ("text", "from", "until", "url", "tone", "sample"),
}
"""The top-level keys each kind of document may have, for "did you mean"."""
