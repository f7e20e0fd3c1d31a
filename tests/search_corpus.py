"""An invented catalogue in memory, of any size, and the search's index of it: no name in it is anybody's.

A title is a thing and what it is for, so that a query has one right answer; summary and text add syllables by
the frequencies of a real language (Zipf), so that files are as large as those of a real fair.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from sangkien.catalogue.index import Catalogue, build_catalogue
from sangkien.catalogue.records import Story, author_id, short_code
from sangkien.model.initiative import Author, Benefit, Initiative, Recognition
from sangkien.model.vocabulary import Entry, Vocabularies
from sangkien.search.core import with_size
from sangkien.search.plan import SearchPlan, target_of
from sangkien.search.postings import Postings
from sangkien.settings import Settings
from sangkien.shell.slots import Chrome
from sangkien.source.configuration import load_words
from sangkien.source.tree import DiskTree
from sangkien.targets.pages import PagePlan
from sangkien.text.folding import slugify
from sangkien.text.syllable import folded_syllables
from sangkien.views.words import Words

THINGS = {
    "co-khi": "máy cắt tôn|máy mài hai đá|đồ gá khoan lỗ|khuôn dập nắp hộp|băng tải con lăn",
    "dien": "tủ điện chiếu sáng|đèn báo mất pha|bơm nước tuần hoàn|quạt hút xưởng hàn",
    "thuy-san": "bàn cân tôm|kho lạnh cấp đông|máng rửa cá|dao tách vỏ nghêu",
    "may": "cữ may cổ áo|bàn trải vải|máy ép keo|giá treo cuộn chỉ",
    "cang": "cần trục bánh lốp|thang dây lên tàu|xe nâng hàng|chốt khóa thùng hàng",
    "y-te": "xe đẩy bình oxy|tủ ấm dịch truyền|sổ nhắc giờ uống thuốc|giường bệnh nâng đầu",
    "giao-duc": "bảng mô phỏng mạch điện|mô hình động cơ cắt bổ|thước dạy góc phay",
    "hanh-chinh": "sổ trực điện tử|mã tra cứu hồ sơ|hộp thư góp ý|lịch họp dùng chung",
    "nong": "bẫy côn trùng pin mặt trời|máng hứng mủ cao su|giàn phun sương vườn ươm",
}
AIMS = (
    "giảm tiếng ồn",
    "đỡ mỏi lưng",
    "tiết kiệm điện",
    "tránh kẹt tay",
    "rút ngắn thời gian chờ",
    "bớt phế phẩm",
    "chống trơn trượt",
    "dễ lau chùi",
)
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
GIVEN = ("Văn Mẫu", "Thị Thí Dụ", "Ví Dụ", "Thị Minh Họa", "Văn Giả Định", "Thị Tưởng Tượng", "Văn Giả Sử")
PEOPLE = [f"{a} {b}" for a, b in product(FAMILIES, GIVEN)]
UNITS = ("Cơ khí", "May", "Thép", "Cảng", "Thủy sản", "Điện", "Cao su", "Y tế", "Gạch men", "Đóng tàu")
MADE_UP = ("Thí Dụ", "Ví Dụ", "Giả Định", "Minh Họa", "Mẫu Một", "Mẫu Hai", "Tưởng Tượng")
PLACES = {"bai-mau": "Huyện Bãi Mẫu", "doi-thu": "Huyện Đồi Thử", "cua-song": "Thị xã Cửa Sông Mẫu"}
AWARDS = ("bang-khen-thu", "giai-thu")
BENEFITS = ("giam-chi-phi", "an-toan", "nang-suat")
SETTINGS = Settings("/", datetime(2030, 1, 1, tzinfo=UTC), "Hội chợ thử")
LEXICON = 1100
"""Folded syllables that titles, summaries and names of a real fair of ten thousand use."""


def corpus(
    size: int,
    summary: int = 12,
    text: int = 40,
    branches: Sequence[str] = ("",),
    people: Sequence[str] = PEOPLE,
) -> Catalogue:
    """``size`` stories; ``summary`` and ``text`` are the syllables that each gets beside its title.

    ``branches``: what the names of units end in, each of them seventy times.
    """
    rng = random.Random(1948)  # noqa: S311  # the same stories each time, no secret
    names = [(sector, name) for sector, line in THINGS.items() for name in line.split("|")]
    pairs = [(sector, f"{name} {aim}") for (sector, name), aim in product(names, AIMS)]
    units = {
        slugify(name): name
        for name in (f"Công ty {a} {b}{c}" for a, b, c in product(UNITS, MADE_UP, branches))
    }
    syllables, weights = _syllables(rng)
    noise = iter(rng.choices(syllables, weights, k=size * (summary + text)))
    stories = []
    for number in range(size):
        sector, name = pairs[number] if number < len(pairs) else rng.choice(pairs)
        title = name[0].upper() + name[1:]
        if number >= len(pairs):
            title += " " + " ".join(rng.choices(syllables, weights, k=4))
        unit, person = rng.choice(list(units)), rng.choice(people)
        initiative = Initiative(
            title=title,
            summary=" ".join(next(noise) for _ in range(summary)),
            authors=(Author(name=person, organisation=unit),),
            organisation=unit,
            sector=sector,
            status="published",
            solution="ky-thuat",
            place=rng.choice(list(PLACES)),
            applied=f"{2019 + number % 5}-03-01",  # type: ignore[arg-type]  # typed from text, as in a file
            published=f"2022-{1 + number % 12:02d}-{1 + number % 28:02d}",  # type: ignore[arg-type]  # likewise
            benefit=Benefit(kinds=(rng.choice(BENEFITS),)),
            recognition=(Recognition(award=AWARDS[number % 2]),) if number % 4 == 0 else (),
        )
        slug = slugify(title) if number < len(pairs) else f"{slugify(name)}-{number}"
        stories.append(
            Story(
                slug=slug,
                file=f"initiatives/{slug}/index.md",
                initiative=initiative,
                body=" ".join(next(noise) for _ in range(text)),
                digest=slug,
                code=short_code(initiative, slug),
                card=slug,
                author_ids=(author_id(initiative.authors[0], initiative),),
            )
        )
    return build_catalogue(SETTINGS, stories, (), _vocabularies(units))


def _syllables(rng: random.Random) -> tuple[list[str], list[float]]:
    """Syllables with a tone or none, and how often each comes: a few of them very often."""
    chosen = rng.sample(sorted(folded_syllables()), LEXICON)
    tones = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
    spoken = []
    for one in chosen:
        at = max(one.rfind(vowel) for vowel in "aeiouy") + 1
        spoken.append(unicodedata.normalize("NFC", one[:at] + rng.choice(tones) + one[at:]))
    return spoken, [1 / (10 + rank) for rank in range(LEXICON)]


def _vocabularies(units: dict[str, str]) -> Vocabularies:
    def entries(names: dict[str, str]) -> dict[str, Entry]:
        return {key: Entry(id=key, name=name) for key, name in names.items()}

    return Vocabularies(
        sectors=entries({key: line.split("|")[0] for key, line in THINGS.items()}),
        solutions=entries({"ky-thuat": "Giải pháp kỹ thuật"}),
        benefits=entries({key: key for key in BENEFITS}),
        places=entries(PLACES),
        organisations=entries(units),
        awards=entries({key: key for key in AWARDS}),
        synonyms=entries({"qcv": "quạt hút"}),
    )


def write_index(catalogue: Catalogue, site: Path, theme: Path) -> None:
    """The files of the index alone, into ``site``: what a build would write there."""
    words = Words("vi", load_words(DiskTree(str(theme.parent)), SETTINGS))
    plan = SearchPlan(PagePlan(catalogue, words, "", Chrome("", {})))
    postings, sizes, names = Postings(), {}, []
    postings.take(plan.gather(range(len(catalogue.stories))))
    targets = []
    for name, content in plan.word_files(postings):
        with_size(sizes, name, len(content.encode()))
        names.append(name)
        targets.append(target_of(name, content))
    for section, keys in plan.sections().items():
        targets += plan.section(section, keys)
    for target in (*targets, *plan.facets(), plan.core(sizes, names)):
        path = site / target.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(target.data.encode())
