"""A whole fair → everything loaded, everything found. The document rules run batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from sangkien import urls
from sangkien.catalogue.index import Catalogue, build_catalogue
from sangkien.catalogue.news import news_ends
from sangkien.catalogue.occasions import moments
from sangkien.catalogue.public import is_public
from sangkien.catalogue.records import Profile
from sangkien.catalogue.register import Register
from sangkien.check.documents import check_catalogue, check_document, span_of
from sangkien.check.events import ExaminedEvent, examine_events, judged, without_faulty
from sangkien.check.examine import Examined, examine_batch, examine_here, hidden_profile, profile_of
from sangkien.check.visibility import shown_entries
from sangkien.diagnostics import Diagnostic, Severity, Span
from sangkien.model.event import Banner
from sangkien.model.programme import Programme
from sangkien.model.vocabulary import Vocabularies
from sangkien.rules.registry import RULES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.settings import Settings
from sangkien.source.document import Document, Kind, decode, read_document
from sangkien.source.ledger import ledger_path, read_ledger
from sangkien.source.load import (
    Facts,
    load_banners,
    load_counts,
    load_loose,
    load_pages,
    load_people,
    load_programme,
    load_vocabularies,
    slugs,
)
from sangkien.source.tree import Tree
from sangkien.source.withdrawals import digest_of_url, find_withdrawals, withdrawals_path

BATCH = 100
"""Initiatives examined by one task: a task must outweigh what sending it costs."""


@dataclass(frozen=True, slots=True)
class Ground:
    """All of a fair but its initiatives and events: what each of them is checked against."""

    context: Context
    people: tuple[Profile, ...]
    vocabularies: Vocabularies
    programme: Programme | None
    pages: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]
    banners: tuple[Banner, ...] = ()
    register: Register = field(default_factory=Register)


@dataclass(frozen=True, slots=True)
class Checked:
    """The catalogue of all that could be loaded (drafts too), and all that was found, sorted.

    ``judged`` is ``examined`` with what the catalogue rules found (``across``): what is faulty there is not
    published.
    ``events`` are judged already, and those of the catalogue are the sound ones.
    """

    catalogue: Catalogue
    examined: Mapping[str, Examined]
    diagnostics: tuple[Diagnostic, ...]
    judged: Mapping[str, Examined]
    events: Mapping[str, ExaminedEvent] = field(default_factory=dict)
    across: tuple[Diagnostic, ...] = ()

    def next_change(self) -> datetime | None:
        """The next moment at which the clock alone changes what was found, or what a page shows."""
        found = self.catalogue
        known = [one.next_change for one in self.examined.values()]
        known += [one.next_change for one in self.events.values()]
        known += moments((), found.banners, found.programme, found.settings)
        known += news_ends(found)
        now = found.settings.now
        return min((moment for moment in known if moment and moment > now), default=None)

    def count(self, severity: Severity) -> int:
        """How many findings of one severity."""
        return sum(item.severity is severity for item in self.diagnostics)


def lay_ground(tree: Tree, settings: Settings, known: Facts | None = None) -> Ground:
    """Load and check vocabularies, programme, banners, people, editorial pages; look for loose files.

    ``known`` holds facts of portraits by content digest.
    """
    vocabulary_documents, vocabularies = load_vocabularies(tree, settings)
    programme = load_programme(tree, settings)
    people = load_people(tree, settings, known)
    banners = load_banners(tree, settings)
    pages = load_pages(tree, settings)
    context = Context(
        settings=settings,
        vocabularies=vocabularies,
        programme=programme.record if programme else None,
        people=frozenset(document.slug for document in people),
        slugs=frozenset(slugs(tree, settings)),
        pages=frozenset(page_url(document.path, settings) for document in pages),
    )
    single = [document for document in (programme, banners, load_counts(tree, settings)) if document]
    register, damaged = _register(tree, settings, context.pages)
    documents = [*vocabulary_documents, *single, *damaged, *people, *pages, *load_loose(tree, settings)]
    diagnostics = [item for document in documents for item in check_document(document, context)]
    profiles = tuple(
        profile for document in people if (profile := _profile(document, diagnostics)) is not None
    )
    return Ground(
        context,
        profiles,
        shown_entries(vocabularies, diagnostics),
        context.programme,
        pages,
        tuple(diagnostics),
        _banners(banners, diagnostics),
        register,
    )


def _register(tree: Tree, settings: Settings, pages: frozenset[str]) -> tuple[Register, tuple[Document, ...]]:
    """What is on record, and a document of each record in which something can't be understood."""
    ledger = read_ledger(tree, settings)
    rows, whole = find_withdrawals(tree, settings)
    back = {row.digest: row.date for row in rows}
    register = Register(
        ledger.rows, back, pages, digest=digest_of_url(f"{ledger.digest} {rows}") if ledger.digest else ""
    )
    damaged = []
    if ledger.faults:
        damaged.append(Document(ledger_path(settings), "record", record=ledger.faults))
    if not whole:
        damaged.append(Document(withdrawals_path(settings), "record", record=((1, ""),)))
    return register, tuple(damaged)


