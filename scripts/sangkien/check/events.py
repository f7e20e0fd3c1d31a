"""One event's file → what the build and the check need of it, as plain picklable values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.occasions import Occasion, is_open, moments, occasion
from sangkien.check.documents import check_document
from sangkien.check.examine import next_change, sound_photos
from sangkien.check.visibility import may_be_held, withdrawn_names
from sangkien.diagnostics import Diagnostic, Severity
from sangkien.model.event import Event
from sangkien.rules.rule import Context
from sangkien.settings import Settings
from sangkien.source.document import Document
from sangkien.source.load import event_ids, load_event
from sangkien.source.tree import Tree


@dataclass(frozen=True)
class ExaminedEvent:
    """What examining one event gave: the fields are those of ``Examined``.

    ``occasion`` is None where a fault kept it from being one.
    """

    id: str
    occasion: Occasion | None
    diagnostics: tuple[Diagnostic, ...] = ()
    faulty: bool = False
    held: bool = False
    next_change: datetime | None = None
    withdrawn: tuple[str, ...] = ()


def examine_events(tree: Tree, context: Context) -> dict[str, ExaminedEvent]:
    """Every event of the fair."""
    settings = context.settings
    return {
        event_id: examine_event(load_event(tree, settings, event_id), context)
        for event_id in event_ids(tree, settings)
    }


def examine_event(document: Document, context: Context) -> ExaminedEvent:
    """Run the document rules over one event and keep what is sound of it."""
    settings = context.settings
    diagnostics = check_document(document, context)
    errors = [item for item in diagnostics if item.severity is Severity.ERROR]
    event = document.record if isinstance(document.record, Event) else None
    made = (
        occasion(document.slug, document.path, event, document.body, sound_photos(document))
        if event
        else None
    )
    return ExaminedEvent(
        id=document.slug,
        occasion=made,
        diagnostics=diagnostics,
        faulty=bool(errors) or made is None,
        held=may_be_held(document, errors, settings),
        next_change=_next_change(document, made, settings),
        withdrawn=withdrawn_names(document),
    )


def _next_change(document: Document, made: Occasion | None, settings: Settings) -> datetime | None:
    """The dates of the front matter, the end of an embargo, the first hour and the last."""
    found = [next_change(document, settings), *moments([made] if made else (), (), None, settings)]
    return min((moment for moment in found if moment and moment > settings.now), default=None)


def judged(
    events: Mapping[str, ExaminedEvent], across: Iterable[Diagnostic], settings: Settings
) -> dict[str, ExaminedEvent]:
    """The same, faulty too where an error of the catalogue rules stands in their file."""
    id_of = {one.occasion.file: key for key, one in events.items() if one.occasion}
    found = dict(events)
    for item in across:
        key = id_of.get(item.file)
        if item.severity is Severity.ERROR and key is not None:
            one = found[key]
            made = one.occasion
            clear = (one.held or not one.faulty) and made is not None and is_open(made.event, settings)
            may_stay = clear and not item.touches_visibility and not one.withdrawn
            found[key] = replace(one, faulty=True, held=may_stay)
    return found


def without_faulty(catalogue: Catalogue, events: Mapping[str, ExaminedEvent]) -> Catalogue:
    """The catalogue less the events that an error keeps out."""
    if not any(one.faulty for one in events.values()):
        return catalogue
    sound = {key: one for key, one in catalogue.events.items() if not events[key].faulty}
    return replace(catalogue, events=sound)
