"""The public catalogue, and what was found in the source, as tables for a meeting; no sample is in any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story, day_of
from sangkien.catalogue.unit_counts import UnitCount
from sangkien.diagnostics import Diagnostic, Language, Text
from sangkien.model.programme import Count
from sangkien.report.workbook import Cell
from sangkien.text.formats import month_text
from sangkien.text.names import text_key

NEAR = "CAT006"
"""The rule that finds stories which are nearly the same."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the report. ``money``: columns (from 0) in đồng; ``note`` stands below the heading."""

    key: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    money: tuple[int, ...] = ()


class Sums(NamedTuple):
    """What the report begins with."""

    stories: int
    people: int
    units: int
    drafts: int
    confirmed: int
    unconfirmed: int


_UNKNOWN = Text("Chưa có thông tin", "Not known")
_COUNT = Text("Trang giới thiệu", "Shown on the site")
_BY_HAND = Text("Đơn vị báo cáo", "Reported by units")
_BY_HAND_NOTE = Text(
    "Cột “Đơn vị báo cáo” cộng các dòng của content/counts.csv; hai cột đếm hai việc khác nhau.",
    "“Reported by units” adds up the rows of content/counts.csv; the two columns count different things.",
)


def real_stories(public: Catalogue) -> tuple[Story, ...]:
    """What counts: shown at this hour, and no sample."""
    return tuple(story for story in public.stories.values() if not story.head.sample)


def sums(public: Catalogue, everything: Catalogue) -> Sums:
    """Numbers at the top: đồng a year for the benefit; drafts of the source."""
    stories = real_stories(public)
    confirmed = unconfirmed = 0
    for story in stories:
        if benefit := story.initiative.benefit:
            if benefit.confirmed_by:
                confirmed += benefit.vnd_per_year or 0
            else:
                unconfirmed += benefit.vnd_per_year or 0
    drafts = sum(
        one.initiative.status == "draft" and not one.head.sample for one in everything.stories.values()
    )
    people = {key for story in stories for key in story.author_ids if key}
    units = {story.initiative.organisation for story in stories if not story.head.confidential}
    return Sums(len(stories), len(people), len(units), drafts, confirmed, unconfirmed)


def by_phase(public: Catalogue, language: Language) -> Table | None:
    """Phases against targets, beside what was reported of each last."""
    programme = public.programme
    if programme is None:
        return None
    phases = Counter(
        phase.id if (phase := programme.phase_of(story.head.counted_on)) else None
        for story in real_stories(public)
    )
    reported = {count.phase: count for count in sorted(programme.counts, key=lambda count: count.date)}
    rows: list[tuple[Cell, ...]] = [
        (phase.name, phases[phase.id], phase.target, *_last(reported.get(phase.id)))
        for phase in programme.phases
    ]
    if phases[None]:
        rows.append((Text("Ngoài các giai đoạn", "In no phase").of(language), phases[None], None, None, None))
    whole = Text("Cộng", "All").of(language)
    rows.append((whole, sum(phases.values()), programme.target, *_last(reported.get(None))))
    head = (Text("Giai đoạn", "Phase"), _COUNT, Text("Mục tiêu", "Target"))
    more = (Text("Báo cáo gần nhất", "Last reported"), Text("Ngày báo cáo", "On"))
    return _table("phases", Text("Theo giai đoạn", "By phase"), (*head, *more), rows, language)


def _last(count: Count | None) -> tuple[int | None, date | None]:
    return (count.count, count.date) if count else (None, None)


def by_month(public: Catalogue, counts: Sequence[UnitCount], language: Language) -> Table:
    """By the day that decides the month, beside what units reported; a running sum."""
    days = [story.head.counted_on for story in real_stories(public)]
    found = Counter(day.replace(day=1) for day in days if day)
    hand: Counter[date] = Counter()
    for count in counts:
        hand[count.month] += count.number
    rows: list[tuple[Cell, ...]] = []
    running = 0
    for month in sorted(found.keys() | hand.keys()):
        running += found[month]
        rows.append((month_text(month, language), found[month], running, hand.get(month)))
    undated = days.count(None)
    if undated:
        rows.append((_UNKNOWN.of(language), undated, running + undated, None))
    head = (Text("Tháng", "Month"), _COUNT, Text("Cộng dồn", "Running sum"), _BY_HAND)
    title = Text("Theo tháng đăng ký hoặc áp dụng", "By month of registration or first use")
    return _table("months", title, head, rows, language, _BY_HAND_NOTE)


def by_unit(public: Catalogue, counts: Sequence[UnitCount], language: Language) -> Table:
    """Every unit that shows or reported anything, the most first."""
    found = Counter(story.initiative.organisation for story in _open(public))
    hand: Counter[str] = Counter()
    for count in counts:
        hand[count.unit] += count.number
    rows: list[tuple[Cell, ...]] = [
        (_name(public, "organisations", key), found[key], hand.get(key))
        for key in sorted(found.keys() | hand.keys(), key=_by_count(public, "organisations", found))
    ]
    head = (Text("Đơn vị", "Unit"), _COUNT, _BY_HAND)
    return _table("units", Text("Theo đơn vị", "By unit"), head, rows, language, _BY_HAND_NOTE)


