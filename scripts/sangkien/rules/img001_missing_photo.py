"""A photo that is named but isn't there.

## What it requires
Each file under `photos` lies in the initiative's folder (of an event: in the folder of its name), and a
portrait in `content/people`, under exactly that name. In a draft it is a notice.

## Why
Case and endings count: `May.JPG` and `may.jpg` are one file on Windows, but two on a web server.

## Example
```yaml
photos:
  - {file: xe-day.jpg, alt: Xe đẩy có bàn đạp phanh, credit: Tổ bảo trì}
```
```photos
xe-day.png png 1200x900
```

## Use instead
```yaml
photos:
  - {file: xe-day.png, alt: Xe đẩy có bàn đạp phanh, credit: Tổ bảo trì}
```
```photos
xe-day.png png 1200x900
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.mends import did_you_mean, quoted, replace_value
from sangkien.rules.pictures import ENDINGS, ending, named, same_but_for_spelling
from sangkien.rules.raw import STORIES, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.similarity import closest


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Mended where one free file differs in case, tones or ending only."""
    files = frozenset(document.folder)
    taken = {picture.file for picture in named(document)}
    for picture in named(document):
        if picture.file in files:
            continue
        free = tuple(file for file in document.folder if file not in taken and ending(file) in ENDINGS)
        certain = same_but_for_spelling(picture.file, free)
        fix = replace_value(document, picture.path, quoted(certain)) if certain else None
        values = {"file": picture.file, "hint": did_you_mean(certain or closest(picture.file, free))}
        values |= {"where": _folder(document)}
        yield Finding(values, path=picture.path, fix=fix, severity=softened(document))


def _folder(document: Document) -> Text:
    """Where the photos lie: an event's in a folder of its own name."""
    if document.kind != "event":
        return Text("cùng thư mục với tệp này", "beside this file")
    folder = document.path.removesuffix(".md") + "/"
    return Text(f"thư mục {folder}", f"into the folder {folder}")


RULE = Rule(
    code="IMG001",
    name="missing-photo",
    severity=Severity.ERROR,
    message=Text(
        "Không thấy ảnh “{file}” trong thư mục.{hint}", "The photo “{file}” isn't in the folder.{hint}"
    ),
    help=Text(
        "Chép ảnh vào {where}, hoặc sửa tên cho đúng từng chữ, kể cả chữ hoa và đuôi tệp.",
        "Copy the photo {where}, or correct the name: case and ending count.",
    ),
    manual="""Ảnh kê ở mục “photos” phải nằm trong thư mục của bài, chân dung phải nằm trong
“content/people”, đúng tên từng chữ. Bản nháp chỉ được nhắc nhẹ.

Chữ hoa, chữ thường và đuôi tệp đều phải đúng: “May.JPG” và “may.jpg” trên Windows là một, trên máy chủ là
hai.""",
    kinds=STORIES,
    document=check,
)
