"""The search's files in one build: mended where some stories changed, else made anew.

An edit opens the files of the words that came or went, as they stand in the live site, and leaves all
others as they are. That rests on the numbers of the last build, on the terms its stories had and on the
manifest; where any of it is missing, damaged or not as expected, all stories are indexed anew.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

from sangkien import urls
from sangkien.build.home import Home
from sangkien.build.manifest import write_whole
from sangkien.build.terms import KeptTerms
from sangkien.build.worker import Desk, take_over
from sangkien.catalogue.terms import Terms
from sangkien.search.core import NAME, Sizes, sizes_in, with_size
from sangkien.search.facets import PREFIXES as FACETS
from sangkien.search.patch import UnexpectedError, patched
from sangkien.search.plan import Numbers, SearchPlan, digest_of_text, target_of
from sangkien.search.postings import Batch, Postings
from sangkien.search.shards import BODY, RARE, STRONG, value_of
from sangkien.targets.target import Target

_NUMBERS = "index"
_FOLDER, _END = urls.search_index("\0").split("\0")
_WORDS = tuple(_FOLDER + prefix for prefix in (STRONG, BODY, RARE))
_FACETS = tuple(_FOLDER + prefix for prefix in FACETS)


class Index:
    """Decides, makes, and remembers. ``manifest``: the id of the live site's."""

    def __init__(self, home: Home, plan: SearchPlan, desk: Desk, manifest: str) -> None:
        self._state, self._plan, self._desk, self._manifest = home.state, plan, desk, manifest
        self._terms = KeptTerms(home.state / "terms.sqlite")
        self._postings = Postings()
        self._made: list[Target] = []
        self._sizes: dict[str, Sizes] = {}
        self._names: list[str] = []
        self._whole, self._facets = False, True

    def begin(self, *, is_quiet: bool = False) -> tuple[list[str], list[str]]:
        """(paths that stay as they are, numbers of the stories to be read: all of them or none).

        ``is_quiet``: people and units are who they were in the last build, in the same order.
        """
        before = _load_numbers(self._state, self._manifest)
        if before and is_quiet:
            self._plan.as_before(before)
        try:
            if before is None:
                raise UnexpectedError  # noqa: TRY301  # one way out for all that is missing
            return self._mend(before), []
        except UnexpectedError:
            self._made, self._names, self._sizes, self._whole = [], [], {}, True
            self._facets = True
            self._terms.drop()
            return [], [str(n) for n in range(len(self._plan.catalogue.stories))]

    def _mend(self, before: Numbers) -> list[str]:
        live, plan = self._desk.live, self._plan
        self._sizes = sizes_in(value_of(NAME, self._read(NAME) or ""))
        names = {path[len(_FOLDER) : -len(_END)] for path in live if path.startswith(_WORDS)}

        def earlier(number: int) -> Terms:
            terms = self._terms.of(before.stories[number])
            if terms is None:
                raise UnexpectedError
            return terms

        changed, self._facets = patched(before, plan, earlier, self._read)
        kept = [urls.search_index(name) for name in sorted(names - changed.keys())]
        if not self._facets:
            kept += sorted(path for path in live if path.startswith(_FACETS))
        if not all(self._stays(path) for path in kept):
            raise UnexpectedError
        for name, text in changed.items():
            with_size(self._sizes, name, len(text.encode()))
        self._made = [target_of(name, text) for name, text in changed.items() if text]
        self._names = sorted((names | changed.keys()) - {name for name, text in changed.items() if not text})
        stories = plan.numbers.stories
        fresh = [n for n, one in enumerate(stories) if before.stories[n : n + 1] != (one,)]
        self._terms.put([(stories[n], plan.terms(n).text()) for n in fresh])
        return kept

    def _stays(self, path: str) -> bool:
        desk = self._desk
        return path in desk.live and (desk.spare.get(path) == desk.live[path] or take_over(desk, path))

    def _read(self, name: str) -> str | None:
        """A file of the live site as its manifest says it is; None where it says that there is none."""
        path = urls.search_index(name)
        if path not in self._desk.live:
            return None
        try:
            text = Path(self._desk.site, path).read_bytes().decode("utf-8")
        except (OSError, ValueError) as error:
            raise UnexpectedError from error
        if digest_of_text(text) != self._desk.live[path]:
            raise UnexpectedError
        return text

    def take(self, batch: Batch) -> Iterator[Target]:
        """Join a batch of stories; the files of words, once it was the last."""
        stories = self._plan.numbers.stories
        self._terms.put([(stories[number], text) for number, text in batch.rows])
        self._postings.take(batch)
        if self._postings.read == len(stories):
            yield from self._words()

    def _words(self) -> Iterator[Target]:
        for name, text in self._plan.word_files(self._postings):
            target = target_of(name, text)
            with_size(self._sizes, name, len(text.encode()))
            self._names.append(name)
            yield target
        self._postings = Postings()

    def rest(self) -> Iterator[Target]:
        """Mended files of words, facets, core: once all else is there."""
        if self._whole and not self._plan.catalogue.stories:
            yield from self._words()
        yield from self._made
        if self._facets:
            yield from self._plan.facets()
        yield self._plan.core(self._sizes, self._names)

    def remember(self, manifest: str) -> None:
        """Let the next build know how this one was numbered. ``manifest``: the id of the new site's."""
        self._terms.close()
        write_whole(self._state / _NUMBERS, pickle.dumps((manifest, *self._plan.numbers), 5))


def _load_numbers(folder: Path, manifest: str) -> Numbers | None:
    """How the live site is numbered; None where that is not known."""
    try:
        name, *numbers = pickle.loads((folder / _NUMBERS).read_bytes())  # noqa: S301  # our own file under .sangkien
        return Numbers(*numbers) if manifest and name == manifest else None
    except Exception:  # noqa: BLE001  # whatever is wrong with it: all is indexed anew
        return None