def _banners(document: Document | None, diagnostics: Iterable[Diagnostic]) -> tuple[Banner, ...]:
    """The announcements in which no error stands."""
    if document is None:
        return ()
    faulty = {
        item.field[:1]
        for item in diagnostics
        if item.file == document.path and item.severity is Severity.ERROR
    }
    rows = enumerate(document.record or ())
    return tuple(row for number, row in rows if row is not None and not faulty & {(number,), ()})


def _profile(document: Document, diagnostics: Iterable[Diagnostic]) -> Profile | None:
    """A person as shown: nothing of a faulty file, no name where the consent is unclear."""
    errors = [item for item in diagnostics if item.file == document.path and item.severity is Severity.ERROR]
    return hidden_profile(document, errors) if errors else profile_of(document)


def page_url(path: str, settings: Settings) -> str:
    """``content/huong-dan/tham-gia.md`` → ``huong-dan/tham-gia/``; the home page is empty."""
    url = path.removeprefix(settings.content_dir + "/").removesuffix(".md")
    if url == "index" or url.endswith("/index"):
        return url.removesuffix("index")
    return url + "/"


def examine_all(
    tree: Tree,
    ground: Ground,
    wanted: Iterable[str],
    pool: Executor | None = None,
    done: Callable[[int], None] = lambda count: None,
) -> dict[str, Examined]:
    """Examine initiatives in batches; ``done`` hears of progress.

    ``pool``: of processes that were told to ``stand_on`` the tree and the ground's context.
    """
    names = list(wanted)
    batches = [names[start : start + BATCH] for start in range(0, len(names), BATCH)]
    work = partial(examine_batch, tree, ground.context.settings, ground.context)
    found: dict[str, Examined] = {}
    for batch in pool.map(examine_here, batches) if pool and len(batches) > 1 else map(work, batches):
        found |= {examined.slug: examined for examined in batch}
        done(len(batch))
    return found


def conclude(
    tree: Tree,
    ground: Ground,
    examined: Mapping[str, Examined],
    rules: Iterable[Rule] = RULES,
    events: Mapping[str, ExaminedEvent] | None = None,
) -> Checked:
    """Build the catalogue of what was loaded, run the catalogue rules, gather all findings.

    ``events`` are examined here unless they were before.
    """
    settings = ground.context.settings
    if events is None:
        events = examine_events(tree, ground.context)
    catalogue = build_catalogue(
        settings,
        [item.story for item in examined.values() if item.story],
        ground.people,
        ground.vocabularies,
        ground.programme,
        events=[one.occasion for one in events.values() if one.occasion],
        banners=ground.banners,
        register=replace(ground.register, unread=_unread(examined, events)),
    )
    found = [*ground.diagnostics, *(item for one in examined.values() for item in one.diagnostics)]
    found += [item for one in events.values() for item in one.diagnostics]
    across = check_catalogue(catalogue, partial(_locate, tree, settings), rules)
    diagnostics = tuple(sorted([*found, *across], key=Diagnostic.sort_key))
    stories = _judged(catalogue, examined, across)
    events = judged(events, across, settings)
    return Checked(without_faulty(catalogue, events), examined, diagnostics, stories, events, across)


def _unread(examined: Mapping[str, Examined], events: Mapping[str, ExaminedEvent]) -> frozenset[str]:
    stories = (urls.story(slug) for slug, one in examined.items() if one.story is None)
    return frozenset([*stories, *(urls.event(key) for key, one in events.items() if one.occasion is None)])


def _judged(
    catalogue: Catalogue, examined: Mapping[str, Examined], across: Collection[Diagnostic]
) -> Mapping[str, Examined]:
    """What was examined, faulty too where an error of the catalogue rules stands in its file."""
    if not across:
        return examined
    slug_of = {story.file: slug for slug, story in catalogue.stories.items()}
    judged = dict(examined)
    for item in across:
        slug = slug_of.get(item.file)
        if item.severity is Severity.ERROR and slug is not None:
            one = judged[slug]
            clear = one.held or not one.faulty
            may_stay = clear and is_public(catalogue.stories[slug], catalogue) and "consent" not in item.field
            judged[slug] = replace(one, faulty=True, held=may_stay and not one.withdrawn)
    return judged


def check_fair(tree: Tree, settings: Settings) -> Checked:
    """Load and check a whole fair."""
    ground = lay_ground(tree, settings)
    return conclude(tree, ground, examine_all(tree, ground, slugs(tree, settings)))


def _locate(tree: Tree, settings: Settings, file: str, finding: Finding) -> Span:
    """Open a file again to say where a catalogue finding stands."""
    if file == ledger_path(settings):
        return _line_of(tree.read(file), str(finding.values.get("address")))
    try:
        document = read_document(file, _kind(file, settings), tree.read(file))
    except OSError:
        return Span()
    return span_of(document, finding)


def _line_of(ledger: bytes, address: str) -> Span:
    """Where an address stands in the ledger."""
    text, _ = decode(ledger)
    start = f"\n{text}".find(f"\n{address}:")
    return Span(text.count("\n", 0, start) + 1, 1, start, start + len(address)) if start >= 0 else Span()


def _kind(file: str, settings: Settings) -> Kind:
    if file.startswith(settings.initiatives_dir + "/"):
        return "initiative"
    if file.startswith(f"{settings.content_dir}/events/"):
        return "event"
    return "vocabulary" if file.startswith(f"{settings.content_dir}/vocabulary/") else "person"
