"""A code or folder name that was published for one initiative is used again for another.

## What it requires
A code in `content/published.yml` stays with its initiative, under whatever folder; so does the folder of an
initiative that was taken out, and no other has it as an alias. A new initiative has its own code and folder.

## Why
The code is printed on posters and certificates. Who types it in must not come to somebody else's work.

## Example
```yaml
code: SK-1
```
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
code: SK-2
```
```file content/published.yml
s/sk-1/: so-hai
sang-kien/so-hai/:
sang-kien/xe-day-hang/:
```

## Use instead
```yaml
code: SK-3
```
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
code: SK-2
```
```file content/published.yml
s/sk-1/: so-hai
sang-kien/so-hai/:
sang-kien/xe-day-hang/:
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.catalogue.register import SHORT, Owners, key_of
from sangkien.diagnostics import Path, Severity, Text
from sangkien.rules.lnk007_lost_address import MOST
from sangkien.rules.rule import Finding, Rule

_CODE = Text("mã", "code")
_FOLDER = Text("tên thư mục", "folder")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Each recorded code, then each folder whose initiative was taken out."""
    return islice(_reused(catalogue), MOST)


def _reused(catalogue: Catalogue) -> Iterator[Finding]:
    register = catalogue.register
    owners = Owners(catalogue)
    again: dict[str, list[str]] = {}
    for address, slug in register.rows.items():
        if not address.startswith(SHORT):
            continue
        code = key_of(address)
        if register.taken_back and owners.of_slug(slug):
            again.setdefault(slug, []).append(code)
        holder = owners.codes.get(code)
        if holder is None:
            continue
        owner = owners.of_slug(slug)
        taken_out = (
            owner is None and not holder.head.withdrawn and register.day_of(urls.story(slug)) is not None
        )
        if (owner is not None and owner is not holder) or taken_out:
            yield _finding(holder, _CODE, code, slug)
    for slug, codes in again.items():
        story = owners.of_slug(slug)
        other = story and story.head.live and story.code.lower() not in codes
        if story and other and register.day_of(urls.story(slug)):
            yield _finding(story, _FOLDER, slug, codes[0])


def _finding(story: Story, what: Text, name: str, other: str) -> Finding:
    path: Path = ("code",) if what is _CODE and story.head.coded else ()
    if what is _FOLDER and name in story.head.aliases:
        path = ("aliases", story.head.aliases.index(name))
    return Finding({"what": what, "name": name, "other": other}, path=path, file=story.file)


RULE = Rule(
    code="LNK010",
    name="reused-address",
    severity=Severity.ERROR,
    message=Text(
        "Sáng kiến này dùng lại {what} “{name}” của một sáng kiến khác đã đăng (“{other}”).",
        "This initiative has the {what} “{name}” of another that was published (“{other}”).",
    ),
    help=Text(
        "Đặt mã và tên thư mục khác. Nếu đúng là một bài được đổi tên, ghi tên cũ vào “aliases”.",
        "Give it a code and folder of its own. If it was only renamed, put the old name into “aliases”.",
    ),
    manual="""Mã đã ghi trong content/published.yml thuộc về đúng một sáng kiến, dù thư mục đổi tên; tên
thư mục của bài đã gỡ cũng vậy. Bài mới có mã và tên thư mục của riêng mình.

Mã được in trên tờ dán, trên giấy chứng nhận. Ai gõ mã ấy không được vào nhầm việc của người khác.""",
    kinds=(),
    catalogue=check,
)
