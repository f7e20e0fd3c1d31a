"""A file right in `initiatives/`, in no initiative's folder.

## What it requires
`initiatives/` holds folders alone, one for each initiative, its story in `index.md`. A `README` for
colleagues may stand beside them; files that systems and editors leave behind are passed over.

## Why
The site looks into folders only: a story, a photo or a table put down beside them never appears, and nobody
is told.

## Example
```file initiatives/may-gap-thung.md
Máy gấp thùng giấy bằng một lần đạp chân.
```

## Use instead
```file initiatives/README.md
Mỗi sáng kiến một thư mục.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.left_behind import is_left_behind
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look at the name alone: such a file is never read."""
    name = document.path.rpartition("/")[2]
    if not name.lower().startswith("readme") and not is_left_behind(name):
        yield Finding({"name": name, "folder": context.settings.initiatives_dir}, line=1)


RULE = Rule(
    code="FIL012",
    name="loose-file",
    severity=Severity.WARNING,
    message=Text(
        "Tệp “{name}” nằm thẳng trong “{folder}”, không thuộc thư mục sáng kiến nào, nên không lên trang.",
        "The file “{name}” stands right in “{folder}”, in no initiative's folder: the site does not show it.",
    ),
    help=Text(
        "Bài viết thì đưa vào “index.md” của thư mục sáng kiến ấy (lệnh “sangkien new” tạo giúp), ảnh thì để "
        "cạnh đó; tệp khác thì chuyển đi nơi khác.",
        "Put a story into the “index.md” of its own folder (“sangkien new” makes one), a photo beside it; "
        "move anything else away.",
    ),
    manual="""Thư mục “initiatives” chỉ chứa thư mục con, mỗi sáng kiến một thư mục, bài viết là tệp
“index.md” trong đó. Bên cạnh có thể để một tệp README nhắn đồng nghiệp; tệp do Windows hay chương trình
soạn thảo để lại thì được bỏ qua.

Trang chỉ đọc các thư mục con: bài viết, ảnh hay bảng tính đặt lẫn bên ngoài sẽ không bao giờ hiện ra mà
không ai hay.""",
    kinds=("loose",),
    document=check,
)