def by_group(public: Catalogue, vocabulary: str, language: Language) -> Table:
    """``places`` or ``sectors``: every entry of the vocabulary, those without a story too."""
    place = vocabulary == "places"
    found = Counter(story.initiative.place if place else story.initiative.sector for story in _open(public))
    keys = [
        key for key, entry in public.vocabularies.names(vocabulary).items() if not entry.sample or found[key]
    ]
    rows: list[tuple[Cell, ...]] = [
        (_name(public, vocabulary, key), found[key])
        for key in sorted(keys, key=_by_count(public, vocabulary, found))
    ]
    if found[None]:
        rows.append((_UNKNOWN.of(language), found[None]))
    name = Text("Địa bàn", "Place") if place else Text("Lĩnh vực", "Sector")
    title = Text("Theo địa bàn", "By place") if place else Text("Theo lĩnh vực", "By sector")
    return _table(vocabulary, title, (name, _COUNT), rows, language)


def by_confirmation(public: Catalogue, language: Language) -> Table:
    """Benefit a year by who confirmed it; what nobody did stands last."""
    money: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for story in _open(public):
        benefit = story.initiative.benefit
        if benefit and benefit.vnd_per_year:
            money[benefit.confirmed_by or ""] += benefit.vnd_per_year
            number[benefit.confirmed_by or ""] += 1
    keys = sorted(money, key=lambda key: (not key, -money[key], key))
    nobody = Text("Chưa ai xác nhận", "Confirmed by nobody").of(language)
    rows: list[tuple[Cell, ...]] = [(key or nobody, number[key], money[key]) for key in keys]
    head = (
        Text("Nơi xác nhận", "Confirmed by"),
        Text("Sáng kiến", "Stories"),
        Text("Đồng một năm", "Đồng a year"),
    )
    title = Text("Hiệu quả và nơi xác nhận", "Benefit, and by whom it is confirmed")
    return replace(_table("benefit", title, head, rows, language), money=(2,))


def incomplete(found: Iterable[Diagnostic], samples: Callable[[str], bool], language: Language) -> Table:
    """What the check has to say of everything but samples; near-duplicates have a table of their own."""
    names = (
        Text("lưu ý", "notice"),
        Text("cảnh báo", "warning"),
        Text("lỗi", "error"),
    )
    rows: list[tuple[Cell, ...]] = [
        (item.file, item.span.line, names[item.severity].of(language), item.code, item.message.of(language))
        for item in sorted(found, key=lambda item: (-item.severity, *item.sort_key()))
        if item.code != NEAR and not samples(item.file)
    ]
    head = (Text("Tệp", "File"), Text("Dòng", "Line"), Text("Mức", "Severity"), Text("Mã", "Code"))
    title = Text("Còn thiếu, còn sai", "Incomplete or wrong")
    return _table("incomplete", title, (*head, Text("Điều gì", "What")), rows, language)


def duplicates(found: Iterable[Diagnostic], samples: Callable[[str], bool], language: Language) -> Table:
    """Pairs of stories that may be one, for people to decide."""
    rows: list[tuple[Cell, ...]] = [
        (item.file, item.message.of(language))
        for item in found
        if item.code == NEAR and not samples(item.file)
    ]
    head = (Text("Tệp", "File"), Text("Giống bài nào", "What it is like"))
    return _table(
        "duplicates", Text("Có thể trùng, cần quyết định", "To decide: may be one"), head, rows, language
    )


def published_days(public: Catalogue) -> list[date]:
    """The day each real story was published, in the fair's zone."""
    settings = public.settings
    return [day_of(story.head.published, settings) for story in real_stories(public) if story.head.published]


def _open(public: Catalogue) -> list[Story]:
    """Of a confidential story nothing is told but that it is there."""
    return [story for story in real_stories(public) if not story.head.confidential]


def _name(public: Catalogue, vocabulary: str, key: str | None) -> str:
    entry = public.entry(vocabulary, key)
    return entry.name if entry else key or ""


def _by_count(
    public: Catalogue, vocabulary: str, found: Counter[str] | Counter[str | None]
) -> Callable[[str], tuple[object, ...]]:
    return lambda key: (-found[key], text_key(_name(public, vocabulary, key)))


def _table(
    key: str,
    title: Text,
    head: Sequence[Text],
    rows: Sequence[tuple[Cell, ...]],
    language: Language,
    note: Text | None = None,
) -> Table:
    texts = tuple(one.of(language) for one in head)
    return Table(key, title.of(language), texts, tuple(rows), note.of(language) if note else "")
