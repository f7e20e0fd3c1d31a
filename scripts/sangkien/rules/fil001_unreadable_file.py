"""A file that should be there is missing, or can't be read.

## What it requires
Each folder of `initiatives/` has an `index.md`; the required vocabularies are there. A text file is a
real file of a few kilobytes, no symbolic link, and the system lets it be read.

## Why
A story that can't be read can't be checked: it isn't published. Links are refused because they could
bring a file from outside the fair onto the site.

## Example
```file initiatives/so-hai/index.markdown
## Hoàn cảnh ra đời
```

## Use instead
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.raw import FILES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_PROBLEMS = {
    "missing-file": (
        Text("không có tệp này", "the file is missing"),
        Text(
            "Thêm tệp vào đúng chỗ, đúng tên; nếu thư mục này không dùng nữa thì xóa thư mục.",
            "Add the file under exactly this name, or delete the folder if it is no longer wanted.",
        ),
    ),
    "unreadable": (
        Text("máy không cho đọc ({problem})", "the system does not let it be read ({problem})"),
        Text(
            "Đóng chương trình đang mở tệp (Word, Notepad), xem lại quyền đọc tệp, rồi thử lại.",
            "Close the program that holds the file open, look at its permissions, then try again.",
        ),
    ),
    "unsafe-file": (
        Text("đây là lối tắt (liên kết) trỏ đi nơi khác", "it is a link that points elsewhere"),
        Text(
            "Chép tệp thật vào đây thay cho lối tắt.",
            "Copy the real file here in place of the link.",
        ),
    ),
    "too-much-text": (
        Text("tệp lớn hơn {limit} MB", "it is larger than {limit} MB"),
        Text(
            "Tệp này chỉ chứa chữ: để ảnh thành tệp riêng bên cạnh, đừng dán ảnh vào bài.",
            "This file holds text alone: keep pictures as files beside it, don't paste them in.",
        ),
    ),
}


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Say why the file can't be read."""
    problem, mend = _PROBLEMS[fault.kind]
    values = {"problem": "?", "limit": "?"} | fault.params
    return Finding({"why": problem.format(**values), "mend": mend}, line=1)


RULE = Rule(
    code="FIL001",
    name="unreadable-file",
    severity=Severity.ERROR,
    message=Text("Không đọc được tệp: {why}.", "The file can't be read: {why}."),
    help=Text("{mend}", "{mend}"),
    manual="""Mỗi thư mục trong “initiatives” phải có tệp “index.md”; các danh mục bắt buộc phải có đủ. Tệp
phải là tệp thật, chỉ chứa chữ, không phải lối tắt, và máy đọc được.

Bài không đọc được thì không kiểm tra được nên không được đăng. Lối tắt bị từ chối vì có thể kéo tệp ở
ngoài vào trang.""",
    kinds=FILES,
    faults=tuple(_PROBLEMS),
    explain=explain,
)
