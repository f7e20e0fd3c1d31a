"""JSON Schemas of the front matter of initiatives and events, for editors: read off the model.

It says what an editor can show while one types. An editor types scalars itself (YAML 1.2: ``120`` is a
number), the loader doesn't: so plain text may be a number here. What needs other files (ids, photos, dates
against each other) is left to the rules. ``python -m sangkien.model.schema`` prints that of an initiative,
``python -m sangkien.model.schema event`` that of an event.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from sangkien.model import scalars
from sangkien.model.event import Event
from sangkien.model.initiative import Initiative, PublicReport

Schema = dict[str, Any]

DESCRIPTIONS: Final[Mapping[str, str]] = {
    "title": "Tên sáng kiến",
    "summary": "Tóm tắt một, hai câu, nhiều nhất 300 ký tự",
    "code": "Số hiệu: trang có thêm địa chỉ ngắn /s/<số hiệu>/",
    "authors": "Tác giả, theo thứ tự đóng góp",
    "organisation": "Mã đơn vị áp dụng sáng kiến",
    "sector": "Mã lĩnh vực",
    "solution": "Mã loại giải pháp",
    "place": "Mã địa bàn",
    "applied": "Ngày áp dụng hoặc dùng thử lần đầu",
    "registered": "Ngày đăng ký: quyết định giai đoạn và tháng khi thống kê",
    "status": "Trạng thái: draft là bản nháp, published là đăng, withdrawn là gỡ",
    "published": "Ngày đăng; ghi ngày sắp tới thì đến ngày đó trang mới hiện",
    "updated": "Ngày sửa gần nhất",
    "corrections": "Những chỗ đã đính chính sau khi đăng",
    "benefit": "Lợi ích: số tiền mỗi năm (đồng), mã lợi ích, cách tính, nơi xác nhận",
    "recognition": "Công nhận và khen thưởng",
    "featured": "Đưa lên trang chủ và trang vinh danh; rank 1 đứng đầu",
    "photos": "Ảnh trong cùng thư mục",
    "videos": "Đường dẫn tới video đã đăng ở nơi khác",
    "replication": "Nơi khác muốn làm theo cần gì: chi phí (đồng), vật tư, điều kiện, phòng ban để hỏi",
    "adopters": "Những đơn vị đã làm theo",
    "press": "Báo chí đã viết",
    "confidential": "Sáng kiến bảo mật: chỉ hiện tên, tóm tắt, tác giả và khen thưởng",
    "aliases": "Tên thư mục cũ: ai mở địa chỉ cũ sẽ được đưa tới đây",
    "sample": "Nội dung bịa ra để minh họa, không tính vào số liệu",
    "tags": "Từ khóa",
}
"""What an editor shows beside each key; README.vi.md has the same sentences in its table."""
EVENT_DESCRIPTIONS: Final[Mapping[str, str]] = {
    "name": "Tên sự kiện",
    "summary": "Tóm tắt một, hai câu, nhiều nhất 300 ký tự",
    "kind": "Mã loại sự kiện trong danh mục event-kinds",
    "days": "Các ngày, mỗi ngày từ giờ nào đến giờ nào, theo múi giờ của hội thi",
    "venue": "Nơi tổ chức: tên, địa chỉ, mã địa bàn, đường đến",
    "status": "Trạng thái: draft là bản nháp, published là đăng, withdrawn là gỡ",
    "published": "Ngày đăng; ghi ngày sắp tới thì đến ngày đó trang mới hiện",
    "updated": "Ngày sửa gần nhất",
    "cancelled": "Sự kiện đã hủy: trang vẫn còn và nói rõ điều đó",
    "organisers": "Tên các đơn vị tổ chức",
    "contact": "Phòng, ban để hỏi; được ghi số máy bàn của cơ quan",
    "sessions": "Lịch trình: từng phiên, giờ, nơi, người phát biểu, sáng kiến được nói tới",
    "booths": "Các gian: số gian, sáng kiến hoặc đơn vị ở đó",
    "results": "Kết quả, ghi sau khi sự kiện xong: vài dòng, và số liệu kèm nguồn",
    "photos": "Ảnh trong thư mục cùng tên với tệp này",
    "aliases": "Tên tệp cũ: ai mở địa chỉ cũ sẽ được đưa tới đây",
    "sample": "Nội dung bịa ra để minh họa",
}
"""The same of an event."""

_ANY_TEXT: Final = ["string", "number", "boolean"]


def _whole(pattern: re.Pattern[str]) -> str:
    return f"^(?:{pattern.pattern})$".replace(r"\"", '"')  # JavaScript knows no escape of a quotation mark


_SCALARS: Final[tuple[tuple[Any, Schema], ...]] = (
    (scalars.Line, {"type": _ANY_TEXT, "minLength": 1, "maxLength": 300}),
    (scalars.Prose, {"type": _ANY_TEXT, "minLength": 1}),
    (scalars.Integer, {"type": "integer"}),
    (scalars.Amount, {"type": "integer", "minimum": 0}),
    (scalars.Year, {"type": "integer", "minimum": 1900, "maximum": 2200}),
    (scalars.Share, {"type": "number", "exclusiveMinimum": 0, "maximum": 100}),
    (scalars.Boolean, {"type": "boolean"}),
    (scalars.Date, {"type": "string", "format": "date"}),
    (scalars.Hour, {"type": "string", "pattern": _whole(scalars._HOUR)}),
    (scalars.Way, {"type": "string", "pattern": "^(/(?!/)|[Hh][Tt][Tt][Pp][Ss]?://)"}),
    (scalars.Moment, {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}([T ].*(Z|[+-]\d{2}:\d{2}))?$"}),
    (scalars.Url, {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"}),
    (
        scalars.Slug,
        {"type": ["string", "integer"], "pattern": _whole(scalars._SLUG), "maxLength": scalars.MAX_SLUG},
    ),
    (scalars.Code, {"type": ["string", "integer"], "pattern": _whole(scalars._CODE)}),
    (scalars.FileName, {"type": "string", "pattern": _whole(scalars._FILE)}),
)


def initiative_schema() -> Schema:
    """The whole schema (draft 2020-12), one definition for each class of the model."""
    return _whole_schema(Initiative, DESCRIPTIONS)


def event_schema() -> Schema:
    """The same of an event."""
    return _whole_schema(Event, EVENT_DESCRIPTIONS)


def _whole_schema(record: Any, descriptions: Mapping[str, str]) -> Schema:
    definitions: dict[str, Schema] = {}
    top = _object(record, definitions)
    for key, text in descriptions.items():
        top["properties"][key] |= {"description": text}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": record.__name__,
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text(name: str = "initiative") -> str:
    """As it stands in ``docs/initiative.schema.json``, or ``docs/event.schema.json`` for ``event``."""
    schema = event_schema() if name == "event" else initiative_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _object(record: Any, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(record, include_extras=True)
    names = {item.name: _alias(hints[item.name]) or item.name for item in fields(record)}
    properties = {names[item.name]: _schema(_bare(hints[item.name]), definitions) for item in fields(record)}
    if record is PublicReport:
        properties["basis"] = {"const": "public-report"}  # what tells it from the other kinds of consent
    needed = [names[item.name] for item in fields(record) if item.default is MISSING]
    shape: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {"description": (record.__doc__ or "").split("\n")[0], **shape, "required": needed}


def _alias(hint: Any) -> str | None:
    """The key that people write, where the field has another name."""
    return next((part.alias for part in _notes(hint) if isinstance(part, FieldInfo)), None)


def _bare(hint: Any) -> Any:
    """A type without the notes on its key."""
    notes = _notes(hint)
    if not any(isinstance(part, FieldInfo) for part in notes):
        return hint
    kept = tuple(part for part in notes if not isinstance(part, FieldInfo))
    return Annotated[(get_args(hint)[0], *kept)] if kept else get_args(hint)[0]


def _notes(hint: Any) -> tuple[Any, ...]:
    return get_args(hint)[1:] if get_origin(hint) is Annotated else ()


def _schema(hint: Any, definitions: dict[str, Schema]) -> Schema:
    known = next((schema for scalar, schema in _SCALARS if scalar == hint), None)
    if known:
        return dict(known)
    if is_dataclass(hint):
        name = getattr(hint, "__name__", "")
        if name not in definitions:
            definitions[name] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{name}"}
    if hint is date:
        return {"type": "string", "format": "date"}
    return _composed(hint, definitions)


def _composed(hint: Any, definitions: dict[str, Schema]) -> Schema:
    """Of what is made of other types: lists, choices, alternatives. None is a key left out, never a value."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _schema(arguments[0], definitions)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin in (Union, UnionType):
        found = [_schema(part, definitions) for part in arguments if part is not NoneType]
        return found[0] if len(found) == 1 else {"anyOf": found}
    raise TypeError(f"no schema for {hint}")


if __name__ == "__main__":
    sys.stdout.buffer.write(schema_text(*sys.argv[1:2]).encode())
