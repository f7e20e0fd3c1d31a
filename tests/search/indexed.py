"""Small public catalogues in memory, and their whole index: all invented."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sangkien.catalogue.index import build_catalogue
from sangkien.catalogue.public import public_catalogue
from sangkien.catalogue.records import Story, author_ids
from sangkien.model.initiative import Author, Initiative
from sangkien.model.vocabulary import Entry, Vocabularies
from sangkien.search.core import Sizes, with_size
from sangkien.search.plan import SearchPlan
from sangkien.search.postings import Postings
from sangkien.search.shards import value_of
from sangkien.settings import Settings
from sangkien.shell.slots import Chrome
from sangkien.source.configuration import load_words
from sangkien.source.tree import DiskTree
from sangkien.targets.pages import PagePlan
from sangkien.views.words import Words
from small_fair import REPOSITORY

SETTINGS = Settings(str(REPOSITORY), datetime(2026, 6, 1, tzinfo=UTC), "Hội chợ thử")
WORDS = Words("vi", load_words(DiskTree(str(REPOSITORY)), SETTINGS))
VOCABULARIES = Vocabularies(
    sectors={
        "dien": Entry(id="dien", name="Điện", hue="3", motif="bolt"),
        "trong": Entry(id="trong", name="Không ai dùng"),
        "co-khi": Entry(id="co-khi", name="Cơ khí – tự động hóa", short="Cơ khí"),
    },
    solutions={"ky-thuat": Entry(id="ky-thuat", name="Giải pháp kỹ thuật")},
    organisations={
        "xuong": Entry(id="xuong", name="Xưởng Ví Dụ", place="vung-thu"),
        "cang": Entry(id="cang", name="Cảng Thí Dụ"),
    },
    places={"vung-thu": Entry(id="vung-thu", name="Vùng Thử")},
    synonyms={"sk": Entry(id="sk", name="sáng kiến")},
)


def story(number: int, body: str = "", **changes: Any) -> Story:
    """A story of a number, oldest first; its digest is that of all it holds."""
    values: dict[str, Any] = {
        "title": f"Máy số {number}",
        "summary": "Làm nhanh hơn.",
        "authors": (Author(name="Hồ Mẫu", consent=date(2022, 1, 2)),),
        "organisation": "xuong",
        "sector": "dien",
        "status": "published",
        "published": date(2022, 3, 1),
    }
    initiative = Initiative(**values | changes)
    slug = f"viec-{number:03d}"
    digest = hashlib.sha256(repr((initiative, body)).encode()).hexdigest()
    return Story(
        slug,
        f"initiatives/{slug}/index.md",
        initiative,
        body,
        digest=digest,
        card=digest,
        author_ids=author_ids(initiative),
    )


def plan_of(stories: Iterable[Story], vocabularies: Vocabularies = VOCABULARIES) -> SearchPlan:
    """The plan of the public catalogue of these stories."""
    public = public_catalogue(build_catalogue(SETTINGS, stories, (), vocabularies))
    return SearchPlan(PagePlan(public, WORDS, "", Chrome("", {})))


def word_files(plan: SearchPlan, batch: int = 3) -> dict[str, str]:
    """Name → text of each file of words; the later half of the batches comes first."""
    total = len(plan.catalogue.stories)
    batches = [plan.gather(range(n, min(n + batch, total))) for n in range(0, total, batch)]
    postings = Postings()
    for one in reversed(batches):
        postings.take(one)
    return dict(plan.word_files(postings))


def values(plan: SearchPlan) -> dict[str, Any]:
    """Name → value of every file of the index."""
    made = word_files(plan)
    sizes: dict[str, Sizes] = {}
    for name, text in made.items():
        with_size(sizes, name, len(text.encode()))
    targets = [*plan.facets(), plan.core(sizes, made)]
    for section, keys in plan.sections().items():
        targets += plan.section(section, keys)
    made |= {Path(target.path).stem: target.data for target in targets}
    return {name: value_of(name, text) for name, text in made.items()}
