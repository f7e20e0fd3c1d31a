"""An id, a code or a file name has letters that it can't have.

## What it requires
An id is made of a–z, 0–9 and single hyphens, at most 90 characters. A code has letters, digits, dots and
hyphens, at most 40. A file name names a file in the same folder, without a path.

## Why
They become addresses and file names, which must be the same on every system, and lead nowhere outside the
folder.

## Example
```yaml
sector: Cơ khí
```

## Use instead
```yaml
sector: co-khi
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.mends import replace_value
from sangkien.rules.raw import RECORDS, label
from sangkien.rules.references import guess, vocabulary_of
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.folding import slugify

_MENDS = {
    "not-slug": Text(
        "Chỉ dùng chữ thường không dấu a–z, chữ số và dấu gạch nối đơn, ví dụ “{better}”.",
        "Use only a–z, 0–9 and single hyphens, for example “{better}”.",
    ),
    "slug-too-long": Text("Rút ngắn còn nhiều nhất 90 ký tự.", "Shorten it to at most 90 characters."),
    "not-code": Text(
        "Mã gồm chữ không dấu, chữ số, dấu chấm và gạch nối, nhiều nhất 40 ký tự, ví dụ SK-2022-0007.",
        "A code has unaccented letters, digits, dots and hyphens, at most 40, for example SK-2022-0007.",
    ),
    "not-file": Text(
        'Chỉ ghi tên tệp nằm cùng thư mục, ví dụ may.jpg: không kèm đường dẫn, không có / \\ : * ? " < > |.',
        'Write just the name of a file of this folder, e.g. may.jpg: no path, none of / \\ : * ? " < > |.',
    ),
}


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Offer the id of the vocabulary's entry that was meant, else the plain form of what is written."""
    value = str(fault.params.get("value", ""))
    vocabulary = vocabulary_of(fault.path) if fault.kind == "not-slug" else None
    meant = guess(value, context.vocabularies.names(vocabulary)) if vocabulary else None
    better = meant.id if meant else slugify(value) or "ten-khong-dau"
    mend = _MENDS[fault.kind].format(better=better)
    fix = replace_value(document, fault.path, better) if meant and meant.certain else None
    return Finding({"key": label(fault.path), "value": value, "mend": mend}, path=fault.path, fix=fix)


RULE = Rule(
    code="FLD009",
    name="malformed-id",
    severity=Severity.ERROR,
    message=Text(
        "Mục “{key}”: “{value}” có ký tự không dùng được hoặc dài quá.",
        "The key “{key}”: “{value}” has characters it can't have, or too many.",
    ),
    help=Text("{mend}", "{mend}"),
    manual="""Mã trong danh mục (id) chỉ gồm chữ thường không dấu a–z, chữ số và dấu gạch nối đơn, nhiều nhất
90 ký tự. Số hiệu (code) gồm chữ, số, dấu chấm và gạch nối, nhiều nhất 40. Tên tệp là tệp nằm cùng thư
mục, không kèm đường dẫn.

Các mã này thành địa chỉ trang và tên tệp, phải giống nhau trên mọi máy và không dẫn ra ngoài thư mục.""",
    kinds=RECORDS,
    faults=tuple(_MENDS),
    explain=explain,
)
