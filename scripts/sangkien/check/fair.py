"""A whole fair → everything loaded, everything found. The document rules run batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

from sangkien.catalogue.index import Catalogue, build_catalogue
from sangkien.catalogue.records import Profile
from sangkien.check.documents import check_catalogue, check_document, span_of
from sangkien.check.examine import Examined, examine_batch, profile_of
from sangkien.diagnostics import Diagnostic, Severity, Span
from sangkien.model.programme import Programme
from sangkien.model.vocabulary import Vocabularies
from sangkien.rules.registry import RULES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.settings import Settings
from sangkien.source.document import Document, Kind, read_document
from sangkien.source.load import (
    load_pages,
    load_people,
    load_programme,
    load_vocabularies,
    slugs,
)
from sangkien.source.tree import Tree

BATCH = 100
"""Initiatives examined by one task: a task must outweigh what sending it costs."""


@dataclass(frozen=True, slots=True)
class Ground:
    """All of a fair but its initiatives: what each of them is checked against."""

    context: Context
    people: tuple[Profile, ...]
    vocabularies: Vocabularies
    programme: Programme | None
    pages: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The catalogue of all that could be loaded (drafts too), and all that was found, sorted."""

    catalogue: Catalogue
    examined: Mapping[str, Examined]
    diagnostics: tuple[Diagnostic, ...]

    def count(self, severity: Severity) -> int:
        """How many findings of one severity."""
        return sum(item.severity is severity for item in self.diagnostics)


def lay_ground(tree: Tree, settings: Settings) -> Ground:
    """Load and check vocabularies, programme, people and editorial pages."""
    vocabulary_documents, vocabularies = load_vocabularies(tree, settings)
    programme = load_programme(tree, settings)
    people = load_people(tree, settings)
    pages = load_pages(tree, settings)
    context = Context(
        settings=settings,
        vocabularies=vocabularies,
        programme=programme.record if programme else None,
        people=frozenset(document.slug for document in people),
        slugs=frozenset(slugs(tree, settings)),
        pages=frozenset(page_url(document.path, settings) for document in pages),
    )
    documents = [*vocabulary_documents, *([programme] if programme else []), *people, *pages]
    diagnostics = [item for document in documents for item in check_document(document, context)]
    broken = {item.file for item in diagnostics if item.severity is Severity.ERROR}
    profiles = tuple(
        profile for document in people if document.path not in broken and (profile := profile_of(document))
    )
    return Ground(context, profiles, vocabularies, context.programme, pages, tuple(diagnostics))


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
    """Examine initiatives in batches, in ``pool`` where there is one; ``done`` hears of progress."""
    names = list(wanted)
    batches = [names[start : start + BATCH] for start in range(0, len(names), BATCH)]
    work = partial(examine_batch, tree, ground.context.settings, ground.context)
    found: dict[str, Examined] = {}
    for batch in pool.map(work, batches) if pool and len(batches) > 1 else map(work, batches):
        found |= {examined.slug: examined for examined in batch}
        done(len(batch))
    return found


def conclude(
    tree: Tree, ground: Ground, examined: Mapping[str, Examined], rules: Iterable[Rule] = RULES
) -> Checked:
    """Build the catalogue of what was loaded, run the catalogue rules, gather all findings."""
    settings = ground.context.settings
    stories = [item.story for item in examined.values() if item.story]
    catalogue = build_catalogue(settings, stories, ground.people, ground.vocabularies, ground.programme)
    found = [*ground.diagnostics, *(item for one in examined.values() for item in one.diagnostics)]
    found += check_catalogue(catalogue, partial(_locate, tree, settings), rules)
    return Checked(catalogue, examined, tuple(sorted(found, key=Diagnostic.sort_key)))


def check_fair(tree: Tree, settings: Settings, pool: Executor | None = None) -> Checked:
    """Load and check a whole fair."""
    ground = lay_ground(tree, settings)
    return conclude(tree, ground, examine_all(tree, ground, slugs(tree, settings), pool))


def _locate(tree: Tree, settings: Settings, file: str, finding: Finding) -> Span:
    """Open a file again to say where a catalogue finding stands."""
    try:
        document = read_document(file, _kind(file, settings), tree.read(file))
    except OSError:
        return Span()
    return span_of(document, finding)


def _kind(file: str, settings: Settings) -> Kind:
    if file.startswith(settings.initiatives_dir + "/"):
        return "initiative"
    return "vocabulary" if file.startswith(f"{settings.content_dir}/vocabulary/") else "person"
