"""A word that is none of those to choose from.

## What it requires
`status` is `draft`, `published` or `withdrawn`; a recognition's `level`, a photo's `shows` are words of
their own short lists; `confidential` and `sample` are `true` or `false`.

## Why
`status: publish` or `confidential: có` leaves unclear whether a story may be shown: it isn't.

## Example
```yaml
status: Published
```

## Use instead
```yaml
status: published
```
"""

from __future__ import annotations

from sangkien.diagnostics import Fix, Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.mends import did_you_mean, replace_value
from sangkien.rules.raw import RECORDS, label
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.folding import slugify
from sangkien.text.similarity import closest

_BOOLEANS = {
    "co": "true",
    "dung": "true",
    "yes": "true",
    "y": "true",
    "on": "true",
    "1": "true",
    "true": "true",
}
_BOOLEANS |= dict.fromkeys(("khong", "sai", "no", "n", "off", "0", "false"), "false")
_MEANT = {
    "nhap": "draft",
    "ban-nhap": "draft",
    "da-dang": "published",
    "dang": "published",
    "rut": "withdrawn",
    "da-rut": "withdrawn",
    "truoc": "before",
    "sau": "after",
    "chi-tiet": "detail",
}
"""What people write in Vietnamese → the word meant, where the list at hand has it."""


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Name the words allowed and the nearest; only case, tones and the plain words for yes and no are "
    "mended."""
    value = str(fault.params.get("value", ""))
    plain = slugify(value)
    allowed = tuple(str(fault.params.get("allowed", "true, false")).split(", "))
    if fault.kind == "not-boolean":
        near, certain = _BOOLEANS.get(plain), plain in _BOOLEANS
    else:
        meant = _MEANT.get(plain, plain)
        near, certain = (meant if meant in allowed else closest(plain, allowed)), plain in allowed
    fix: Fix | None = replace_value(document, fault.path, near) if near and certain else None
    values = {
        "key": label(fault.path),
        "value": value,
        "allowed": ", ".join(allowed),
        "hint": did_you_mean(near),
    }
    return Finding(values, path=fault.path, fix=fix)


RULE = Rule(
    code="FLD007",
    name="unknown-choice",
    severity=Severity.ERROR,
    message=Text(
        "Mục “{key}” không nhận giá trị “{value}”.{hint}", "The key “{key}” can't be “{value}”.{hint}"
    ),
    help=Text("Chọn một trong các từ: {allowed}.", "Choose one of: {allowed}."),
    manual="""Mục “status” là draft, published hoặc withdrawn; “level”, “shows” lấy từ danh sách ngắn của
chúng; “confidential”, “sample” là true hoặc false.

“status: publish” hay “confidential: có” làm cho không rõ bài có được phép hiện hay không, nên bài không
được đăng.""",
    kinds=RECORDS,
    faults=("not-choice", "not-boolean"),
    explain=explain,
)
