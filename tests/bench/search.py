"""What the search's index costs and weighs: seconds, files, sizes. No part of the tests.

    .venv/bin/python tests/bench/search.py /tmp/corpus      # a fair's folder
    .venv/bin/python tests/bench/search.py 2000             # an invented fair of so many

Reads the fair as a check does, indexes its public catalogue in this process alone, and then mends the index
after an edit of one story, in memory. Prints the seconds of each stage, and of each kind of file how many
there are and how many bytes they have: median, 95th percentile, most, as they are and gzipped.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from sangkien.catalogue.index import Catalogue, build_catalogue
from sangkien.catalogue.public import public_catalogue
from sangkien.check.fair import examine_all, lay_ground
from sangkien.search.core import Sizes, with_size
from sangkien.search.patch import patched
from sangkien.search.plan import SearchPlan
from sangkien.search.postings import Postings
from sangkien.shell.slots import Chrome
from sangkien.source.configuration import load_settings, load_words
from sangkien.source.load import slugs
from sangkien.source.tree import DiskTree
from sangkien.targets.pages import PagePlan
from sangkien.views.words import Words
from small_fair import make_fair

BATCH = 250


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


@contextmanager
def timed(what: str) -> Iterator[None]:
    start = time.process_time()
    yield
    say(f"{what:<40} {time.process_time() - start:7.3f} s")


def plan_of(root: Path) -> SearchPlan:
    tree = DiskTree(str(root))
    settings = load_settings(tree, str(root), datetime.now(UTC))
    ground = lay_ground(tree, settings)
    examined = examine_all(tree, ground, slugs(tree, settings))
    stories = [one.story for one in examined.values() if one.story]
    whole = build_catalogue(settings, stories, ground.people, ground.vocabularies, ground.programme)
    public = public_catalogue(whole, [slug for slug, one in examined.items() if one.faulty])
    return planned(public, Words(settings.language, load_words(tree, settings)))


def planned(public: Catalogue, words: Words) -> SearchPlan:
    return SearchPlan(PagePlan(public, words, "", Chrome("", {})))


def index(plan: SearchPlan) -> dict[str, str]:
    """Name → text of every file."""
    total = len(plan.catalogue.stories)
    postings, made = Postings(), {}
    with timed("words of all stories, gathered"):
        batches = [plan.gather(range(n, min(n + BATCH, total))) for n in range(0, total, BATCH)]
    with timed("batches joined"):
        for batch in batches:
            postings.take(batch)
    sizes: dict[str, Sizes] = {}
    with timed("files of words"):
        for name, text in plan.word_files(postings):
            made[name] = text
            with_size(sizes, name, len(text.encode()))
    with timed("facets and core"):
        rest = [*plan.facets(), plan.core(sizes, made)]
    with timed("cards and lines"):
        for section, keys in plan.sections().items():
            rest += plan.section(section, keys)
    with timed("fingerprints of cards and lines"):
        for section, keys in plan.sections().items():
            for key in keys:
                plan.fingerprint(section, key)
    return made | {Path(target.path).stem: target.data for target in rest}


def mend(plan: SearchPlan, made: dict[str, str]) -> None:
    """One story gets another summary and text."""
    stories = dict(plan.catalogue.stories)
    slug = list(stories)[len(stories) // 2]
    story = stories[slug]
    initiative = replace(story.initiative, summary="Một câu tóm tắt khác hẳn của tổ cơ điện.")
    stories[slug] = replace(
        story, initiative=initiative, body=story.body + "\n\nThêm một đoạn.", digest="other"
    )
    after = planned(replace(plan.catalogue, stories=stories), plan.pages.words)
    with timed("numbers of an edited fair"):
        after.numbers  # noqa: B018  # made when first asked for
    with timed("files of words mended after one edit"):
        changed = patched(plan.numbers, after, plan.terms, made.get).files
    say(f"{'files of words mended':<40} {len(changed):7}")


def table(made: dict[str, str]) -> None:
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for name, text in made.items():
        raw = text.encode()
        groups[name if name == "core" or name[:2] in ("f-", "g-") else name[:2]].append(
            (len(raw), len(gzip.compress(raw, 9, mtime=0)))
        )
    say(f"{'':<12}{'files':>7}{'all KB':>9}   bytes: {'median':>8}{'p95':>8}{'most':>9}")
    for kind, sizes in sorted(groups.items()):
        for which, label in ((0, ""), (1, "gzip")):
            row = sorted(size[which] for size in sizes)
            median, p95 = row[len(row) // 2], row[min(len(row) - 1, len(row) * 95 // 100)]
            head = f"{kind:<6}{label:<6}{len(row) if not which else '':>7}{sum(row) // 1024:>9,}"
            say(f"{head}          {median:>8,}{p95:>8,}{row[-1]:>9,}")


def main() -> None:
    """Measure one fair."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("fair", help="a fair's folder, or a number of stories to invent")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(given.fair)
        if given.fair.isdigit():
            root = make_fair(Path(folder) / "fair", stories=int(given.fair))
        plan = plan_of(root)
    say(f"{len(plan.catalogue.stories):,} stories, {len(plan.catalogue.by_person):,} people")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    made = index(plan)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    say(f"{'memory at its peak, over that of stories':<40} {(peak - before) / 1024:7.0f} MB")
    mend(plan, made)
    table(made)


if __name__ == "__main__":
    main()
