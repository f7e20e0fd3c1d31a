"""Front matter as text: our own careful YAML, every value in quotes, a doubt as a comment above its key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from sangkien.intake.entry import Entry, Value
from sangkien.rules.mends import quoted
from sangkien.rules.sections import REQUIRED

DOUBT: Final = "# Cần xem: "
"""What a doubt's comment begins with: a person deletes the line once it is settled."""
ORDER: Final = (
    *("title", "summary", "code", "authors", "organisation", "sector", "solution", "place", "applied"),
    *("registered", "status", "benefit", "recognition", "photos", "replication", "confidential", "tags"),
)
_PLAIN: Final = frozenset(
    {
        "status",
        "applied",
        "registered",
        "confidential",
        "organisation",
        "sector",
        "solution",
        "place",
        "level",
    }
    | {"award", "vnd_per_year", "cost_vnd", "share", "year", "date"}
)
"""Keys whose values are ids, numbers, days: they stand without quotes, as people write them."""
_BARE: Final = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_HEAD: Final = (
    "# Nhập từ {place}.\n"
    "# Trước khi đăng: xem các dòng “Cần xem”, hỏi từng tác giả rồi ghi ngày đồng ý "
    "(consent), viết tóm tắt.\n"
)


def written(entry: Entry) -> str:
    """The whole ``index.md`` of a new draft."""
    values = {**entry.values, "status": Value("draft")}
    lines = [line for key in ORDER if key in values for line in block(key, values[key])]
    head = _HEAD.format(place=_comment(entry.origin.place))
    head += "".join(f"{DOUBT}{_comment(note.vi)}\n" for note in entry.notes)
    return f"---\n{head}" + "\n".join(lines) + f"\n---\n{story(entry.sections)}"


def story(sections: Mapping[str, str]) -> str:
    """The sections in their order, those that are missing left out."""
    found = [f"## {heading}\n\n{sections[heading]}\n" for heading in REQUIRED if sections.get(heading)]
    return "\n".join(found) or "\n"


def block(key: str, value: Value) -> list[str]:
    """The lines of one key: doubts as comments, then the value; without a value, doubts alone."""
    lines = [DOUBT + _comment(one.vi) for one in value.doubts]
    if value.data is None or value.data in ([], {}):
        return [*lines, f"# {key}:"] if lines else []
    return [*lines, *_nested(key, value.data, 0)]


def plain_values(entry: Entry) -> dict[str, Any]:
    """What reading the front matter gives back: without what has no value."""
    return {
        key: value.data
        for key, value in {**entry.values, "status": Value("draft")}.items()
        if value.data not in (None, [], {})
    }


def _nested(key: str, data: Any, depth: int) -> list[str]:
    indent = "  " * depth
    if isinstance(data, dict):
        return [
            f"{indent}{key}:",
            *(line for name, one in data.items() for line in _nested(name, one, depth + 1)),
        ]
    if isinstance(data, list) and data and isinstance(data[0], dict):
        lines = [f"{indent}{key}:"]
        for item in data:
            inner = [line for name, one in item.items() for line in _nested(name, one, depth + 2)]
            lines += [f"{indent}  - {inner[0].lstrip()}", *inner[1:]]
        return lines
    if isinstance(data, list):
        return [f"{indent}{key}: [{', '.join(map(quoted, data))}]"]
    if data == "":
        return [f"{indent}{key}:"]
    return [f"{indent}{key}: {data if key in _PLAIN and _BARE.fullmatch(data) else quoted(data)}"]


def _comment(text: str) -> str:
    return " ".join(text.split())
