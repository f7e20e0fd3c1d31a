"""Charts as plain data: boxes, lines, dots and labels in whole units, and the table that says the same.

A chart is ``WIDTH`` units wide and as high as it says. Templates draw it as it stands; colours and sizes of
letters are the stylesheet's, which sets them larger on a phone: labels keep room for that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sangkien.text.formats import month_text
from sangkien.views.words import Words

WIDTH = 720
ROW = 68
BAR = 18
TOP, BASE, FOOT = 36, 216, 260
"""Of columns and dots: where the highest value, nought and the labels of the axis stand."""
MOST_MONTHS = 60
MOST_COLUMNS = 40
LABELLED_COLUMNS = 12
TICK_ROOM = 90
"""Units from one label of the axis to the next, so that they never touch, on a phone either."""
NAME_LETTERS = 26


class Bar(NamedTuple):
    """A phase: how many, of how many."""

    name: str
    number: int
    target: int | None


class Dot(NamedTuple):
    """A reported count; ``whole``: of the whole programme, not of one phase."""

    day: date
    number: int
    whole: bool


def bars(rows: Sequence[Bar], words: Words) -> dict[str, Any] | None:
    """Count on target, one row each, all on one scale. None where there is no row, or all is nought."""
    most = max((max(row.number, row.target or 0) for row in rows), default=0)
    if not most:
        return None
    boxes, labels = [], []
    for place, row in enumerate(rows):
        y = place * ROW
        if row.target:
            boxes.append(_box("track", 0, y + 38, _part(row.target, most, WIDTH), BAR))
        if row.number:
            boxes.append(_box("fill", 0, y + 38, _part(row.number, most, WIDTH), BAR))
        if row.target and row.number > row.target:  # the bar hides where its target ends
            boxes.append(_box("goal", _part(row.target, most, WIDTH) - 2, y + 34, 3, BAR + 8))
        labels += [_label(0, y + 26, shortened(row.name)), _label(WIDTH, y + 26, _of(row, words), "end")]
    return {
        "title": words("chart.phases"),
        "text": " ".join(f"{row.name}: {_of(row, words)}." for row in rows),
        "height": len(rows) * ROW,
        "boxes": boxes,
        "lines": [],
        "dots": [],
        "labels": labels,
        "head": [words("chart.phase"), words("programme.count_number"), words("chart.target")],
        "rows": [
            [row.name, words.number(row.number), words.number(row.target) if row.target else words("unknown")]
            for row in rows
        ],
    }


def columns(days: Sequence[date], words: Words) -> dict[str, Any] | None:
    """How many in each month from the first to the last, or in each year where the months are too many."""
    if not days:
        return None
    found = _by_month(days, words) or _by_year(days)
    most = max(count for _, _, count in found)
    starts = [place * WIDTH // len(found) for place in range(len(found) + 1)]
    boxes: list[dict[str, Any]] = []
    labels: list[dict[str, Any]] = []
    for (_, _, count), x, end in zip(found, starts, starts[1:], strict=False):
        width = max(2, (end - x) * 4 // 5)
        height = _part(count, most, BASE - TOP) if count else 0
        if count:
            boxes.append(_box("fill", x, BASE - height, width, height))
        if count and (len(found) <= LABELLED_COLUMNS or (count == most and not labels)):
            middle = min(max(x + width // 2, 30), WIDTH - 30)
            labels.append(_label(middle, BASE - height - 10, words.number(count), "middle"))
    labels += _ticks([(x, tick) for (_, tick, _), x in zip(found, starts, strict=False)])
    return {
        "title": words("chart.months"),
        "text": words(
            "chart.months_text", first=found[0][0], last=found[-1][0], most=words.number(most), n=len(days)
        ),
        "height": FOOT,
        "boxes": boxes,
        "lines": [_line(BASE)],
        "dots": [],
        "labels": labels,
        "head": [words("chart.time"), words("programme.count_number")],
        "rows": [[name, words.number(count)] for name, _, count in found],
    }


def dots(counts: Sequence[Dot], words: Words) -> dict[str, Any] | None:
    """Reported counts by their day. One alone says no more than its row in a table: None."""
    if len(counts) < 2:
        return None
    found = sorted(counts)
    first, last = found[0], found[-1]
    top = ceiling(max(dot.number for dot in found))
    span = (last.day - first.day).days
    marks = [
        {
            "kind": "whole" if dot.whole else "phase",
            "x": 16 + (dot.day - first.day).days * (WIDTH - 32) // span if span else WIDTH // 2,
            "y": BASE - dot.number * (BASE - TOP) // top,
        }
        for dot in found
    ]
    labels = [_label(0, TOP - 10, words.number(top))]
    if span:
        labels.append(_label(0, FOOT - 6, words.date(first.day)))
    labels.append(_label(WIDTH, FOOT - 6, words.date(last.day), "end"))
    return {
        "title": words("chart.reported"),
        "text": words(
            "chart.reported_text",
            n=len(found),
            first=words.date(first.day),
            last=words.date(last.day),
            count=words.number(last.number),
        ),
        "height": FOOT,
        "boxes": [],
        "lines": [_line(TOP), _line((TOP + BASE) // 2), _line(BASE)],
        "dots": marks,
        "labels": labels,
        "both": {dot.whole for dot in found} == {True, False},
        "head": [],
        "rows": [],
    }


def ceiling(value: int) -> int:
    """The least of 1, 2, 5, 10, 20, 50 … that is not below a value: the top of an axis."""
    step = 1
    while True:
        for times in (1, 2, 5):
            if step * times >= value:
                return step * times
        step *= 10


def shortened(text: str) -> str:
    """A label of at most ``NAME_LETTERS`` letters: a drawing breaks no line."""
    return text if len(text) <= NAME_LETTERS else text[: NAME_LETTERS - 1].rstrip() + "…"


def _by_month(days: Sequence[date], words: Words) -> list[tuple[str, str, int]]:
    """(name, tick, count) of every month from the first to the last; nothing where they are too many."""
    counted = Counter(day.year * 12 + day.month - 1 for day in days)
    first, last = min(counted), max(counted)
    if last - first >= MOST_MONTHS:
        return []
    return [
        (
            month_text(date(month // 12, month % 12 + 1, 1), words.language),
            str(month // 12) if month in (first, month // 12 * 12) else "",
            counted[month],
        )
        for month in range(first, last + 1)
    ]


def _by_year(days: Sequence[date]) -> list[tuple[str, str, int]]:
    """The same of the years that have any, the newest of them."""
    counted = Counter(day.year for day in days)
    return [(str(year), str(year), counted[year]) for year in sorted(counted)[-MOST_COLUMNS:]]


def _ticks(found: Sequence[tuple[int, str]]) -> list[dict[str, Any]]:
    """Labels of the axis, those left out that would touch the one before or leave the drawing."""
    labels: list[dict[str, Any]] = []
    room = 0
    later = [x for x, text in found if text]
    for x, text in found:
        near = len(later) > 1 and x == later[0] and later[1] - x < TICK_ROOM
        if text and room <= x <= WIDTH - 60 and not near:
            labels.append(_label(x, FOOT - 6, text))
            room = x + TICK_ROOM
    return labels


def _of(row: Bar, words: Words) -> str:
    count = words.number(row.number)
    return words("chart.of", count=count, target=words.number(row.target)) if row.target else count


def _part(value: int, most: int, length: int) -> int:
    """``value`` on a scale where ``most`` is ``length``; what is there is seen, if by three units."""
    return max(3, value * length // most)


def _box(kind: str, x: int, y: int, width: int, height: int) -> dict[str, Any]:
    return {"kind": kind, "x": x, "y": y, "width": width, "height": height}


def _line(y: int) -> dict[str, int]:
    return {"y": y}


def _label(x: int, y: int, text: str, anchor: str = "start") -> dict[str, Any]:
    return {"x": x, "y": y, "text": text, "anchor": anchor}
